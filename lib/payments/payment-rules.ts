import type { FieldError } from "@/lib/core/errors";
import { addAmounts, compareAmounts, isZero } from "@/lib/core/money";
import type { ApplicationInput, PaymentInput } from "./payment-input";

/** An account of the ledger, as far as the rules look at it. */
export interface PayingAccount {
  id: string;
  name: string;
  accountType: string;
  isActive: boolean;
  /** By name; null where the file has one currency. */
  currency: string | null;
}

/** A bill that may be paid. */
export interface PayableBill {
  id: string;
  connectionId: string;
  state: string;
  vendorId: string | null;
  vendorName: string;
  vendorListId: string | null;
  invoiceNumber: string;
  billDate: string | null;
  dueDate: string | null;
  amount: string;
  /** The accounts payable account it stands on; null where nothing tells. */
  apAccountId: string | null;
  /** It is ordered to be voided or deleted. */
  isLeaving: boolean;
  /** QuickBooks has it. */
  isLinked: boolean;
  /** What is to be paid after all that is paid and waits to be paid. */
  open: string;
  /** What waiting payments will pay of it. */
  pending: string;
}

/** A vendor credit with what of it no payment has used. */
export interface UsableCredit {
  id: string;
  vendorListId: string | null;
  apAccountId: string | null;
  refNumber: string;
  date: string | null;
  open: string;
}

export interface PaymentFacts {
  closingDate: string | null;
  /** The company's own and the vendor's, by name; null where the file has one currency. */
  currencies: { home: string | null; vendor: string | null };
  account: PayingAccount | null;
  /** What discounts are posted to, by id. */
  discountAccounts: PayingAccount[];
  bills: PayableBill[];
  credits: UsableCredit[];
}

/** The account type each method pays from: QuickBooks refuses any other. */
export const PAYS_FROM = { check: "Bank", credit_card: "CreditCard" } as const;

const ACCOUNT_WORDS = { check: "a bank account", credit_card: "a credit card account" } as const;

/** Money and discounts have no place on accounts payable, nor where nothing is posted. */
const NOT_FOR_DISCOUNTS = new Set([
  "AccountsPayable",
  "AccountsReceivable",
  "NonPosting",
  "Bank",
  "CreditCard",
]);

/** What an application settles of its bill: money, discount and credits. */
export const settledBy = (application: ApplicationInput): string =>
  addAmounts([
    application.amount,
    application.discountAmount,
    ...application.credits.map((credit) => credit.amount),
  ]);

/** What leaves the account: without discounts and credits. */
export const amountOf = (input: Pick<PaymentInput, "applications">): string =>
  addAmounts(input.applications.map((application) => application.amount));

const nameOf = (bill: PayableBill) =>
  bill.invoiceNumber ? `Bill ${bill.invoiceNumber}` : "A bill without a number";

/** A bill stands on one accounts payable account; where it is not known it is taken for the others'. */
const oneOf = (values: (string | null)[]): boolean =>
  new Set(values.filter((value) => value !== null)).size <= 1;

function headProblems(input: PaymentInput, facts: PaymentFacts): FieldError[] {
  const problems: FieldError[] = [];
  const add = (path: string, message: string) => problems.push({ path, message });
  const { account, closingDate } = facts;
  if (!account?.isActive || account.accountType !== PAYS_FROM[input.method]) {
    add("accountId", `Choose ${ACCOUNT_WORDS[input.method]} that is active.`);
  }
  const { home, vendor } = facts.currencies;
  if (account?.currency && home && ![home, vendor].includes(account.currency)) {
    const known = vendor && vendor !== home ? `${vendor} or ${home}` : home;
    add("accountId", `${account.name} is kept in ${account.currency}. Choose an account in ${known}.`);
  }
  if (closingDate && input.date <= closingDate) {
    add("date", `The books are closed up to ${closingDate}. Choose a later date.`);
  }
  if (input.isToBePrinted && input.method !== "check") {
    add("isToBePrinted", "Only a check can be printed.");
  } else if (input.isToBePrinted && input.refNumber) {
    add("refNumber", "A check that is to be printed gets its number when it is printed.");
  } else if (
    input.method === "check" &&
    !input.isToBePrinted &&
    !input.refNumber &&
    !isZero(amountOf(input))
  ) {
    add("refNumber", "Enter the check's number, or choose that it is to be printed.");
  }
  return problems;
}

function applicationProblems(
  application: ApplicationInput,
  index: number,
  facts: PaymentFacts,
): FieldError[] {
  const problems: FieldError[] = [];
  const add = (field: string, message: string) =>
    problems.push({ path: `applications.${index}.${field}`, message });
  const bill = facts.bills.find(({ id }) => id === application.billId);
  if (!bill) return [{ path: `applications.${index}.billId`, message: "This bill does not exist." }];
  const total = settledBy(application);
  if (bill.state !== "approved") add("billId", `${nameOf(bill)} is not in Accounts Payable.`);
  else if (bill.isLeaving) add("billId", `${nameOf(bill)} is to be voided or deleted in QuickBooks.`);
  else if (isZero(total)) add("amount", `Enter what is paid of ${nameOf(bill)}, or leave the bill out.`);
  else if (compareAmounts(total, bill.open) > 0) {
    const waiting = isZero(bill.pending) ? "" : `; ${bill.pending} more waits to be paid`;
    add("amount", `${nameOf(bill)} has only ${bill.open} open${waiting}.`);
  }
  if (!isZero(application.discountAmount)) {
    const account = facts.discountAccounts.find(({ id }) => id === application.discountAccountId);
    if (!account?.isActive || NOT_FOR_DISCOUNTS.has(account.accountType)) {
      add("discountAccountId", "Choose the income or expense account that the discount is posted to.");
    }
  }
  return problems;
}

function creditProblems(input: PaymentInput, facts: PaymentFacts): FieldError[] {
  const used = new Map<string, string[]>();
  for (const application of input.applications) {
    const own = new Set<string>();
    for (const { creditId, amount } of application.credits) {
      if (own.has(creditId)) return [{ path: "applications", message: "A credit stands twice on one bill." }];
      own.add(creditId);
      used.set(creditId, [...(used.get(creditId) ?? []), amount]);
    }
  }
  return [...used].flatMap(([creditId, amounts]): FieldError[] => {
    const credit = facts.credits.find(({ id }) => id === creditId);
    const path = `credits.${creditId}`;
    if (!credit) return [{ path, message: "This credit does not exist, or not any more." }];
    if (facts.bills.some((bill) => bill.vendorListId !== credit.vendorListId)) {
      return [{ path, message: "This credit is another vendor's." }];
    }
    if (!oneOf([credit.apAccountId, ...facts.bills.map((bill) => bill.apAccountId)])) {
      return [{ path, message: "This credit stands on another accounts payable account." }];
    }
    return compareAmounts(addAmounts(amounts), credit.open) > 0
      ? [{ path, message: `The credit has only ${credit.open} left.` }]
      : [];
  });
}

/**
 * What keeps a payment from being recorded, by the field of the form; nothing when it may. The rules are
 * QuickBooks' own: one vendor, one accounts payable account, no more than what is open, and on every bill
 * at least one of money, discount and credit.
 */
export function paymentProblems(input: PaymentInput, facts: PaymentFacts): FieldError[] {
  const problems = headProblems(input, facts);
  const ids = input.applications.map(({ billId }) => billId);
  if (new Set(ids).size < ids.length)
    problems.push({ path: "applications", message: "A bill stands there twice." });
  if (new Set(facts.bills.map((bill) => bill.vendorId)).size > 1) {
    problems.push({ path: "applications", message: "One payment pays one vendor's bills." });
  }
  if (!oneOf(facts.bills.map((bill) => bill.apAccountId))) {
    problems.push({
      path: "applications",
      message: "These bills stand on different accounts payable accounts. Pay them separately.",
    });
  }
  return [
    ...problems,
    ...input.applications.flatMap((application, index) => applicationProblems(application, index, facts)),
    ...creditProblems(input, facts),
  ];
}
