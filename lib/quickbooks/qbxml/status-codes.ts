/**
 * What QuickBooks' status codes mean and what to do about them. The text in statusMessage differs from
 * release to release: decide by code, show the text.
 */
import { ENVELOPE_CODES } from "@/lib/quickbooks/qbxml/status-codes-envelope";
import { RULE_CODES } from "@/lib/quickbooks/qbxml/status-codes-rule";
import { VALUE_CODES } from "@/lib/quickbooks/qbxml/status-codes-value";
import {
  NOTHING,
  REPORT,
  type StatusClass,
  type StatusExplanation,
  type StatusRow,
} from "@/lib/quickbooks/qbxml/status-explanation";

/** Classes whose codes are refusals of the very request, so that a limit on attempts must count them. */
const REFUSED: ReadonlySet<StatusClass> = new Set([
  "retry-later",
  "refresh",
  "duplicate",
  "user-must-act",
  "our-bug",
]);
/** QuickBooks was away (1010), or only knew the entry better than Countersign did (3172, 3173, 3200). */
const FREE: ReadonlySet<number> = new Set([1010, 3172, 3173, 3200]);

const byCode = new Map(
  [...ENVELOPE_CODES, ...VALUE_CODES, ...RULE_CODES].map((each) => [each[0], row(...each)] as const),
);

/** Every code there is an explanation for; for documentation and tests. */
export const STATUS_CODES: readonly StatusExplanation[] = [...byCode.values()];

/**
 * Explains a statusCode or messageSetStatusCode.
 *
 * @param statusMessage QuickBooks' own words, shown for a code that is not in the table
 */
export function explainStatus(code: number, statusMessage = ""): StatusExplanation {
  return byCode.get(code) ?? unlisted(code, statusMessage.trim());
}

function unlisted(code: number, words: string): StatusExplanation {
  const said = words ? `QuickBooks says: ${words}` : `QuickBooks answered with code ${code}, without a word.`;
  if (code < 500) return row(code, "ok", "us", said, NOTHING);
  if (code < 1000) return row(code, "saved-with-remark", "us", said, "Check the entry in QuickBooks.");
  // A value in the wrong form, or a macro: both are written by Countersign alone.
  const isOurs = (code >= 3000 && code < 3100) || (code >= 9100 && code < 9200);
  if (isOurs) return row(code, "our-bug", "us", said, REPORT);
  return row(
    code,
    "user-must-act",
    "accounting",
    said,
    "Correct what QuickBooks names and put the record back in the queue.",
  );
}

function row(...[code, kind, who, meaning, fix]: StatusRow): StatusExplanation {
  return { code, class: kind, who, meaning, fix, costsAttempt: REFUSED.has(kind) && !FREE.has(code) };
}

/**
 * Did QuickBooks refuse this request? A warning on an Add or Mod means that it was saved. From 1000 on it is
 * a refusal even when the severity says Info: an overpayment has been answered with 3210 and Info.
 */
export function isRefusal(code: number, severity: string): boolean {
  return code >= 1000 || severity.trim().toLowerCase() === "error";
}
