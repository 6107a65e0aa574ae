import { sumFault } from "@/lib/bills/line-amount";
import { isDay } from "@/lib/core/dates";
import { addAmounts, extend, isAmount, isFiveDecimals, toAmount } from "@/lib/core/money";
import { type Column, HEADER_COLUMNS, headingOf } from "./columns";
import type { TableRow } from "./read-table";

/** What keeps a row from being taken in. */
export interface RowFault {
  row: number;
  /** The heading of the cell; "" for the whole row. */
  column: string;
  message: string;
}

export interface GatheredLine {
  row: number;
  account: string;
  item: string;
  description: string;
  quantity: string | null;
  cost: string | null;
  amount: string;
  class: string;
  customer: string;
  billable: boolean;
}

/** The rows of one bill. Names are as written; amounts are decimal strings, days YYYY-MM-DD. */
export interface GatheredBill {
  rows: number[];
  vendor: string;
  invoiceNumber: string;
  billDate: string | null;
  dueDate: string | null;
  terms: string;
  apAccount: string;
  memo: string;
  amount: string;
  lines: GatheredLine[];
  faults: RowFault[];
}

/** "2026-11-23", "11/23/2026", "11/23/26": months first, as in the United States. */
export function readDay(text: string): string | undefined {
  if (isDay(text)) return text;
  const [, month = "", day = "", year = ""] = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/.exec(text) ?? [];
  const iso = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(iso) ? iso : undefined;
}

/** Commas that part thousands: those of "12,50", which means twelve and a half, do not. */
const THOUSANDS = /^-?\d{1,3}(,\d{3})+(\.\d*)?$/;

/** A number without its currency sign and the commas between its thousands; any other comma stays. */
function plainNumber(text: string): string {
  const bare = text.replace(/[$\s]/g, "");
  return THOUSANDS.test(bare) ? bare.replaceAll(",", "") : bare;
}

/** "$1,250.00", "(35.10)", "-35.1"; undefined for what is no amount, such as "12,50". */
export function readAmount(text: string): string | undefined {
  const inside = /^\((.*)\)$/.exec(text.trim());
  const plain = plainNumber(inside?.[1] ?? text);
  const signed = inside ? `-${plain}` : plain;
  return isAmount(signed) ? toAmount(signed) : undefined;
}

const YES = /^(y|yes|true|1|x)$/i;
const NO = /^(n|no|false|0|)$/i;

type Fault = (column: Column | "", message: string) => void;

function lineOf({ row, cells }: TableRow, fault: Fault): GatheredLine {
  const number = (column: "quantity" | "cost"): string | null => {
    const text = cells[column];
    if (text === undefined) return null;
    const plain = plainNumber(text);
    if (isFiveDecimals(plain)) return plain;
    fault(column, `"${text}" is no number with at most five decimals.`);
    return null;
  };
  const quantity = number("quantity");
  const cost = number("cost");
  let amount = cells.amount === undefined ? undefined : readAmount(cells.amount);
  if (cells.amount !== undefined && amount === undefined)
    fault("amount", `"${cells.amount}" is no amount. Write 1250.00 or 1,250.00.`);
  if (cells.amount === undefined && quantity !== null && cost !== null) amount = extend(quantity, cost);
  else if (cells.amount === undefined) fault("amount", "The amount is missing.");
  const wrong = cells.item && amount !== undefined ? sumFault({ quantity, cost, amount }) : undefined;
  if (wrong) fault("amount", wrong.message);
  if (!cells.account && !cells.item) fault("account", "Name an account or an item.");
  if (cells.account && cells.item) fault("item", "A line has an account or an item, not both.");
  const billable = cells.billable ?? "";
  if (!YES.test(billable) && !NO.test(billable)) fault("billable", `Write yes or no, not "${billable}".`);
  return {
    row,
    ...{ account: cells.account ?? "", item: cells.item ?? "", description: cells.description ?? "" },
    ...{ quantity, cost, amount: amount ?? "0.00", class: cells.class ?? "", customer: cells.customer ?? "" },
    billable: YES.test(billable),
  };
}

function headOf(
  { cells }: TableRow,
  fault: Fault,
): Omit<GatheredBill, "rows" | "lines" | "faults" | "amount"> {
  const day = (column: "billDate" | "dueDate"): string | null => {
    const text = cells[column];
    if (text === undefined) return null;
    const read = readDay(text);
    if (!read) fault(column, `"${text}" is no date. Write 2026-11-23 or 11/23/2026.`);
    return read ?? null;
  };
  if (!cells.vendor) fault("vendor", "The vendor is missing.");
  return {
    ...{ vendor: cells.vendor ?? "", invoiceNumber: cells.invoiceNumber ?? "", terms: cells.terms ?? "" },
    ...{ billDate: day("billDate"), dueDate: day("dueDate") },
    ...{ apAccount: cells.apAccount ?? "", memo: cells.memo ?? "" },
  };
}

/** Whether a row goes on with the bill of the row above: no vendor, or the same vendor and number. */
function goesOn({ cells }: TableRow, first: TableRow | undefined): boolean {
  if (!first) return false;
  if (!cells.vendor && !cells.invoiceNumber) return true;
  const isSame = (column: "vendor" | "invoiceNumber") =>
    (cells[column] ?? "").toLowerCase() === (first.cells[column] ?? "").toLowerCase();
  return Boolean(cells.invoiceNumber) && isSame("vendor") && isSame("invoiceNumber");
}

/** The bills that the rows make, in the order of the file, each with what is wrong in its own cells. */
export function gatherBills(rows: readonly TableRow[]): GatheredBill[] {
  const bills: GatheredBill[] = [];
  let first: TableRow | undefined;
  for (const row of rows) {
    const faults: RowFault[] = [];
    const fault: Fault = (column, message) =>
      faults.push({ row: row.row, column: column && headingOf(column), message });
    if (row.fault) fault("", row.fault);
    const current = bills.at(-1);
    if (current && first && goesOn(row, first)) {
      for (const column of HEADER_COLUMNS) {
        const [above, here] = [first.cells[column], row.cells[column]];
        if (here !== undefined && here.toLowerCase() !== above?.toLowerCase()) {
          fault(column, `"${here}" differs from row ${first.row} of the same bill.`);
        }
      }
      current.lines.push(lineOf(row, fault));
      current.rows.push(row.row);
      current.faults.push(...faults);
    } else {
      first = row;
      const head = headOf(row, fault);
      bills.push({ ...head, rows: [row.row], amount: "0.00", lines: [lineOf(row, fault)], faults });
    }
  }
  for (const bill of bills) bill.amount = addAmounts(bill.lines.map(({ amount }) => amount));
  return bills;
}
