/** Why somebody is told something, in the order in which a digest lists it. */
export const KINDS = {
  waits: "Waiting for you",
  reminder: "Still waiting for you",
  rejected: "Rejected",
  mentioned: "Mentioned",
  "sync-error": "Sync errors",
  silent: "Web Connector",
} as const;

export type Kind = keyof typeof KINDS;

/** Those that are over as soon as the bill does not wait for their reader any more. */
export const WAITING_KINDS = ["waits", "reminder"] as const satisfies Kind[];

/** What a notification says, as it was when it was made. */
export interface Told {
  /** "Cascade Lumber, INV-12, $150.00"; a connection's or a list entry's name. */
  what: string;
  /** The page on which something can be done about it. */
  href: string;
  /** Who did it, by name; null for QuickBooks and the service itself. */
  by: string | null;
  /** Somebody's own words, or QuickBooks'. */
  quote?: string;
  /** The absent approver in whose place the reader is asked, by name. */
  forName?: string;
  /** A reminder: for how many days the bill has waited. */
  days?: number;
  /** A sync error: the record it is about, and whether it left the queue. */
  subject?: string;
  removed?: boolean;
}
