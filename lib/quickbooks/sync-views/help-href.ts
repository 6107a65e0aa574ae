import { TROUBLE_CODES } from "@/lib/quickbooks/connections/trouble-codes";
import { explainHresult, HRESULTS } from "@/lib/quickbooks/qbxml/hresults";
import { STATUS_CODES } from "@/lib/quickbooks/qbxml/status-codes";

export const ERROR_HELP = "/help/sync-errors";

/** The part of the help's address that leads to one row: `code-3100`, `0x80040400`, `second-computer`. */
export const anchorOf = (code: string): string => (/^\d+$/.test(code) ? `code-${code}` : code.toLowerCase());

const KNOWN: ReadonlySet<string> = new Set([
  ...STATUS_CODES.map(({ code }) => String(code)),
  ...HRESULTS.map(({ code }) => code),
  ...TROUBLE_CODES,
]);

/** Where the help speaks of a code; its beginning for one that no row is about. */
export function helpHref(code: string): string {
  if (KNOWN.has(code)) return `${ERROR_HELP}#${anchorOf(code)}`;
  if (/^\d+$/.test(code)) {
    const number = Number(code);
    const range = STATUS_CODES.find(
      ({ code: from, upTo }) => upTo !== undefined && number >= from && number <= upTo,
    );
    return range ? `${ERROR_HELP}#${anchorOf(String(range.code))}` : ERROR_HELP;
  }
  const hresult = explainHresult(code).code;
  return KNOWN.has(hresult) ? `${ERROR_HELP}#${anchorOf(hresult)}` : ERROR_HELP;
}
