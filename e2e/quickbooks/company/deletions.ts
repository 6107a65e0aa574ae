import { childText } from "../qbxml/read-xml";
import { quickBooksTime, touch } from "./clock";
import type { Books, Handler } from "./context";
import { fromCents } from "./money";
import { checkNotInUse } from "./permissions";
import { fullName } from "./references";
import { notFound, Refusal } from "./refusal";
import { settlementsOf } from "./settlements";
import type { ListEntry, Settlement, Txn } from "./state";
import { checkClosingDate } from "./txns";
import { writeFields, writeRet } from "./write-ret";

/** Takes back what settled bills; they are open again. */
export function reopen(books: Books, gone: (one: Settlement) => boolean): void {
  const { state } = books;
  const bills = state.settlements.filter(gone).map((one) => state.txns[one.billId]);
  state.settlements = state.settlements.filter((one) => !gone(one));
  if (!books.switches.payingTouchesBill) return;
  for (const bill of bills) if (bill) touch(bill, books.now(), state.timeZone);
}

/** Takes a transaction out of the file; what it settled is open again. */
export function deleteTxn(books: Books, txn: Txn): string {
  const { state } = books;
  const timeDeleted = quickBooksTime(books.now(), state.timeZone);
  reopen(books, (one) => one.byTxnId === txn.txnId || one.billId === txn.txnId);
  delete state.txns[txn.txnId];
  state.deletedTxns.push({
    txnDelType: txn.type,
    txnId: txn.txnId,
    timeCreated: txn.timeCreated,
    timeDeleted,
    refNumber: typeof txn.fields.RefNumber === "string" ? txn.fields.RefNumber : "",
  });
  return timeDeleted;
}

/** Leaves the transaction with zero amounts and "VOID:" before its memo, as QuickBooks does. */
export function voidTxn(books: Books, txn: Txn): void {
  const { state } = books;
  for (const line of [...txn.expenseLines, ...txn.itemLines]) {
    line.fields.Amount = fromCents(0);
    if (line.fields.Quantity !== undefined) line.fields.Quantity = "0";
  }
  const memo = typeof txn.fields.Memo === "string" ? txn.fields.Memo : "";
  if (!memo.startsWith("VOID:")) txn.fields.Memo = `VOID: ${memo}`.trim();
  txn.voided = true;
  reopen(books, (one) => one.byTxnId === txn.txnId || one.billId === txn.txnId);
  touch(txn, books.now(), state.timeZone);
}

function isUsed(books: Books, entry: ListEntry): boolean {
  const needle = `"${entry.listId}"`;
  const holds = (value: object) => JSON.stringify(value).includes(needle);
  const inTxn = (txn: Txn) => holds([txn.fields, txn.expenseLines, txn.itemLines]);
  return (
    Object.values(books.state.txns).some(inTxn) ||
    Object.values(books.state.lists[entry.list]).some((other) => other.parentId === entry.listId)
  );
}

/** Takes a record out of its list and notes that it is gone. */
export function removeEntry(books: Books, entry: ListEntry): string {
  const timeDeleted = quickBooksTime(books.now(), books.state.timeZone);
  books.state.deletedLists.push({
    listDelType: entry.type,
    listId: entry.listId,
    timeCreated: entry.timeCreated,
    timeDeleted,
    fullName: fullName(books.state, entry),
  });
  delete books.state.lists[entry.list][entry.listId];
  return timeDeleted;
}

/**
 * Deletes a list record that nothing uses.
 * @throws Refusal 3160 when something does.
 */
export function deleteEntry(books: Books, entry: ListEntry): string {
  if (isUsed(books, entry)) {
    throw new Refusal(
      3160,
      `The object "${entry.listId}" cannot be deleted. QuickBooks error message: ` +
        "It has a balance or is used in at least one transaction or list record.",
    );
  }
  return removeEntry(books, entry);
}

function findTxn(books: Books, type: string | undefined, id: string): Txn {
  const txn = books.state.txns[id];
  if (!txn || txn.type !== type) throw notFound(id);
  checkNotInUse(books, id);
  return txn;
}

const txnDel: Handler = (context, request) => {
  const type = childText(request, "TxnDelType");
  const txn = findTxn(context, type, childText(request, "TxnID") ?? "");
  checkClosingDate(context.state, txn.txnDate, true);
  const TimeDeleted = deleteTxn(context, txn);
  const fields = { TxnDelType: txn.type, TxnID: txn.txnId, TimeDeleted, RefNumber: txn.fields.RefNumber };
  return {
    body: writeFields(["TxnDelType", "TxnID", "TimeDeleted", "RefNumber"], fields),
    identityOnly: writeRet("ErrorRecovery", { TxnID: txn.txnId }),
  };
};

const txnVoid: Handler = (context, request) => {
  const type = childText(request, "TxnVoidType");
  const txn = findTxn(context, type, childText(request, "TxnID") ?? "");
  checkClosingDate(context.state, txn.txnDate);
  if (txn.type === "Bill" && settlementsOf(context.state, txn.txnId).length > 0) {
    throw new Refusal(3185, `The transaction "${txn.txnId}" cannot be voided: it has payments.`);
  }
  voidTxn(context, txn);
  const fields = {
    TxnVoidType: txn.type,
    TxnID: txn.txnId,
    TimeCreated: txn.timeCreated,
    TimeModified: txn.timeModified,
    RefNumber: txn.fields.RefNumber,
  };
  return {
    body: writeFields(["TxnVoidType", "TxnID", "TimeCreated", "TimeModified", "RefNumber"], fields),
    identityOnly: writeRet("ErrorRecovery", { TxnID: txn.txnId, EditSequence: String(txn.editSequence) }),
  };
};

const listDel: Handler = (context, request) => {
  const type = childText(request, "ListDelType") ?? "";
  const id = childText(request, "ListID") ?? "";
  if (context.state.preferences.multiUser) {
    throw new Refusal(3162, "This request is not allowed while the company file is in multi-user mode.");
  }
  const entry = Object.values(context.state.lists)
    .map((list) => list[id])
    .find((candidate) => candidate?.type === type);
  if (!entry) throw notFound(id);
  checkNotInUse(context, id);
  const FullName = fullName(context.state, entry);
  const TimeDeleted = deleteEntry(context, entry);
  const fields = { ListDelType: type, ListID: id, TimeDeleted, FullName };
  return { body: writeFields(["ListDelType", "ListID", "TimeDeleted", "FullName"], fields) };
};

/** The requests that delete and void. */
export const DELETIONS: Record<string, Handler> = { TxnDel: txnDel, TxnVoid: txnVoid, ListDel: listDel };
