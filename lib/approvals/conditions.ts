import { compareAmounts } from "@/lib/core/money";

/**
 * The conditions of a rule: every one that is given must hold; one of several values is enough. The
 * upper bound is outside, so that the ranges of two rules join without a gap.
 */
export interface WhenBill {
  totalAtLeast?: string | undefined;
  totalBelow?: string | undefined;
  vendorIds?: string[] | undefined;
  accountIds?: string[] | undefined;
  itemIds?: string[] | undefined;
  classIds?: string[] | undefined;
  customerIds?: string[] | undefined;
  enteredBy?: string[] | undefined;
}

export type Condition = keyof WhenBill;

/** What the rules look at. Amounts are decimal strings. */
export interface BillFacts {
  amount: string;
  vendorId: string;
  /** Null for a bill that was entered in QuickBooks. */
  enteredBy: string | null;
  /** Whose bill it is: who entered it, and who made it what it is since. */
  authorIds: string[];
  accountIds: string[];
  itemIds: string[];
  classIds: string[];
  customerIds: string[];
}

const isOneOf = (wanted: string[] | undefined, found: string[]): boolean =>
  wanted === undefined || wanted.length === 0 || found.some((id) => wanted.includes(id));

const CONDITIONS: { [Name in Condition]-?: (when: WhenBill, bill: BillFacts) => boolean } = {
  totalAtLeast: ({ totalAtLeast }, { amount }) =>
    totalAtLeast === undefined || compareAmounts(amount, totalAtLeast) >= 0,
  totalBelow: ({ totalBelow }, { amount }) =>
    totalBelow === undefined || compareAmounts(amount, totalBelow) < 0,
  vendorIds: ({ vendorIds }, { vendorId }) => isOneOf(vendorIds, [vendorId]),
  accountIds: ({ accountIds }, bill) => isOneOf(accountIds, bill.accountIds),
  itemIds: ({ itemIds }, bill) => isOneOf(itemIds, bill.itemIds),
  classIds: ({ classIds }, bill) => isOneOf(classIds, bill.classIds),
  customerIds: ({ customerIds }, bill) => isOneOf(customerIds, bill.customerIds),
  enteredBy: ({ enteredBy }, bill) => isOneOf(enteredBy, bill.enteredBy ? [bill.enteredBy] : []),
};

/** The conditions that a bill does not meet. */
export const unmetConditions = (when: WhenBill, bill: BillFacts): Condition[] =>
  (Object.keys(CONDITIONS) as Condition[]).filter((name) => !CONDITIONS[name](when, bill));

/** Whether a bill meets every condition. */
export const ruleFits = (when: WhenBill, bill: BillFacts): boolean =>
  unmetConditions(when, bill).length === 0;
