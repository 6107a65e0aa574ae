/** What has become of a bill when the demo opens. */
export type Fate =
  | "draft"
  | "submitted"
  | "half approved"
  | "waiting"
  | "linked"
  | "partly paid"
  | "changed in QuickBooks"
  | "removed"
  | "paid"
  | "rejected"
  | "voided"
  | "deleted"
  | "un-approved";

/** An expense line: an account and an amount. An item line: an item, a quantity and a cost. */
export type SeedLine =
  | { account: string; amount: string; about: string; job?: string; class?: string; billable?: boolean }
  | {
      item: string;
      quantity: string;
      cost: string;
      about: string;
      job?: string;
      class?: string;
      billable?: boolean;
    };

export interface SeedBill {
  fate: Fate;
  vendor: string;
  number: string;
  daysAgo: number;
  terms: string;
  memo?: string;
  lines: SeedLine[];
}
