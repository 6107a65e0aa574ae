import { child, children, childText, type XmlNode } from "../qbxml/read-xml";
import { txnAnswer } from "./bills";
import { touch } from "./clock";
import type { Books, Context, Handler } from "./context";
import { currencyOf, exchangeRate } from "./currencies";
import { fromCents, toCents } from "./money";
import { checkNotInUse } from "./permissions";
import { idOf, readFields, resolveReference } from "./references";
import { businessRule, missing, notFound } from "./refusal";
import { openAmount } from "./settlements";
import type { ListEntry, Settlement, Txn, TxnType } from "./state";
import { accountOfType, addTxn, checkClosingDate, defaultDate, payableAccount } from "./txns";

/** One bill's share of a payment, checked; cents. */
interface Share {
  bill: Txn;
  payment: number;
  discount: number;
  discountAccountId?: string;
  credits: { credit: Txn; amount: number }[];
}

function payableBill(books: Books, id: string, vendor: ListEntry, payable: ListEntry): Txn {
  const bill = books.state.txns[id];
  const theirs = bill?.type === "Bill" && idOf(bill.fields.VendorRef) === vendor.listId;
  // A bill of another vendor, or one already paid, is simply not there for this payment.
  if (!bill || !theirs || openAmount(books.state, bill) <= 0) throw notFound(id);
  if (idOf(bill.fields.APAccountRef) !== payable.listId) {
    throw businessRule("APAccountRef", "The bill belongs to another Accounts Payable account.");
  }
  return bill;
}

function readCredit(books: Books, node: XmlNode, vendor: ListEntry): { credit: Txn; amount: number } {
  const id = childText(node, "CreditTxnID") ?? "";
  const credit = books.state.txns[id];
  if (credit?.type !== "VendorCredit" || idOf(credit.fields.VendorRef) !== vendor.listId) throw notFound(id);
  const amount = toCents(childText(node, "AppliedAmount") ?? "0");
  if (amount > openAmount(books.state, credit)) {
    throw businessRule("AppliedAmount", "The credit applied is more than the credit that is left.");
  }
  return { credit, amount };
}

function readShare(books: Books, node: XmlNode, vendor: ListEntry, payable: ListEntry): Share {
  const bill = payableBill(books, childText(node, "TxnID") ?? "", vendor, payable);
  checkNotInUse(books, "", [bill.txnId]);
  const cents = (name: string) => toCents(childText(node, name) || "0");
  const credits = children(node, "SetCredit").map((one) => readCredit(books, one, vendor));
  if (!child(node, "PaymentAmount") && !child(node, "DiscountAmount") && credits.length === 0) {
    throw missing("PaymentAmount, SetCredit or DiscountAmount");
  }
  const share: Share = { bill, payment: cents("PaymentAmount"), discount: cents("DiscountAmount"), credits };
  const discountRef = child(node, "DiscountAccountRef");
  if (discountRef) share.discountAccountId = resolveReference(books, discountRef, "BillPayment").listId;
  const total = share.payment + share.discount + credits.reduce((sum, one) => sum + one.amount, 0);
  if (total > openAmount(books.state, bill)) {
    throw businessRule(
      "PaymentAmount",
      `The payment of ${fromCents(total)} is more than the amount due.`,
      books.switches.overpaymentSeverity,
    );
  }
  return share;
}

/** Records what settles bills, and whether that shows in the bills' own stamps. */
export function settle(books: Books, settlements: Settlement[]): void {
  for (const one of settlements) {
    books.state.settlements.push(one);
    const bill = books.state.txns[one.billId];
    if (bill && books.switches.payingTouchesBill) touch(bill, books.now(), books.state.timeZone);
  }
}

function settlementsOfShares(shares: Share[], paymentId: string): Settlement[] {
  return shares.flatMap(({ bill, payment, discount, discountAccountId, credits }) => {
    const out: Settlement[] = credits.map(({ credit, amount }) => ({
      billId: bill.txnId,
      byTxnId: credit.txnId,
      amount,
      discount: 0,
    }));
    if (payment + discount > 0) {
      out.push({ billId: bill.txnId, byTxnId: paymentId, amount: payment, discount, discountAccountId });
    }
    return out;
  });
}

const BANKS: Record<string, { element: string; type: string }> = {
  BillPaymentCheck: { element: "BankAccountRef", type: "Bank" },
  BillPaymentCreditCard: { element: "CreditCardAccountRef", type: "CreditCard" },
};

function addHandler(type: TxnType): Handler {
  return (context: Context, request: XmlNode) => {
    const node = child(request, `${type}Add`) ?? request;
    const payee = child(node, "PayeeEntityRef");
    if (!payee) throw missing("PayeeEntityRef");
    const vendor = resolveReference(context, payee, type);
    const payable = payableAccount(context, node, type, vendor);
    const bank = BANKS[type];
    const bankRef = bank && child(node, bank.element);
    if (!bankRef) throw missing("BankAccountRef");
    const account = accountOfType(context, bankRef, bank.type, type);
    const currencies = [currencyOf(context.state, vendor), context.state.preferences.homeCurrency];
    if (!currencies.includes(currencyOf(context.state, account))) {
      throw businessRule(bank.element, "The account is neither in the vendor's nor in the home currency.");
    }
    const txnDate = childText(node, "TxnDate") || defaultDate(context, type);
    checkClosingDate(context.state, txnDate);
    const fields = readFields(context, node, type, ["AppliedToTxnAdd", "TxnDate", "APAccountRef"]);
    fields.APAccountRef = { ListID: payable.listId };
    const rate = exchangeRate(context, node, vendor);
    if (rate !== undefined) fields.ExchangeRate = rate;
    if (type === "BillPaymentCheck") fields.IsToBePrinted ??= "false";
    const shares = children(node, "AppliedToTxnAdd").map((one) => readShare(context, one, vendor, payable));
    if (shares.every((share) => share.payment + share.discount === 0)) {
      // Credits alone settle bills without making a transaction: nothing to return, and no TxnID.
      settle(context, settlementsOfShares(shares, ""));
      return { body: "" };
    }
    const txn = addTxn(context, { type, txnDate, fields });
    txn.paid = shares.reduce((sum, share) => sum + share.payment, 0);
    settle(context, settlementsOfShares(shares, txn.txnId));
    return txnAnswer(context, request, txn);
  };
}

/** The requests that pay bills. */
export const PAYMENT_WRITES: Record<string, Handler> = {
  BillPaymentCheckAdd: addHandler("BillPaymentCheck"),
  BillPaymentCreditCardAdd: addHandler("BillPaymentCreditCard"),
};
