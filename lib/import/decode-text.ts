/** The characters of Windows-1252 from 0x80 to 0x9F; the others are those of Latin 1. Not every runtime's decoder knows them. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** What a file of that many bytes may hold at most: some 5,000 rows. A server action takes a megabyte. */
export const MOST_BYTES = 900_000;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, place) => bytes[place] === byte);

/** An Excel workbook is a ZIP archive, or, before 2007, a compound document. */
export const isWorkbook = (bytes: Uint8Array): boolean =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/**
 * The text of a CSV file as spreadsheets save it: UTF-8; UTF-16 where it says so at its beginning; or
 * Windows-1252, which Excel on Windows writes and which is hardly ever valid UTF-8 by chance.
 */
export function decodeText(bytes: Uint8Array): string {
  if (startsWith(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (startsWith(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: every byte is a character of Windows-1252.
    return Array.from(bytes, (byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte)).join("");
  }
}
