import { addAmounts, isNegative, sameAmount } from "@/lib/core/money";
import { showCharacter, toQuickBooksText } from "@/lib/core/quickbooks-text";

/** What the checks look at: the bill, and what the ledger says of all it names. */
export interface CheckedRecord {
  name: string;
  isActive: boolean;
  isDeleted: boolean;
}

export interface CheckedBill {
  vendor: CheckedRecord | null;
  invoiceNumber: string;
  memo: string;
  billDate: string | null;
  dueDate: string | null;
  amount: string;
  terms: CheckedRecord | null;
  apAccount: CheckedRecord | null;
  lines: {
    kind: "expense" | "item";
    account: CheckedRecord | null;
    item: CheckedRecord | null;
    class: CheckedRecord | null;
    customer: CheckedRecord | null;
    description: string;
    amount: string;
    billable: boolean;
  }[];
  closingDate: string | null;
  /** Other bills of this vendor with the same number. */
  duplicates: { id: string; state: string }[];
}

export interface CheckResult {
  /** An error keeps the bill from approval; a warning is shown. */
  level: "error" | "warning";
  /** The field it is about: the form's own name. */
  field: string;
  message: string;
}

const reference = (record: CheckedRecord | null, what: string, field: string): CheckResult[] => {
  if (!record) return [];
  if (record.isDeleted) {
    return [
      { level: "error", field, message: `${what} ${record.name} was deleted in QuickBooks. Choose another.` },
    ];
  }
  return record.isActive
    ? []
    : [
        {
          level: "error",
          field,
          message: `${what} ${record.name} is inactive in QuickBooks. Choose another, or make it active there.`,
        },
      ];
};

/** QuickBooks stores about the letters of Western Europe; it would keep a question mark for any other. */
const text = (value: string, what: string, field: string): CheckResult[] => {
  const { unstorable } = toQuickBooksText(value);
  if (unstorable.length === 0) return [];
  const characters = unstorable.slice(0, 3).map(showCharacter).join(" ");
  return [
    {
      level: "error",
      field,
      message: `QuickBooks cannot store ${characters} in ${what}. Write it otherwise.`,
    },
  ];
};

/** What QuickBooks would refuse, said before anybody approves; it costs no attempt. */
export function checkBill(bill: CheckedBill): CheckResult[] {
  const results: CheckResult[] = [];
  const error = (field: string, message: string) => results.push({ level: "error", field, message });
  const warn = (field: string, message: string) => results.push({ level: "warning", field, message });

  if (!bill.vendor) error("vendorId", "Choose a vendor.");
  if (!bill.billDate) error("billDate", "Enter the date of the bill.");
  if (bill.lines.length === 0) error("lines", "Enter at least one line.");
  if (isNegative(bill.amount))
    error("amount", "A bill cannot be negative. Enter a vendor credit in QuickBooks instead.");
  const total = addAmounts(bill.lines.map((line) => line.amount));
  if (bill.lines.length > 0 && !sameAmount(total, bill.amount)) {
    error("amount", `The lines add up to ${total}, the bill says ${bill.amount}.`);
  }
  if (bill.billDate && bill.dueDate && bill.dueDate < bill.billDate) {
    warn("dueDate", "The due date is before the date of the bill.");
  }
  if (bill.billDate && bill.closingDate && bill.billDate <= bill.closingDate) {
    error(
      "billDate",
      `The books are closed up to ${bill.closingDate}. Choose a later date, or reopen the period in QuickBooks.`,
    );
  }
  if (bill.duplicates.length > 0) {
    warn("invoiceNumber", `There is another bill from this vendor with the number ${bill.invoiceNumber}.`);
  }
  results.push(
    ...reference(bill.vendor, "Vendor", "vendorId"),
    ...reference(bill.terms, "Terms", "termsId"),
    ...reference(bill.apAccount, "A/P account", "apAccountId"),
    ...text(bill.invoiceNumber, "the invoice number", "invoiceNumber"),
    ...text(bill.memo, "the memo", "memo"),
  );
  bill.lines.forEach((line, index) => {
    const field = `lines.${index}`;
    if (line.kind === "expense" && !line.account)
      error(`${field}.accountId`, `Line ${index + 1}: choose an account.`);
    if (line.kind === "item" && !line.item) error(`${field}.itemId`, `Line ${index + 1}: choose an item.`);
    if (line.billable && !line.customer) {
      error(`${field}.customerId`, `Line ${index + 1}: a billable line needs a customer:job.`);
    }
    results.push(
      ...reference(line.account, "Account", `${field}.accountId`),
      ...reference(line.item, "Item", `${field}.itemId`),
      ...reference(line.class, "Class", `${field}.classId`),
      ...reference(line.customer, "Customer:job", `${field}.customerId`),
      ...text(line.description, `the description of line ${index + 1}`, `${field}.description`),
    );
  });
  return results;
}
