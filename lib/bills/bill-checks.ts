import { addDays } from "@/lib/core/dates";
import { addAmounts, isNegative, sameAmount } from "@/lib/core/money";
import type { CheckFix, CheckResult, OtherBill } from "./check-result";
import { type CheckedLine, checkLine } from "./line-checks";
import { type CheckedRecord, checkRecord, checkText } from "./record-checks";

/** Another bill, and what of it is nearly the same. */
export type SimilarBill = OtherBill & { id: string; likeness: "number" | "amount" };

/** What the checks look at: the bill, and what the ledger says of all it names. */
export interface CheckedBill {
  vendor: CheckedRecord | null;
  invoiceNumber: string;
  memo: string;
  billDate: string | null;
  dueDate: string | null;
  amount: string;
  terms: CheckedRecord | null;
  apAccount: CheckedRecord | null;
  lines: CheckedLine[];
  closingDate: string | null;
  /** Other bills of this vendor with the same number. */
  duplicates: (OtherBill & { id: string })[];
  /** Other bills of this vendor that say nearly the same; looked for where a person sees it. */
  similar?: SimilarBill[];
  /** Where the file uses several currencies: the books' own. */
  homeCurrency?: string | null;
}

/** Limits are QuickBooks' own (qbXML BillAdd). */
const LIMITS = { invoiceNumber: 20, memo: 4095 } as const;

const TYPE_IT: CheckFix = { kind: "focus", label: "Enter it" };

/** Vendor, account and bill must be of one currency. */
function checkCurrency({ vendor, apAccount, homeCurrency }: CheckedBill): CheckResult[] {
  if (!homeCurrency || !vendor?.currency) return [];
  const fixes: CheckFix[] = [
    { kind: "pick", label: `Pick an A/P account in ${vendor.currency}`, list: "apAccount" },
  ];
  if (apAccount?.currency && apAccount.currency !== vendor.currency) {
    const message = `${vendor.name} is paid in ${vendor.currency}, the A/P account ${apAccount.name} is kept in ${apAccount.currency}. QuickBooks wants one currency.`;
    return [{ level: "error", field: "apAccountId", message, fixes }];
  }
  if (!apAccount && vendor.currency !== homeCurrency) {
    const message = `${vendor.name} is paid in ${vendor.currency}: choose the A/P account that is kept in it.`;
    return [{ level: "warning", field: "apAccountId", message, fixes }];
  }
  return [];
}

const LIKENESS: Record<SimilarBill["likeness"], string> = {
  number: "its number differs in dashes, zeros or capitals alone",
  amount: "it has the same amount, and nearly the same date",
};

/** So many other bills are told; a vendor with more has them in the lists. */
const MOST_OTHERS = 3;

/** Other bills that may be this one: with the very same number first, then those that say nearly the same. */
export function checkDuplicates({
  duplicates,
  similar = [],
  invoiceNumber,
}: Pick<CheckedBill, "duplicates" | "similar" | "invoiceNumber">): CheckResult[] {
  const about = ({ id, ...found }: OtherBill & { id: string }, message: string): CheckResult => {
    const { vendor, billDate, amount, currency, state } = found;
    return {
      ...{ level: "warning", field: "invoiceNumber", message },
      fixes: [{ kind: "open", label: "Look at it", billId: id }],
      other: { vendor, invoiceNumber: found.invoiceNumber, billDate, amount, currency, state },
    };
  };
  return [
    ...duplicates.map((bill) =>
      about(bill, `There is another bill from this vendor with the number ${invoiceNumber}.`),
    ),
    ...similar.map((bill) => about(bill, `This may have been entered before: ${LIKENESS[bill.likeness]}.`)),
  ].slice(0, MOST_OTHERS);
}

/** What QuickBooks would refuse, said before anybody approves; it costs no attempt. */
export function checkBill(bill: CheckedBill): CheckResult[] {
  const results: CheckResult[] = [];
  const say = (level: CheckResult["level"], field: string, message: string, ...fixes: CheckFix[]) =>
    results.push({ level, field, message, fixes });
  const ask = (field: string, message: string, ...fixes: CheckFix[]) =>
    results.push({ level: "error", field, message, fixes, isIncomplete: true });

  if (!bill.vendor)
    ask("vendorId", "Choose a vendor.", { kind: "pick", label: "Choose a vendor", list: "vendor" });
  if (!bill.billDate) ask("billDate", "Enter the date of the bill.", TYPE_IT);
  if (bill.lines.length === 0) ask("lines", "Enter at least one line.", TYPE_IT);
  if (isNegative(bill.amount))
    say(
      "error",
      "amount",
      "A bill cannot be negative. Enter a vendor credit in QuickBooks instead.",
      TYPE_IT,
    );
  const total = addAmounts(bill.lines.map((line) => line.amount));
  if (bill.lines.length > 0 && !sameAmount(total, bill.amount)) {
    ask(
      "amount",
      `The lines add up to ${total}, the bill says ${bill.amount}.`,
      { kind: "set", label: `Make it ${total}`, value: total },
      { kind: "focus", label: "Edit the bill" },
    );
  }
  if (bill.billDate && bill.dueDate && bill.dueDate < bill.billDate) {
    say("warning", "dueDate", "The due date is before the date of the bill.", {
      kind: "focus",
      label: "Change it",
    });
  }
  if (bill.billDate && bill.closingDate && bill.billDate <= bill.closingDate) {
    const open = addDays(bill.closingDate, 1);
    say(
      "error",
      "billDate",
      `The books are closed up to ${bill.closingDate}. Choose a later date, or reopen the period in QuickBooks.`,
      { kind: "set", label: `Date it ${open}`, value: open },
      { kind: "focus", label: "Choose a date" },
    );
  }
  results.push(
    ...checkDuplicates(bill),
    ...checkCurrency(bill),
    ...checkRecord(bill.vendor, { what: "Vendor", field: "vendorId", list: "vendor" }),
    ...checkRecord(bill.terms, { what: "Terms", field: "termsId", list: "terms" }),
    ...checkRecord(bill.apAccount, { what: "A/P account", field: "apAccountId", list: "apAccount" }),
    ...checkText(bill.invoiceNumber, "the invoice number", "invoiceNumber", LIMITS.invoiceNumber),
    ...checkText(bill.memo, "the memo", "memo", LIMITS.memo),
    ...bill.lines.flatMap(checkLine),
  );
  return results;
}
