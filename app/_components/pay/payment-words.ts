import type { BadgeTone } from "@/app/_ui/badge";
import type { PaymentRow } from "@/lib/payments/payment-list-views";

/** "Check 1042", "Check, to be printed", "Credit card", "Credit" for one made of credits alone. */
export function paymentName(
  payment: Pick<PaymentRow, "method" | "refNumber" | "isToBePrinted" | "amount">,
): string {
  if (/^0+(\.0+)?$/.test(payment.amount) && payment.refNumber === "") return "Credit";
  const method = payment.method === "check" ? "Check" : "Credit card";
  if (payment.refNumber) return `${method} ${payment.refNumber}`;
  return payment.isToBePrinted ? `${method}, to be printed` : method;
}

/** Where a payment stands, in a badge's words. */
export function paymentStatus({ state, sync, removal }: Pick<PaymentRow, "state" | "sync" | "removal">): {
  words: string;
  tone: BadgeTone;
} {
  if (state === "withdrawn") return { words: "Taken back", tone: "neutral" };
  if (state === "voided") return { words: "Voided", tone: "red" };
  if (state === "deleted") return { words: "Deleted", tone: "red" };
  if (sync.kind === "removed") return { words: "Refused", tone: "red" };
  if (removal) return { words: removal.how === "void" ? "To be voided" : "To be deleted", tone: "amber" };
  if (state === "recorded") return { words: "In QuickBooks", tone: "green" };
  return sync.kind === "blocked"
    ? { words: "Held back", tone: "amber" }
    : { words: "Waits for QuickBooks", tone: "amber" };
}
