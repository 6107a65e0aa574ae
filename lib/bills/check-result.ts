import type { BillState } from "./bill-states";

/** A list that a field is chosen from. */
export type CheckedList = "vendor" | "terms" | "account" | "apAccount" | "item" | "class" | "customer";

/**
 * The way out of a check, one click long. `focus` opens the form at the field. `set` writes a value that is
 * proposed: another record's id (with its name), a shortened text, a date, an amount. `pick` lets another record be chosen in
 * place. `rename` gives an entry that QuickBooks does not have yet another name. `open` shows another bill.
 */
export type CheckFix =
  | { kind: "focus"; label: string }
  | { kind: "set"; label: string; value: string; name?: string }
  | { kind: "pick"; label: string; list: CheckedList }
  | { kind: "rename"; label: string; list: "item" | "customer"; id: string; name: string }
  | { kind: "open"; label: string; billId: string };

/** Another bill that may be this one entered twice, in a line. */
export interface OtherBill {
  vendor: string;
  invoiceNumber: string;
  billDate: string | null;
  amount: string;
  /** The vendor's currency by name, where it is not the company's own. */
  currency: string | null;
  state: BillState;
}

export interface CheckResult {
  /** An error keeps the bill from approval; a warning is shown. */
  level: "error" | "warning";
  /** The field it is about: the form's own name. */
  field: string;
  message: string;
  fixes: CheckFix[];
  /** The bill that it is about; who may see it has a fix that opens it. */
  other?: OtherBill;
  /** Nothing is wrong, only not filled in yet: kept back while somebody is still typing. */
  isIncomplete?: true;
}
