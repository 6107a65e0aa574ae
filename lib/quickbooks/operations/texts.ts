import { toQuickBooksText } from "@/lib/core/quickbooks-text";

/** A text in the characters that QuickBooks stores; empty is left out. */
export const quickBooksText = (text: string): string | undefined =>
  text === "" ? undefined : toQuickBooksText(text).text;

/** Line ends come back as CR LF; ours are LF. */
export const fromQuickBooksText = (text: string | undefined): string | undefined =>
  text?.replaceAll("\r\n", "\n");
