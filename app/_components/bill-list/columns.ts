import type { BillRow, BillSort } from "@/lib/bills/bill-list-views";
import type { Tab } from "@/lib/bills/bill-states";
import { compareAmounts } from "@/lib/core/money";

export type ColumnName =
  | "vendor"
  | "invoice"
  | "companyFile"
  | "date"
  | "due"
  | "waitingFor"
  | "enteredBy"
  | "state"
  | "open"
  | "amount";

interface Column {
  name: ColumnName;
  label: string;
  numeric?: true;
  sort?: BillSort;
}

const COLUMNS: Record<ColumnName, Column> = {
  vendor: { name: "vendor", label: "Vendor", sort: "vendor" },
  invoice: { name: "invoice", label: "Invoice number", sort: "invoice" },
  companyFile: { name: "companyFile", label: "Company file" },
  date: { name: "date", label: "Date", sort: "date" },
  due: { name: "due", label: "Due", sort: "due" },
  waitingFor: { name: "waitingFor", label: "Waits for" },
  enteredBy: { name: "enteredBy", label: "Entered by" },
  state: { name: "state", label: "State", sort: "state" },
  open: { name: "open", label: "Open", numeric: true, sort: "open" },
  amount: { name: "amount", label: "Amount", numeric: true, sort: "amount" },
};

const BY_TAB: Record<Tab, ColumnName[]> = {
  inbox: ["vendor", "invoice", "date", "due", "enteredBy", "amount"],
  approvals: ["vendor", "invoice", "date", "due", "waitingFor", "amount"],
  payables: ["vendor", "invoice", "date", "due", "open", "amount"],
  archive: ["vendor", "invoice", "date", "due", "state", "amount"],
};

/** Where bills of several company files stand in one list, whose they are comes after the number. */
export const columnsOf = (tab: Tab, showsCompanyFile: boolean): Column[] =>
  BY_TAB[tab]
    .flatMap((name): ColumnName[] =>
      name === "invoice" && showsCompanyFile ? [name, "companyFile"] : [name],
    )
    .map((name) => COLUMNS[name]);

/** How a bill is called where it has no number yet. */
export const invoiceOf = (row: Pick<BillRow, "invoiceNumber">): string => row.invoiceNumber || "No number";
export const vendorOf = (row: Pick<BillRow, "vendor">): string => row.vendor?.name ?? "No vendor yet";

/** Whether money is late: a bill that is still to be paid, past its due date. `today` is YYYY-MM-DD. */
export const isOverdue = (row: Pick<BillRow, "state" | "dueDate">, today: string): boolean =>
  row.dueDate !== null && row.dueDate < today && (row.state === "in_approval" || row.state === "approved");

type Payable = Pick<BillRow, "isLeaving" | "paying" | "openAmount" | "amount">;

/** Why a bill of Accounts Payable cannot be marked as paid now; null where it can. */
export function whyNotPayable({ isLeaving, paying, openAmount, amount }: Payable): string | null {
  if (isLeaving) return "It is to be voided or deleted in QuickBooks.";
  if (paying !== null && compareAmounts(paying, openAmount ?? amount) >= 0)
    return "Payments that wait cover what is open.";
  return null;
}
