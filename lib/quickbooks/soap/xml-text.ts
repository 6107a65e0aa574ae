/** What XML 1.0 cannot hold, not even as a reference: control characters, lone surrogates, U+FFFE, U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const EVERY_FORBIDDEN = new RegExp(FORBIDDEN, "gu");

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

/**
 * Text as XML content or as a double-quoted attribute value. A CR is written as a reference, since a
 * reader turns a bare CR LF into LF; characters that XML forbids become U+FFFD, since one of them in a
 * message taken from QuickBooks would otherwise make the whole reply unreadable.
 */
export function escapeXml(text: string): string {
  return text.replace(EVERY_FORBIDDEN, "\ufffd").replace(/[&<>"\r]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** True when XML 1.0 cannot hold this text. */
export function hasForbiddenCharacter(text: string): boolean {
  return FORBIDDEN.test(text);
}
