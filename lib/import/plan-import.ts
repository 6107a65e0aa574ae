import type { z } from "zod";
import type { Db, Tx } from "@/db/client";
import { billInput } from "@/lib/bills/bill-input";
import { dueDate } from "@/lib/ledger/due-date";
import { COLUMNS, type Column, headingOf } from "./columns";
import { findRepeats, type Repeat } from "./find-repeats";
import { type GatheredBill, gatherBills, type RowFault } from "./gather-bills";
import { findEntered, keyOf, type Matches, matchNames, type NamedList } from "./match-names";
import { readTable } from "./read-table";

type FormBill = z.input<typeof billInput>;

/** A bill of the file as it would be entered; `input` is what the form would hand in, null while something is wrong. */
export interface PlannedBill {
  rows: number[];
  vendor: string;
  invoiceNumber: string;
  billDate: string | null;
  dueDate: string | null;
  amount: string;
  lines: number;
  faults: RowFault[];
  /** A bill of this vendor with this number is there already. */
  isEntered: boolean;
  /** It has no number and seems to be there already: it is held back unless the person wants it all the same. */
  repeats: Repeat | null;
  input: FormBill | null;
}

/** So many are taken in at once. */
export const MOST_BILLS = 500;

const WORDS: Record<NamedList, string> = {
  vendors: "vendor",
  accounts: "account",
  items: "item",
  classes: "class",
  customers: "customer or job",
  terms: "terms",
};

/** Every name that a bill uses, with the list and the cell it stands in. */
function namesOf(bill: GatheredBill): { list: NamedList; name: string; row: number; column: Column }[] {
  const [row = 0] = bill.rows;
  return [
    { list: "vendors" as const, name: bill.vendor, row, column: "vendor" as const },
    { list: "terms" as const, name: bill.terms, row, column: "terms" as const },
    { list: "accounts" as const, name: bill.apAccount, row, column: "apAccount" as const },
    ...bill.lines.flatMap((line) => [
      { list: "accounts" as const, name: line.account, row: line.row, column: "account" as const },
      { list: "items" as const, name: line.item, row: line.row, column: "item" as const },
      { list: "classes" as const, name: line.class, row: line.row, column: "class" as const },
      { list: "customers" as const, name: line.customer, row: line.row, column: "customer" as const },
    ]),
  ].filter(({ name }) => name !== "");
}

function nameFaults(bill: GatheredBill, { found, meant }: Matches): RowFault[] {
  return namesOf(bill).flatMap(({ list, name, row, column }) => {
    const match = found.get(keyOf(list, name));
    if (match?.isActive) return [];
    const near = meant.get(keyOf(list, name));
    const message = match
      ? `"${match.name}" is inactive in QuickBooks.`
      : `There is no ${WORDS[list]} "${name}" in QuickBooks.${near ? ` Did you mean "${near}"?` : ""}`;
    return [{ row, column: headingOf(column), message }];
  });
}

function inputOf(bill: GatheredBill, connectionId: string, { found, terms }: Matches): FormBill {
  const idOf = (list: NamedList, name: string) => found.get(keyOf(list, name))?.id ?? null;
  const termsId = idOf("terms", bill.terms);
  const rule = termsId ? terms.get(termsId) : undefined;
  return {
    ...{ billId: null, version: null, connectionId, vendorId: idOf("vendors", bill.vendor), termsId },
    ...{ invoiceNumber: bill.invoiceNumber, billDate: bill.billDate, memo: bill.memo, amount: bill.amount },
    dueDate: bill.dueDate ?? (rule && bill.billDate ? dueDate(bill.billDate, rule) : null),
    apAccountId: idOf("accounts", bill.apAccount),
    lines: bill.lines.map((line) => ({
      ...{ id: null, kind: line.item ? ("item" as const) : ("expense" as const) },
      ...{ accountId: idOf("accounts", line.account), itemId: idOf("items", line.item) },
      ...{ description: line.description, quantity: line.quantity, cost: line.cost, amount: line.amount },
      ...{ classId: idOf("classes", line.class), customerId: idOf("customers", line.customer) },
      billable: line.billable,
    })),
  };
}

const headingOfField = (field: string): string =>
  Object.hasOwn(COLUMNS, field) ? headingOf(field as Column) : "";

/** What the form would refuse: a text that is too long, a day that QuickBooks does not know. */
function formFaults(bill: GatheredBill, input: FormBill): RowFault[] {
  const [row = 0] = bill.rows;
  const parsed = billInput.safeParse(input);
  return (parsed.error?.issues ?? []).map(({ path, message }) => {
    const [field, index] = path;
    return {
      row: field === "lines" && typeof index === "number" ? (bill.lines[index]?.row ?? row) : row,
      ...{ column: headingOfField(String(path.at(-1) ?? "")), message },
    };
  });
}

/**
 * What a file would enter, bill by bill, with what keeps each from it: four statements, however long
 * the file. @throws AppError "invalid" for a file that cannot be read
 */
export async function planImport(db: Db | Tx, connectionId: string, text: string) {
  const { rows, unknown } = readTable(text);
  const gathered = gatherBills(rows);
  const wanted = new Set(gathered.flatMap(namesOf).map(({ list, name }) => keyOf(list, name)));
  const matches = await matchNames(db, connectionId, wanted);
  const vendorOf = (bill: GatheredBill) => matches.found.get(keyOf("vendors", bill.vendor))?.id;
  const numbered = gathered.flatMap((bill) => {
    const vendorId = vendorOf(bill);
    return vendorId && bill.invoiceNumber ? [{ vendorId, number: bill.invoiceNumber }] : [];
  });
  const entered = await findEntered(db, connectionId, numbered);
  const repeats = await findRepeats(
    db,
    connectionId,
    gathered.map((bill) => ({ ...bill, row: bill.rows[0] ?? 0, vendorId: vendorOf(bill) })),
  );
  const inFile = new Map<string, number>();
  const bills = gathered.map((bill, index): PlannedBill => {
    const [row = 0] = bill.rows;
    const input = inputOf(bill, connectionId, matches);
    const faults = [...bill.faults, ...nameFaults(bill, matches), ...formFaults(bill, input)];
    const key = `${vendorOf(bill) ?? bill.vendor.toLowerCase()}\n${bill.invoiceNumber.toLowerCase()}`;
    const column = headingOf("invoiceNumber");
    const above = inFile.get(key);
    const isEntered = bill.invoiceNumber !== "" && entered.has(key);
    if (isEntered) {
      faults.push({
        row,
        column,
        message: `${bill.vendor} has a bill with the number ${bill.invoiceNumber} already.`,
      });
    } else if (bill.invoiceNumber && above !== undefined) {
      faults.push({
        row,
        column,
        message: `Row ${above} has the same vendor and number. Put the rows of one bill together.`,
      });
    }
    if (bill.invoiceNumber) inFile.set(key, above ?? row);
    if (index >= MOST_BILLS)
      faults.push({ row, column: "", message: `Only ${MOST_BILLS} bills are taken in at once.` });
    const { rows: ofBill, vendor, invoiceNumber, billDate, amount, lines } = bill;
    return {
      ...{
        rows: ofBill,
        vendor,
        invoiceNumber,
        billDate,
        dueDate: input.dueDate ? String(input.dueDate) : null,
      },
      ...{ amount, lines: lines.length, faults, isEntered, repeats: repeats[index] ?? null },
      input: faults.length === 0 ? input : null,
    };
  });
  return { bills, unknown };
}
