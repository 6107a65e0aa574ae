import type { Fields, FieldValue } from "../qbxml/write-xml";
import { touch } from "./clock";
import type { Books } from "./context";
import { removeEntry } from "./deletions";
import type { ListEntry } from "./state";

function movedValue(value: FieldValue, from: string, to: string): FieldValue {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((one) => movedValue(one, from, to));
  if (value.ListID === from) return { ...value, ListID: to };
  return movedFields(value, from, to);
}

function movedFields(fields: Fields, from: string, to: string): Fields {
  const out: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    out[name] = value === undefined ? undefined : movedValue(value, from, to);
  }
  return out;
}

/**
 * Merges a list record into another of its kind, as typing an existing name into its window does: whatever
 * named it names the survivor, its children hang below the survivor, and its ListID is among the deleted.
 * Transactions keep their stamps: that they change is nowhere said.
 */
export function mergeEntries(books: Books, loser: ListEntry, winner: ListEntry): void {
  const { state } = books;
  if (loser === winner || loser.type !== winner.type) {
    throw new Error(`${loser.name} cannot be merged into ${winner.name}`);
  }
  if (loser.list === "Account" && loser.fields.AccountType !== winner.fields.AccountType) {
    throw new Error("Only accounts of one type can be merged");
  }
  const [from, to] = [loser.listId, winner.listId];
  for (const txn of Object.values(state.txns)) {
    txn.fields = movedFields(txn.fields, from, to);
    for (const line of [...txn.expenseLines, ...txn.itemLines])
      line.fields = movedFields(line.fields, from, to);
  }
  for (const list of Object.values(state.lists)) {
    for (const entry of Object.values(list)) entry.fields = movedFields(entry.fields, from, to);
  }
  for (const entry of Object.values(state.lists[loser.list])) {
    if (entry.parentId === from) entry.parentId = to;
  }
  for (const one of state.settlements) if (one.discountAccountId === from) one.discountAccountId = to;
  removeEntry(books, loser);
  touch(winner, books.now(), state.timeZone);
}
