import type { Helper } from "@/lib/quickbooks/qbxml/status-explanation";

/** Who can put it right, as people read it. */
export const HELPER_WORDS: Record<Helper, string> = {
  clerk: "Whoever entered it",
  accounting: "Accounting Access",
  admin: "An Admin",
  bookkeeper: "At the QuickBooks computer",
  itself: "Countersign, by itself",
  support: "Countersign support",
};
