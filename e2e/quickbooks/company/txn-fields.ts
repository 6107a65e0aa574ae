import type { Fields } from "../qbxml/write-xml";
import type { Books } from "./context";
import { currencyAmounts } from "./currencies";
import { fromCents } from "./money";
import { idOf, reference, withNames } from "./references";
import { lineTotal, openAmount, paymentAmount, settledBy, settlementsOf } from "./settlements";
import type { CompanyState, Settlement, Txn, TxnLine } from "./state";

/** What a query asked for. Without it lines and links are left out. */
export interface TxnParts {
  lines: boolean;
  linked: boolean;
}

function lineFields(state: CompanyState, line: TxnLine): Fields {
  return { ...withNames(state, line.fields), TxnLineID: line.txnLineId };
}

/** One link as QuickBooks shows it: from the bill's side what lowers it is negative. */
function linkedTxn(other: Txn, cents: number): Fields {
  return {
    TxnID: other.txnId,
    TxnType: other.type,
    TxnDate: other.txnDate,
    RefNumber: other.fields.RefNumber,
    LinkType: "AMTTYPE",
    Amount: fromCents(cents),
  };
}

function links(state: CompanyState, txn: Txn): Fields[] {
  const found = txn.type === "Bill" ? settlementsOf(state, txn.txnId) : settledBy(state, txn.txnId);
  return found.flatMap((one) => {
    const other = state.txns[txn.type === "Bill" ? one.byTxnId : one.billId];
    return other ? [linkedTxn(other, -(one.amount + one.discount))] : [];
  });
}

function appliedFields(state: CompanyState, one: Settlement): Fields[] {
  const bill = state.txns[one.billId];
  if (!bill) return [];
  const discount = one.discount === 0 ? {} : discountFields(state, one);
  return [
    {
      TxnID: bill.txnId,
      TxnType: bill.type,
      TxnDate: bill.txnDate,
      RefNumber: bill.fields.RefNumber,
      BalanceRemaining: fromCents(openAmount(state, bill)),
      Amount: fromCents(one.amount),
      ...discount,
    },
  ];
}

function discountFields(state: CompanyState, one: Settlement): Fields {
  return {
    DiscountAmount: fromCents(one.discount),
    DiscountAccountRef: reference(state, "Account", one.discountAccountId),
  };
}

function amounts(books: Books, txn: Txn): Fields {
  const { state } = books;
  const vendor = state.lists.Vendor[idOf(txn.fields.VendorRef ?? txn.fields.PayeeEntityRef) ?? ""];
  const rate = typeof txn.fields.ExchangeRate === "string" ? txn.fields.ExchangeRate : "1";
  const atHome = (name: string, cents: number) => currencyAmounts(state, vendor, rate, { name, cents });
  if (txn.type === "Bill") {
    const open = openAmount(state, txn);
    return {
      AmountDue: fromCents(lineTotal(txn)),
      IsPaid: String(open <= 0),
      OpenAmount: books.switches.openAmountShown ? fromCents(open) : undefined,
      ...atHome("AmountDueInHomeCurrency", lineTotal(txn)),
    };
  }
  if (txn.type === "VendorCredit") {
    return {
      CreditAmount: fromCents(lineTotal(txn)),
      OpenAmount: fromCents(openAmount(state, txn)),
      ...atHome("CreditAmountInHomeCurrency", lineTotal(txn)),
    };
  }
  const paid = paymentAmount(state, txn);
  return { Amount: fromCents(paid), ...atHome("AmountInHomeCurrency", paid) };
}

/** A transaction as the fields of its Ret. */
export function txnFields(books: Books, txn: Txn, parts: TxnParts): Fields {
  const { state } = books;
  const payment = txn.type === "BillPaymentCheck" || txn.type === "BillPaymentCreditCard";
  const fields: Fields = {
    ...withNames(state, txn.fields),
    TxnID: txn.txnId,
    TimeCreated: txn.timeCreated,
    TimeModified: txn.timeModified,
    EditSequence: String(txn.editSequence),
    TxnNumber: String(txn.txnNumber),
    TxnDate: txn.txnDate,
    ...amounts(books, txn),
  };
  if (books.switches.txnGuids === "0") fields.ExternalGUID = "0";
  if (parts.lines && payment) {
    fields.AppliedToTxnRet = settledBy(state, txn.txnId).flatMap((one) => appliedFields(state, one));
  } else if (parts.lines) {
    fields.ExpenseLineRet = txn.expenseLines.map((line) => lineFields(state, line));
    fields.ItemLineRet = txn.itemLines.map((line) => lineFields(state, line));
  }
  if (parts.linked && !payment) fields.LinkedTxn = links(state, txn);
  return fields;
}
