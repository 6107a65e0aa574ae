import type { Fields } from "../qbxml/write-xml";
import { newStamp } from "./clock";
import type { Books } from "./context";
import { currencyField } from "./currencies";
import { fullName, reference, withNames } from "./references";
import { Refusal } from "./refusal";
import type { CompanyState, ListEntry, ListKind } from "./state";

/** Vendors, customers, employees and other names may not share a name, active or not. */
const NAME_SPACE: ListKind[] = ["Vendor", "Customer", "Employee", "OtherName"];
const DEEPEST = 5;

/** "80000001-1197757037": a counter in hexadecimal and the second of creation. */
export function newListId(books: Books): string {
  books.state.counters.list += 1;
  const counter = (0x80000000 + books.state.counters.list).toString(16).toUpperCase();
  return `${counter}-${Math.floor(books.now().getTime() / 1000)}`;
}

/**
 * Refuses a name that a list cannot take.
 * @param self the record that is being renamed.
 * @throws Refusal 3090 for a colon, 3100 when it is taken, 3210 beyond five levels.
 */
export function checkName(
  state: CompanyState,
  wanted: { list: ListKind; name: string; parentId?: string },
  self?: ListEntry,
): void {
  if (wanted.name.includes(":") || wanted.name.trim() === "") {
    throw new Refusal(
      3090,
      `There was an error when storing "${wanted.name}" in the "Name" field. ` +
        "QuickBooks error message: Names in this list cannot contain a colon (:).",
    );
  }
  const lists = NAME_SPACE.includes(wanted.list) ? NAME_SPACE : [wanted.list];
  const lower = wanted.name.toLowerCase();
  for (const list of lists) {
    for (const entry of Object.values(state.lists[list])) {
      // Jobs of different customers may share a name; a job never clashes with a name at the top.
      if (entry === self || entry.name.toLowerCase() !== lower || entry.parentId !== wanted.parentId)
        continue;
      throw new Refusal(3100, `The name "${wanted.name}" of the list element is already in use.`);
    }
  }
}

/** How deep below the top a record stands: 0 for the top. */
export function sublevel(state: CompanyState, entry: Pick<ListEntry, "list" | "parentId">): number {
  const parent = entry.parentId === undefined ? undefined : state.lists[entry.list][entry.parentId];
  return parent ? sublevel(state, parent) + 1 : 0;
}

/**
 * Adds a record to a list.
 * @throws Refusal 3090, 3100, and 3210 for a sixth level.
 */
export function addEntry(
  books: Books,
  record: {
    list: ListKind;
    type: string;
    name: string;
    parentId?: string;
    isActive?: boolean;
    fields?: Fields;
  },
): ListEntry {
  const { list, type, name, parentId, isActive = true, fields = {} } = record;
  checkName(books.state, { list, name, parentId });
  if (sublevel(books.state, { list, parentId }) >= DEEPEST) {
    throw new Refusal(
      3210,
      `The "ParentRef" field has an invalid value. A list has at most ${DEEPEST} levels.`,
    );
  }
  const stamp = newStamp(books.now(), books.state.timeZone);
  const entry: ListEntry = { ...stamp, list, type, listId: newListId(books), name, isActive, fields };
  if (parentId !== undefined) entry.parentId = parentId;
  books.state.lists[list][entry.listId] = entry;
  return entry;
}

const ADDRESSES: Record<string, string> = {
  VendorAddress: "VendorAddressBlock",
  BillAddress: "BillAddressBlock",
  ShipAddress: "ShipAddressBlock",
  Address: "AddressBlock",
};

function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}

/** An address as it prints: at most five lines, of which city, state and postal code are one. */
export function printedAddress(address: Fields): string[] {
  const lines = ["Addr1", "Addr2", "Addr3", "Addr4", "Addr5"].map((name) => textOf(address, name));
  const region = [textOf(address, "State"), textOf(address, "PostalCode")].filter(Boolean).join(" ");
  lines.push([textOf(address, "City"), region].filter(Boolean).join(", "), textOf(address, "Country"));
  return lines.filter(Boolean);
}

/** Every address with the block of printed lines that QuickBooks adds to it. */
export function withAddressBlocks(fields: Fields): Fields {
  const out = { ...fields };
  for (const [name, block] of Object.entries(ADDRESSES)) {
    const address = fields[name];
    if (typeof address !== "object" || Array.isArray(address)) continue;
    out[block] = Object.fromEntries(printedAddress(address).map((line, index) => [`Addr${index + 1}`, line]));
  }
  return out;
}

/**
 * Refuses an address of more than five printed lines.
 * @throws Refusal 3205
 */
export function checkAddresses(fields: Fields): void {
  for (const name of Object.keys(ADDRESSES)) {
    const address = fields[name];
    if (typeof address !== "object" || Array.isArray(address)) continue;
    if (printedAddress(address).length > 5) {
      throw new Refusal(3205, `The address "${name}" has more than five lines.`);
    }
  }
}

/** A list record as the fields of its Ret. `balance` in dollars and cents, for people and accounts. */
export function entryFields(state: CompanyState, entry: ListEntry, balance?: string): Fields {
  return {
    ...withNames(state, withAddressBlocks(entry.fields)),
    ...currencyField(state, entry),
    ListID: entry.listId,
    TimeCreated: entry.timeCreated,
    TimeModified: entry.timeModified,
    EditSequence: String(entry.editSequence),
    Name: entry.name,
    FullName: fullName(state, entry),
    IsActive: String(entry.isActive),
    ParentRef: reference(state, entry.list, entry.parentId),
    Sublevel: String(sublevel(state, entry)),
    Balance: balance,
    TotalBalance: balance,
  };
}
