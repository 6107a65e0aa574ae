// The characters of Windows-1252 between 0x80 and 0x9f; below and above them it is Latin-1.
const EXTRA = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

/** Text as it comes back from QuickBooks, which keeps Windows-1252: everything else has become "?". */
export function asWindowsText(text: string): string {
  let out = "";
  for (const character of text.replace(/\r\n?/g, "\n")) {
    const code = character.codePointAt(0) ?? 0;
    const kept = code < 0x80 || (code >= 0xa0 && code <= 0xff) || EXTRA.has(character);
    out += kept ? character : "?";
  }
  return out;
}
