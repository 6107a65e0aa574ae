import { child, childText, type XmlNode } from "../qbxml/read-xml";
import type { Fields } from "../qbxml/write-xml";
import type { Books } from "./context";
import { extend, fromCents, toCents, unitCost } from "./money";
import { applyChanges, idOf, isEmptyReference, readFields } from "./references";
import { badReference, businessRule, missing, notFound, Refusal } from "./refusal";
import type { TxnLine } from "./state";

/** The two kinds of line stand apart: each has its own elements and its own rules for what a Mod keeps. */
export type LineKind = "Expense" | "Item";

const NOT_KEPT = ["TxnLineID", "LinkToTxn", "DataExt", "OverrideItemAccountRef"];

function newLineId(books: Books): string {
  books.state.counters.line += 1;
  const counter = books.state.counters.line.toString(16).toUpperCase();
  return `${counter}-${Math.floor(books.now().getTime() / 1000)}`;
}

function text(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** What the item itself says for purchases: `names` in the order in which they count. */
function fromItem(books: Books, itemId: string | undefined, names: string[]): string | undefined {
  const fields = itemId === undefined ? undefined : books.state.lists.Item[itemId]?.fields;
  if (!fields) return undefined;
  for (const block of [fields, fields.SalesAndPurchase, fields.SalesOrPurchase]) {
    if (typeof block !== "object" || Array.isArray(block)) continue;
    const found = names.map((name) => text(block, name)).find((value) => value !== undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Works out what an item line leaves open among Quantity, Cost and Amount.
 * @param given what the request said; `fields` may hold older values besides.
 * @throws Refusal 3210 when all three are given and disagree.
 */
function completeAmounts(books: Books, fields: Fields, given: Fields): void {
  const quantity = text(given, "Quantity");
  const cost = text(given, "Cost");
  const amount = text(given, "Amount");
  if (quantity !== undefined && cost !== undefined && amount !== undefined) {
    if (extend(quantity, cost) !== toCents(amount)) {
      throw businessRule("Amount", "The amount is not equal to the quantity multiplied by the cost.");
    }
  } else if (amount !== undefined) {
    const held = quantity ?? (cost === undefined ? text(fields, "Quantity") : undefined);
    const each = held === undefined ? undefined : unitCost(toCents(amount), held);
    if (each !== undefined) fields.Cost = each;
  } else if (quantity !== undefined || cost !== undefined || text(fields, "Amount") === undefined) {
    fields.Quantity = text(fields, "Quantity") ?? "1";
    fields.Cost =
      text(fields, "Cost") ?? fromItem(books, idOf(fields.ItemRef), ["PurchaseCost", "Price"]) ?? "0.00";
    fields.Amount = fromCents(extend(String(fields.Quantity), String(fields.Cost)));
  }
  if (text(fields, "Amount") !== undefined) fields.Amount = fromCents(toCents(String(fields.Amount)));
}

function checkLine(books: Books, kind: LineKind, fields: Fields): void {
  if (fields.BillableStatus !== undefined && fields.CustomerRef === undefined) {
    throw new Refusal(
      3151,
      'The element "BillableStatus" is not allowed here. QuickBooks error message: ' +
        "A line can be billable only when it names a customer or job.",
    );
  }
  if (kind === "Item") return;
  const accountId = idOf(fields.AccountRef);
  if (accountId === undefined) {
    if (books.state.preferences.requiresAccounts) throw missing("AccountRef");
    return;
  }
  const account = books.state.lists.Account[accountId];
  if (account?.fields.AccountType === "AccountsPayable" && fields.CustomerRef !== undefined) {
    throw badReference("Vendor", account.name, "ExpenseLine");
  }
}

function finishLine(books: Books, kind: LineKind, fields: Fields, given: Fields): void {
  checkLine(books, kind, fields);
  if (kind === "Item") completeAmounts(books, fields, given);
  else fields.Amount = fromCents(toCents(text(fields, "Amount") ?? "0"));
  if (fields.CustomerRef !== undefined) fields.BillableStatus ??= "NotBillable";
}

function readLine(books: Books, kind: LineKind, node: XmlNode): Fields {
  if (node.name.startsWith("ItemGroup")) {
    throw new Refusal(3250, "Item groups are not available in this simulated company file.");
  }
  if (child(node, "LinkToTxn")) throw notFound(childText(child(node, "LinkToTxn"), "TxnID") ?? "");
  return readFields(books, node, `${kind} line`, NOT_KEPT);
}

/**
 * A line of a new bill or credit, or a line that a Mod adds.
 * @throws Refusal
 */
export function newLine(books: Books, kind: LineKind, node: XmlNode): TxnLine {
  const fields = readLine(books, kind, node);
  for (const [name, value] of Object.entries(fields)) if (value === "") delete fields[name];
  if (kind === "Item" && idOf(fields.ItemRef) === undefined && fields.Amount === undefined) {
    throw missing("ItemRef");
  }
  if (kind === "Item") fields.Desc ??= fromItem(books, idOf(fields.ItemRef), ["PurchaseDesc", "Desc"]);
  finishLine(books, kind, fields, { ...fields });
  return { txnLineId: newLineId(books), fields };
}

// What an empty element in a line cannot clear.
const NOT_CLEARABLE = ["Amount", "BillableStatus", "Quantity", "Cost"];

/** Refuses empty elements that QuickBooks cannot clear (3190). */
export function refuseBlank(node: XmlNode, names: string[]): void {
  for (const name of names) {
    const given = child(node, name);
    const blank = given && (name.endsWith("Ref") ? isEmptyReference(given) : given.text === "");
    if (blank) throw new Refusal(3190, `There was an error when clearing the element "${name}".`);
  }
}

/** What stays of a line that stands on a customer's invoice. */
const BILLED_FOR_GOOD = ["AccountRef", "ItemRef", "CustomerRef", "Quantity", "Cost", "Amount"];

const isBilled = ({ fields }: TxnLine) => fields.BillableStatus === "HasBeenBilled";

function billedAlready(): Refusal {
  return businessRule("BillableStatus", "The line has been billed to a customer and cannot be changed.");
}

function checkBilled(old: TxnLine, given: Fields, fields: Fields): void {
  if (!isBilled(old)) return;
  const same = (name: string) => JSON.stringify(fields[name]) === JSON.stringify(old.fields[name]);
  const status = given.BillableStatus ?? "HasBeenBilled";
  if (status !== "HasBeenBilled" || !BILLED_FOR_GOOD.every(same)) throw billedAlready();
}

function changedLine(books: Books, kind: LineKind, node: XmlNode, old: TxnLine): TxnLine {
  refuseBlank(node, [...NOT_CLEARABLE, "ItemRef", "OverrideItemAccountRef"]);
  const given = readLine(books, kind, node);
  const fields = structuredClone(old.fields);
  applyChanges(fields, given);
  if (fields.CustomerRef === undefined && given.BillableStatus === undefined) delete fields.BillableStatus;
  finishLine(books, kind, fields, given);
  checkBilled(old, given, fields);
  return { txnLineId: old.txnLineId, fields };
}

/**
 * The lines of one kind as a Mod leaves them: nothing said, all stay; one line said, only the said ones stay.
 * @throws Refusal 3120 for a TxnLineID the bill does not have, 3210 for a line billed on that would go or change.
 */
export function modifiedLines(books: Books, kind: LineKind, mod: XmlNode, old: TxnLine[]): TxnLine[] {
  const cleared = childText(mod, `Clear${kind}Lines`) === "true";
  const given = mod.children.filter(
    (node) => node.name === `${kind}LineMod` || (kind === "Item" && node.name === "ItemGroupLineMod"),
  );
  if (given.length === 0 && !cleared) return old;
  const left = new Map(cleared ? [] : old.map((line) => [line.txnLineId, line]));
  const lines = given.map((node) => {
    const id = childText(node, "TxnLineID") ?? "";
    if (id === "-1") return newLine(books, kind, node);
    const line = left.get(id);
    if (!line) throw notFound(id);
    left.delete(id);
    return changedLine(books, kind, node, line);
  });
  const kept = new Set(lines.map((line) => line.txnLineId));
  if (old.some((line) => isBilled(line) && !kept.has(line.txnLineId))) throw billedAlready();
  return lines;
}

/** The lines a bill or credit begins with, in the order given. */
export function newLines(books: Books, kind: LineKind, add: XmlNode): TxnLine[] {
  return add.children
    .filter((node) => node.name === `${kind}LineAdd` || (kind === "Item" && node.name === "ItemGroupLineAdd"))
    .map((node) => newLine(books, kind, node));
}
