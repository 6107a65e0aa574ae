import { HRESULTS } from "@/lib/quickbooks/qbxml/hresults";
import { STATUS_CODES } from "@/lib/quickbooks/qbxml/status-codes";

/** One line of the help's tables of codes. */
export interface CodeRow {
  code: string;
  meaning: string;
  fix: string;
}

/** The status codes that a person may have to act on. */
export const STATUS_ROWS: readonly CodeRow[] = STATUS_CODES.filter(
  ({ class: kind }) => kind !== "ok" && kind !== "empty",
).map(({ code, meaning, fix }) => ({ code: String(code), meaning, fix }));

/** The errors of the way to QuickBooks. */
export const HRESULT_ROWS: readonly CodeRow[] = HRESULTS.map(({ code, meaning, fix }) => ({
  code,
  meaning,
  fix,
}));
