/**
 * What QuickBooks' status codes mean and what to do about them. The text in statusMessage differs from
 * release to release: decide by code, show the text.
 */
import { ENVELOPE_CODES } from "@/lib/quickbooks/qbxml/status-codes-envelope";
import { RULE_CODES } from "@/lib/quickbooks/qbxml/status-codes-rule";
import { VALUE_CODES } from "@/lib/quickbooks/qbxml/status-codes-value";
import {
  type Helper,
  NOTHING,
  REPORT,
  type StatusClass,
  type StatusExplanation,
} from "@/lib/quickbooks/qbxml/status-explanation";

/**
 * Classes whose codes are refusals of the very request, so that the limit on attempts must count them. A
 * record that is in use counts as well: it is QuickBooks' answer to this request, at most one a run.
 */
const REFUSED: ReadonlySet<StatusClass> = new Set([
  "retry-later",
  "refresh",
  "duplicate",
  "user-must-act",
  "our-bug",
]);
/** QuickBooks only knew the entry better than Countersign did: it is fetched and the change sent again. */
const FREE: ReadonlySet<number> = new Set([3200]);

/** Every code there is an explanation for; for documentation, the help and tests. */
export const STATUS_CODES: readonly StatusExplanation[] = [
  ...ENVELOPE_CODES,
  ...VALUE_CODES,
  ...RULE_CODES,
].map(([codes, ...rest]) =>
  typeof codes === "number"
    ? explanation(codes, ...rest)
    : { ...explanation(codes[0], ...rest), upTo: codes[1] },
);

const byCode = new Map(STATUS_CODES.map((each) => [each.code, each]));
const ranges = STATUS_CODES.filter(({ upTo }) => upTo !== undefined);

/**
 * Explains a statusCode or messageSetStatusCode.
 *
 * @param statusMessage QuickBooks' own words, shown for a code that is not in the table
 */
export function explainStatus(code: number, statusMessage = ""): StatusExplanation {
  const range = ranges.find((each) => code >= each.code && code <= (each.upTo ?? each.code));
  return byCode.get(code) ?? (range ? { ...range, code } : unlisted(code, statusMessage.trim()));
}

function unlisted(code: number, words: string): StatusExplanation {
  const said = words ? `QuickBooks says: ${words}` : `QuickBooks answered with code ${code}, without a word.`;
  if (code < 500) return explanation(code, "ok", "itself", said, NOTHING);
  if (code < 1000)
    return explanation(code, "saved-with-remark", "itself", said, "Check the entry in QuickBooks.");
  // A value in the wrong form is written by Countersign alone.
  if (code >= 3000 && code < 3100) return explanation(code, "our-bug", "support", said, REPORT);
  return explanation(
    code,
    "user-must-act",
    "accounting",
    said,
    "Correct what QuickBooks names and put the record back in the queue.",
  );
}

function explanation(
  code: number,
  kind: StatusClass,
  who: Helper,
  meaning: string,
  fix: string,
): StatusExplanation {
  return { code, class: kind, who, meaning, fix, costsAttempt: REFUSED.has(kind) && !FREE.has(code) };
}

/**
 * Did QuickBooks refuse this request? A warning on an Add or Mod means that it was saved. From 1000 on it is
 * a refusal even when the severity says Info: an overpayment has been answered with 3210 and Info.
 */
export function isRefusal(code: number, severity: string): boolean {
  return code >= 1000 || severity.trim().toLowerCase() === "error";
}
