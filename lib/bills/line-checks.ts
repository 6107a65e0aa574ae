import type { CheckFix, CheckResult } from "./check-result";
import { sumFault } from "./line-amount";
import { type CheckedRecord, checkRecord, checkText } from "./record-checks";

export interface CheckedLine {
  kind: "expense" | "item";
  account: CheckedRecord | null;
  item: CheckedRecord | null;
  class: CheckedRecord | null;
  customer: CheckedRecord | null;
  description: string;
  quantity: string | null;
  cost: string | null;
  amount: string;
  billable: boolean;
}

/** QuickBooks' own limit of a line's memo. */
const DESCRIPTION_LIMIT = 4095;

/** Account types whose lines QuickBooks does not pass on to a customer: money, what is owed either way, what is owned by the owners. */
const NOT_BILLABLE: ReadonlySet<string> = new Set([
  "AccountsPayable",
  "AccountsReceivable",
  "Bank",
  "CreditCard",
  "Equity",
  "LongTermLiability",
  "NonPosting",
]);

/** What QuickBooks would refuse of one line. */
export function checkLine(line: CheckedLine, index: number): CheckResult[] {
  const field = `lines.${index}`;
  const results: CheckResult[] = [];
  const say = (level: CheckResult["level"], at: string, message: string, ...fixes: CheckFix[]) =>
    results.push({ level, field: `${field}.${at}`, message: `Line ${index + 1}: ${message}`, fixes });
  const ask = (at: string, message: string, ...fixes: CheckFix[]) =>
    results.push({
      level: "error",
      field: `${field}.${at}`,
      message: `Line ${index + 1}: ${message}`,
      fixes,
      isIncomplete: true,
    });
  const pickAccount = (label: string): CheckFix => ({ kind: "pick", label, list: "account" });
  const pickCustomer = (label: string): CheckFix => ({ kind: "pick", label, list: "customer" });

  if (line.kind === "expense" && !line.account)
    ask("accountId", "choose an account.", pickAccount("Choose an account"));
  if (line.kind === "item" && !line.item)
    ask("itemId", "choose an item.", { kind: "pick", label: "Choose an item", list: "item" });
  const wrong = line.kind === "item" ? sumFault(line) : undefined;
  if (wrong) {
    say(
      "error",
      "amount",
      wrong.message,
      { kind: "set", label: `Make it ${wrong.sum}`, value: wrong.sum },
      { kind: "focus", label: "Edit the line" },
    );
  }
  if (line.billable && !line.customer) {
    ask("customerId", "a billable line needs a customer:job.", pickCustomer("Choose a customer:job"));
  }
  const type = line.account?.accountType ?? "";
  if (line.account && line.billable && line.customer && NOT_BILLABLE.has(type)) {
    say(
      "error",
      "accountId",
      `QuickBooks does not bill what is posted to ${line.account.name} on to a customer.`,
      pickAccount("Pick an expense account"),
      { kind: "focus", label: "Make it not billable" },
    );
  }
  if (line.account && type === "AccountsPayable") {
    say(
      "error",
      "accountId",
      `${line.account.name} is the bill's own kind of account.`,
      pickAccount("Pick another account"),
    );
  }
  if (line.account && type === "AccountsReceivable" && !line.customer) {
    say(
      "error",
      "customerId",
      `QuickBooks wants a customer for what is posted to ${line.account.name}.`,
      pickCustomer("Choose a customer:job"),
    );
  }
  if (line.kind === "item" && line.item && !line.item.isDeleted && line.item.hasExpenseAccount === false) {
    say(
      "warning",
      "itemId",
      `${line.item.name} has no account for what it costs; QuickBooks may refuse to buy it.`,
      { kind: "pick", label: "Pick another item", list: "item" },
    );
  }
  results.push(
    ...checkRecord(line.account, { what: "Account", field: `${field}.accountId`, list: "account" }),
    ...checkRecord(line.item, { what: "Item", field: `${field}.itemId`, list: "item" }),
    ...checkRecord(line.class, { what: "Class", field: `${field}.classId`, list: "class" }),
    ...checkRecord(line.customer, { what: "Customer:job", field: `${field}.customerId`, list: "customer" }),
    ...checkText(
      line.description,
      `the description of line ${index + 1}`,
      `${field}.description`,
      DESCRIPTION_LIMIT,
    ),
  );
  return results;
}
