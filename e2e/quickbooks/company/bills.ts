import { child, children, childText, type XmlNode } from "../qbxml/read-xml";
import type { Fields } from "../qbxml/write-xml";
import { modifiedLines, newLines, refuseBlank } from "./bill-lines";
import { addDays, touch } from "./clock";
import type { Answer, Books, Context, Handler } from "./context";
import { exchangeRate } from "./currencies";
import { checkAddresses } from "./lists";
import { checkNotInUse } from "./permissions";
import { applyChanges, idOf, readFields, resolveReference } from "./references";
import { businessRule, missing, notFound, outOfDate } from "./refusal";
import { lineTotal, settledAmount } from "./settlements";
import type { Txn } from "./state";
import { txnFields } from "./txn-fields";
import { addTxn, checkClosingDate, defaultDate, payableAccount } from "./txns";
import { writeRet } from "./write-ret";

const LINES = [
  "ExpenseLineAdd",
  "ItemLineAdd",
  "ItemGroupLineAdd",
  "ExpenseLineMod",
  "ItemLineMod",
  "ItemGroupLineMod",
];
const OWN_READING = [...LINES, "TxnID", "EditSequence", "TxnDate", "ClearExpenseLines", "ClearItemLines"];

/** When a bill falls due: by its terms, else after the company's usual days. */
export function dueDate(books: Books, txnDate: string, termsId: string | undefined): string {
  const terms = termsId === undefined ? undefined : books.state.lists.Terms[termsId];
  if (!terms) return addDays(txnDate, books.state.preferences.daysBillsAreDue);
  const number = (name: string) => Number(terms.fields[name] ?? 0);
  if (terms.type === "StandardTerms") return addDays(txnDate, number("StdDueDays"));
  const day = String(number("DayOfMonthDue")).padStart(2, "0");
  const thisMonth = `${txnDate.slice(0, 8)}${day}`;
  if (addDays(txnDate, number("DueNextMonthDays")) <= thisMonth) return thisMonth;
  const next = addDays(`${txnDate.slice(0, 8)}28`, 4);
  return `${next.slice(0, 8)}${day}`;
}

function checkTotals(txn: Pick<Txn, "expenseLines" | "itemLines">, settled: number): void {
  if (txn.expenseLines.length + txn.itemLines.length === 0) throw missing("ExpenseLine or ItemLine");
  const total = lineTotal(txn);
  if (total < 0) throw businessRule("Amount", "The total amount may not be less than zero.");
  if (total < settled) {
    throw businessRule("Amount", "The bill would be for less than has been paid on it.");
  }
}

/** The answer to a writing request: the Ret, and the identity kept for error recovery. */
export function txnAnswer(context: Context, request: XmlNode, txn: Txn): Answer {
  const only = children(request, "IncludeRetElement").map((node) => node.text);
  const identity: Fields = {
    TxnID: txn.txnId,
    TxnNumber: String(txn.txnNumber),
    EditSequence: String(txn.editSequence),
    ExternalGUID: txn.fields.ExternalGUID,
  };
  const fields = txnFields(context, txn, { lines: true, linked: true });
  return {
    body: writeRet(`${txn.type}Ret`, fields, only),
    identityOnly: writeRet("ErrorRecovery", identity),
  };
}

function readHeader(context: Context, node: XmlNode, type: "Bill" | "VendorCredit"): Fields {
  const fields = readFields(context, node, type, [...OWN_READING, "APAccountRef", "LinkToTxnID"]);
  checkAddresses(fields);
  return fields;
}

function addHandler(type: "Bill" | "VendorCredit"): Handler {
  return (context, request) => {
    const node = child(request, `${type}Add`) ?? request;
    const order = childText(node, "LinkToTxnID");
    if (order) throw notFound(order);
    const fields = readHeader(context, node, type);
    for (const [name, value] of Object.entries(fields)) if (value === "") delete fields[name];
    const vendorRef = child(node, "VendorRef");
    if (!vendorRef || fields.VendorRef === undefined) throw missing("VendorRef");
    const vendor = resolveReference(context, vendorRef, type);
    fields.APAccountRef = { ListID: payableAccount(context, node, type, vendor).listId };
    const rate = exchangeRate(context, node, vendor);
    if (rate !== undefined) fields.ExchangeRate = rate;
    const txnDate = childText(node, "TxnDate") || defaultDate(context, type);
    checkClosingDate(context.state, txnDate);
    if (type === "Bill") {
      fields.TermsRef ??= vendor.fields.TermsRef;
      fields.DueDate ??= dueDate(context, txnDate, idOf(fields.TermsRef));
    }
    const lines = {
      expenseLines: newLines(context, "Expense", node),
      itemLines: newLines(context, "Item", node),
    };
    checkTotals(lines, 0);
    return txnAnswer(context, request, addTxn(context, { type, txnDate, fields, ...lines }));
  };
}

const NOT_CLEARABLE = [
  "VendorRef",
  "APAccountRef",
  "TxnDate",
  "DueDate",
  "ClearExpenseLines",
  "ClearItemLines",
];

const billMod: Handler = (context, request) => {
  const node = child(request, "BillMod") ?? request;
  const id = childText(node, "TxnID") ?? "";
  const bill = context.state.txns[id];
  if (bill?.type !== "Bill") throw notFound(id);
  const sequence = childText(node, "EditSequence") ?? "";
  if (sequence !== String(bill.editSequence)) throw outOfDate(sequence);
  checkNotInUse(context, id);
  refuseBlank(node, NOT_CLEARABLE);
  const changes = readHeader(context, node, "Bill");
  const txnDate = childText(node, "TxnDate") ?? bill.txnDate;
  checkClosingDate(context.state, bill.txnDate);
  checkClosingDate(context.state, txnDate);
  const settled = settledAmount(context.state, id);
  const vendor = context.state.lists.Vendor[idOf(changes.VendorRef ?? bill.fields.VendorRef) ?? ""];
  if (vendor && child(node, "ExchangeRate")) exchangeRate(context, node, vendor);
  if (settled > 0 && changes.VendorRef && idOf(changes.VendorRef) !== idOf(bill.fields.VendorRef)) {
    throw businessRule("VendorRef", "The vendor of a bill with payments cannot be changed.");
  }
  const lines = {
    expenseLines: modifiedLines(context, "Expense", node, bill.expenseLines),
    itemLines: modifiedLines(context, "Item", node, bill.itemLines),
  };
  checkTotals(lines, settled);
  if (child(node, "APAccountRef")) {
    changes.APAccountRef = { ListID: payableAccount(context, node, "Bill", vendor).listId };
  }
  applyChanges(bill.fields, changes);
  Object.assign(bill, lines, { txnDate });
  touch(bill, context.now(), context.state.timeZone);
  return txnAnswer(context, request, bill);
};

/** The requests that add and change bills and vendor credits. */
export const BILL_WRITES: Record<string, Handler> = {
  BillAdd: addHandler("Bill"),
  BillMod: billMod,
  VendorCreditAdd: addHandler("VendorCredit"),
};
