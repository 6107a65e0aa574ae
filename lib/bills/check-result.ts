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

export interface CheckResult {
  /** An error keeps the bill from approval; a warning is shown. */
  level: "error" | "warning";
  /** The field it is about: the form's own name. */
  field: string;
  message: string;
  fixes: CheckFix[];
  /** Nothing is wrong, only not filled in yet: kept back while somebody is still typing. */
  isIncomplete?: true;
}
