import { childText, type XmlNode } from "../qbxml/read-xml";
import type { Fields, FieldValue } from "../qbxml/write-xml";
import type { Books } from "./context";
import { findNamed } from "./name-index";
import { badReference, Refusal } from "./refusal";
import type { CompanyState, ListEntry, ListKind } from "./state";
import { asWindowsText } from "./windows-text";

/** Which list a reference element points into. */
const REFERENCE_LISTS: Record<string, ListKind> = {
  VendorRef: "Vendor",
  PayeeEntityRef: "Vendor",
  PrefVendorRef: "Vendor",
  CustomerRef: "Customer",
  ClassRef: "Class",
  DiscountClassRef: "Class",
  TermsRef: "Terms",
  ItemRef: "Item",
  AccountRef: "Account",
  APAccountRef: "Account",
  BankAccountRef: "Account",
  CreditCardAccountRef: "Account",
  IncomeAccountRef: "Account",
  ExpenseAccountRef: "Account",
  COGSAccountRef: "Account",
  AssetAccountRef: "Account",
  PrefillAccountRef: "Account",
  OverrideItemAccountRef: "Account",
  DiscountAccountRef: "Account",
  CurrencyRef: "Currency",
};

/** "Customer:Job", as it is now: a rename of the parent shows in every child. */
export function fullName(state: CompanyState, entry: ListEntry): string {
  const parent = entry.parentId === undefined ? undefined : state.lists[entry.list][entry.parentId];
  return parent ? `${fullName(state, parent)}:${entry.name}` : entry.name;
}

/** Finds by full name, not case-sensitive, active or not. */
export function findByFullName(state: CompanyState, list: ListKind, name: string): ListEntry | undefined {
  const wanted = name.toLowerCase();
  const entries = state.lists[list];
  const found = findNamed(
    entries,
    wanted.slice(wanted.lastIndexOf(":") + 1),
    (entry) => fullName(state, entry).toLowerCase() === wanted,
  );
  if (found || list !== "Account" || !state.preferences.usesAccountNumbers) return found;
  // With account numbers in use a number in FullName finds the account too.
  return Object.values(entries).find((entry) => entry.fields.AccountNumber === name);
}

/** The record a reference names; ListID wins over FullName. Undefined when both are empty or it is unknown. */
export function findReferenced(state: CompanyState, list: ListKind, node: XmlNode): ListEntry | undefined {
  const id = childText(node, "ListID");
  if (id) return state.lists[list][id];
  const name = childText(node, "FullName");
  return name ? findByFullName(state, list, name) : undefined;
}

/** Whether a reference names nothing at all: in a Mod it clears. */
export function isEmptyReference(node: XmlNode): boolean {
  return !childText(node, "ListID") && !childText(node, "FullName");
}

/**
 * The record a reference element names.
 * @throws Refusal 3140 when there is none, or it is inactive and QuickBooks is set to mind; 3250 for a
 * reference into a list this company file does not use.
 */
export function resolveReference(books: Books, node: XmlNode, where: string): ListEntry {
  const named = childText(node, "ListID") || childText(node, "FullName") || "";
  const list = REFERENCE_LISTS[node.name];
  const oneCurrency = list === "Currency" && books.state.preferences.homeCurrency === undefined;
  if (oneCurrency || node.name.startsWith("InventorySite")) {
    throw new Refusal(3250, `This feature is not enabled or not available in this version: ${node.name}.`);
  }
  if (!list) {
    throw badReference(node.name.replace(/Ref$/, ""), named, where);
  }
  const entry = findReferenced(books.state, list, node);
  if (!entry) throw badReference(list, named, where);
  if (!entry.isActive && books.switches.inactiveReferences === "refuse") {
    throw badReference(list, named, where);
  }
  return entry;
}

function isReference(node: XmlNode): boolean {
  return (
    node.name.endsWith("Ref") &&
    node.children.every((one) => one.name === "ListID" || one.name === "FullName")
  );
}

function readValue(books: Books, node: XmlNode, where: string): FieldValue {
  if (isReference(node)) {
    return isEmptyReference(node) ? "" : { ListID: resolveReference(books, node, where).listId };
  }
  if (node.children.length > 0) return readFields(books, node, where);
  return asWindowsText(node.text);
}

/**
 * The children of a node as fields: text as QuickBooks keeps it, references as { ListID }.
 * @param leaveOut names that the caller reads itself.
 * @throws Refusal 3140 for a reference to nothing.
 */
export function readFields(books: Books, node: XmlNode, where: string, leaveOut: string[] = []): Fields {
  const fields: Fields = {};
  for (const child of node.children) {
    if (leaveOut.includes(child.name)) continue;
    if (books.switches.keepsClearedReferences && isReference(child) && isEmptyReference(child)) continue;
    const value = readValue(books, child, where);
    const before = fields[child.name];
    if (before === undefined) fields[child.name] = value;
    else fields[child.name] = Array.isArray(before) ? [...before, value] : [before, value];
  }
  return fields;
}

/** Writes changes over fields; an empty value clears. */
export function applyChanges(fields: Fields, changes: Fields): void {
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") delete fields[name];
    else if (value !== undefined) fields[name] = value;
  }
}

/** A stored reference with the name it has now. */
export function reference(
  state: CompanyState,
  list: ListKind,
  listId: string | undefined,
): Fields | undefined {
  const entry = listId === undefined ? undefined : state.lists[list][listId];
  return entry ? { ListID: entry.listId, FullName: fullName(state, entry) } : undefined;
}

function nameValue(state: CompanyState, name: string, value: FieldValue): FieldValue {
  if (Array.isArray(value)) return value.map((one) => nameValue(state, name, one));
  if (typeof value === "string") return value;
  const list = REFERENCE_LISTS[name];
  if (!list) return withNames(state, value);
  return reference(state, list, typeof value.ListID === "string" ? value.ListID : undefined) ?? "";
}

/** Stored fields with every { ListID } completed by the name the record has now. */
export function withNames(state: CompanyState, fields: Fields): Fields {
  const out: Fields = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) out[name] = nameValue(state, name, value);
  }
  return out;
}

/** The ListID of a stored reference. */
export function idOf(value: FieldValue | undefined): string | undefined {
  if (typeof value !== "object" || Array.isArray(value)) return undefined;
  return typeof value.ListID === "string" ? value.ListID : undefined;
}
