import { child, children, childText, type XmlNode } from "../qbxml/read-xml";
import type { Fields } from "../qbxml/write-xml";
import { touch } from "./clock";
import type { Answer, Context, Handler } from "./context";
import { addEntry, checkAddresses, checkName, entryFields } from "./lists";
import { fromCents } from "./money";
import { checkNotInUse } from "./permissions";
import { applyChanges, findReferenced, idOf, isEmptyReference, readFields } from "./references";
import { notFound, outOfDate, Refusal } from "./refusal";
import { openBalances } from "./settlements";
import type { ListEntry, ListKind } from "./state";
import { writeRet } from "./write-ret";

const OWN_READING = ["Name", "IsActive", "ParentRef", "ListID", "EditSequence"];
// Kept by QuickBooks in places that no answer here shows.
const NOT_KEPT = [
  "BarCode",
  "Contacts",
  "ContactsMod",
  "AdditionalNotes",
  "AdditionalNotesMod",
  "ShipToAddress",
];
const NOT_SIMULATED = ["OpenBalance", "OpenBalanceDate"];

function listOf(type: string): ListKind {
  if (type.startsWith("Item")) return "Item";
  return type === "Vendor" ? "Vendor" : "Customer";
}

function answerWith(context: Context, request: XmlNode, entry: ListEntry): Answer {
  const only = children(request, "IncludeRetElement").map((node) => node.text);
  const cents = openBalances(context.state).get(entry.listId) ?? 0;
  const balance = entry.list === "Item" ? undefined : fromCents(cents);
  const identity: Fields = {
    ListID: entry.listId,
    EditSequence: String(entry.editSequence),
    ExternalGUID: entry.fields.ExternalGUID,
  };
  return {
    body: writeRet(`${entry.type}Ret`, entryFields(context.state, entry, balance), only),
    identityOnly: writeRet("ErrorRecovery", identity),
  };
}

function parentId(context: Context, node: XmlNode, list: ListKind): string | undefined {
  const parentRef = child(node, "ParentRef");
  if (!parentRef || isEmptyReference(parentRef)) return undefined;
  const parent = findReferenced(context.state, list, parentRef);
  if (parent) return parent.listId;
  const named = childText(parentRef, "ListID") || childText(parentRef, "FullName");
  throw new Refusal(3130, `There is an invalid reference to a parent "${named}" in the ${list} list.`);
}

function needAccount(fields: Fields, names: string[], where: string): void {
  const lacking = names.find((name) => idOf(fields[name]) === undefined);
  if (lacking) throw new Refusal(3270, `There is a missing posting account "${lacking}" in the ${where}.`);
}

function checkItem(type: string, fields: Fields): void {
  const { SalesOrPurchase: either, SalesAndPurchase: both } = fields;
  if (typeof either === "object" && !Array.isArray(either)) needAccount(either, ["AccountRef"], type);
  if (typeof both === "object" && !Array.isArray(both)) {
    needAccount(both, ["IncomeAccountRef", "ExpenseAccountRef"], type);
  }
  if (type === "ItemInventory") {
    needAccount(fields, ["IncomeAccountRef", "COGSAccountRef", "AssetAccountRef"], type);
  }
}

function addHandler(type: string): Handler {
  return (context, request) => {
    const node = child(request, `${type}Add`) ?? request;
    const list = listOf(type);
    if (NOT_SIMULATED.some((name) => child(node, name))) {
      throw new Refusal(3250, "An opening balance is not available in this simulated company file.");
    }
    const fields = readFields(context, node, type, [...OWN_READING, ...NOT_KEPT]);
    checkAddresses(fields);
    checkItem(type, fields);
    if (type === "ItemInventory") fields.QuantityOnHand ??= "0";
    const entry = addEntry(context, {
      list,
      type,
      name: (childText(node, "Name") ?? "").trim(),
      parentId: parentId(context, node, list),
      isActive: childText(node, "IsActive") !== "false",
      fields,
    });
    return answerWith(context, request, entry);
  };
}

function modHandler(type: string): Handler {
  return (context, request) => {
    const node = child(request, `${type}Mod`) ?? request;
    const list = listOf(type);
    const id = childText(node, "ListID") ?? "";
    const entry = context.state.lists[list][id];
    if (!entry) throw notFound(id);
    const sequence = childText(node, "EditSequence") ?? "";
    if (sequence !== String(entry.editSequence)) throw outOfDate(sequence);
    checkNotInUse(context, id);
    const changes = readFields(context, node, type, [...OWN_READING, ...NOT_KEPT]);
    checkAddresses(changes);
    const name = childText(node, "Name")?.trim() ?? entry.name;
    checkName(context.state, { list, name, parentId: entry.parentId }, entry);
    applyChanges(entry.fields, changes);
    entry.name = name;
    const active = childText(node, "IsActive");
    if (active !== undefined) entry.isActive = active !== "false";
    touch(entry, context.now(), context.state.timeZone);
    return answerWith(context, request, entry);
  };
}

/** The requests that add and change list records. */
export const LIST_WRITES: Record<string, Handler> = {
  VendorAdd: addHandler("Vendor"),
  VendorMod: modHandler("Vendor"),
  CustomerAdd: addHandler("Customer"),
  CustomerMod: modHandler("Customer"),
  ItemServiceAdd: addHandler("ItemService"),
  ItemNonInventoryAdd: addHandler("ItemNonInventory"),
  ItemOtherChargeAdd: addHandler("ItemOtherCharge"),
  ItemInventoryAdd: addHandler("ItemInventory"),
};
