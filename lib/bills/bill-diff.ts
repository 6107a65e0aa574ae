import type { FieldChange } from "@/lib/audit/events";

/** A record that a bill names: shown by its name, told apart by its id. */
type Reference = { id: string; name: string } | { listId: string; name: string };
type Value = string | boolean | Reference | null | undefined;

/** What both forms of a line have: as we hold it, and as QuickBooks does. */
export interface AnyLine {
  account?: Value;
  item?: Value;
  description?: Value;
  quantity?: Value;
  cost?: Value;
  amount?: Value;
  class?: Value;
  customer?: Value;
  billable?: Value;
}

interface AnyDocument {
  name: string;
  hash: string;
}

export interface AnyBill<Line extends AnyLine> {
  vendor?: Value;
  invoiceNumber?: Value;
  billDate?: Value;
  dueDate?: Value;
  terms?: Value;
  apAccount?: Value;
  memo?: Value;
  amount?: Value;
  exchangeRate?: Value;
  /** QuickBooks has none. */
  documents?: AnyDocument[];
  lines: Line[];
}

/** A field as people read it; no value is no words. */
export function words(value: Value): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? value.name : value;
}

/** Records are compared by identity, so that one that is renamed changes no bill. */
export function identity(value: Value): string {
  if (typeof value !== "object" || value === null) return words(value);
  return "id" in value ? value.id : value.listId;
}

/** The fields of a bill's header, as people call them. */
export const HEADER_FIELDS: readonly [Exclude<keyof AnyBill<AnyLine>, "lines" | "documents">, string][] = [
  ["vendor", "Vendor"],
  ["invoiceNumber", "Invoice number"],
  ["billDate", "Date"],
  ["dueDate", "Due date"],
  ["terms", "Terms"],
  ["apAccount", "A/P account"],
  ["memo", "Memo"],
  ["amount", "Amount"],
  ["exchangeRate", "Exchange rate"],
];

export const LINE_FIELDS: readonly [keyof AnyLine, string][] = [
  ["account", "account"],
  ["item", "item"],
  ["description", "description"],
  ["quantity", "quantity"],
  ["cost", "cost"],
  ["amount", "amount"],
  ["class", "class"],
  ["customer", "customer:job"],
  ["billable", "billable"],
];

export const lineWords = (line: AnyLine): string =>
  [words(line.account ?? line.item), words(line.description), words(line.amount)].filter(Boolean).join(" · ");

/** Which documents there are, whatever their order. */
export const sameDocuments = (before: AnyDocument[] = [], after: AnyDocument[] = []): boolean => {
  const keys = (documents: AnyDocument[]) =>
    documents
      .map(({ name, hash }) => `${hash} ${name}`)
      .toSorted()
      .join("\n");
  return keys(before) === keys(after);
};

export const documentWords = (documents: AnyDocument[] = []): string =>
  documents.map(({ name }) => name).join(", ");

/**
 * Another order of the lines that two versions share, by their numbers in the earlier one: "1, 2, 3" became
 * "2, 1, 3". Undefined where they stand in the same order.
 * @param places where in the earlier version each shared line stood, from 0, as the later one has them
 */
export function orderChange(places: readonly number[]): FieldChange | undefined {
  const inWords = (of: readonly number[]) => of.map((place) => place + 1).join(", ");
  const from = inWords(places.toSorted((a, b) => a - b));
  const to = inWords(places);
  return from === to ? undefined : { field: "Order of the lines", from, to };
}

/** What differs between two states of a bill, field by field; lines are matched by what `keyOf` gives. */
export function diffBills<Line extends AnyLine>(
  before: AnyBill<Line>,
  after: AnyBill<Line>,
  keyOf: (line: Line) => string,
): FieldChange[] {
  const changes: FieldChange[] = [];
  const compare = (field: string, from: Value, to: Value) => {
    if (identity(from) !== identity(to)) changes.push({ field, from: words(from), to: words(to) });
  };
  for (const [key, label] of HEADER_FIELDS) compare(label, before[key], after[key]);
  if (!sameDocuments(before.documents, after.documents))
    changes.push({
      field: "Documents",
      from: documentWords(before.documents),
      to: documentWords(after.documents),
    });
  const old = new Map(before.lines.map((line) => [keyOf(line), line]));
  after.lines.forEach((line, index) => {
    const previous = old.get(keyOf(line));
    old.delete(keyOf(line));
    if (!previous) changes.push({ field: `Line ${index + 1}`, from: "", to: lineWords(line) });
    else
      for (const [key, label] of LINE_FIELDS)
        compare(`Line ${index + 1}, ${label}`, previous[key], line[key]);
  });
  for (const line of old.values()) changes.push({ field: "Line removed", from: lineWords(line), to: "" });
  return changes;
}
