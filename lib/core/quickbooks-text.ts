/**
 * Text as QuickBooks stores it. It keeps about one Windows code page (1252) of characters and turns every
 * other one into a question mark, counts a new line as two characters, and refuses what is too long.
 */

/** Typographic characters that have a plain equal. Plain is safest: older files know even less than 1252. */
const PLAIN: Readonly<Record<string, string>> = {
  "\u2018": "'",
  "\u2019": "'",
  "\u201a": "'",
  "\u201b": "'",
  "\u2032": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u201e": '"',
  "\u201f": '"',
  "\u2033": '"',
  "\u2010": "-",
  "\u2011": "-",
  "\u2012": "-",
  "\u2013": "-",
  "\u2014": "-",
  "\u2015": "-",
  "\u2212": "-",
  "\u2026": "...",
  "\u2022": "\u00b7",
  "\u2028": "\n",
  "\u2029": "\n",
  "\u0085": "\n",
  "\u2044": "/",
  "\ufb01": "fi",
  "\ufb02": "fl",
  "\t": " ",
};
/** Every kind of space, and the marks that take no room at all. */
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const MAPPED = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");

/** What Windows-1252 has beyond ASCII and Latin-1's upper half. */
const BEYOND_LATIN1 =
  "\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178";
const UNSTORABLE = new RegExp(`[^\\t\\n\\r\\u0020-\\u007e\\u00a0-\\u00ff${BEYOND_LATIN1}]`, "gu");

export interface QuickBooksText {
  readonly text: string;
  /** Characters left in `text` that QuickBooks cannot store, each once. Empty when the text is fit to send. */
  readonly unstorable: readonly string[];
}

/**
 * Typographic quotes, dashes and spaces made plain, accents composed (NFC), line ends made CR LF. A letter
 * QuickBooks cannot store is reported and left where it is: dropping it would change a name unseen.
 */
export function toQuickBooksText(s: string): QuickBooksText {
  const text = withCrLf(
    s
      .normalize("NFC")
      .replace(INVISIBLE, "")
      .replace(SPACES, " ")
      .replace(MAPPED, (character) => PLAIN[character] ?? character),
  );
  return { text, unstorable: unstorableIn(text) };
}

/** Characters QuickBooks cannot store or XML cannot carry, each once. */
export function unstorableIn(s: string): string[] {
  return [...new Set(s.match(UNSTORABLE) ?? [])];
}

/** `U+0007` for what cannot be shown, the character itself otherwise. */
export function showCharacter(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return /[\p{C}\p{Z}]/u.test(character) ? `U+${hex}` : character;
}

export const withCrLf = (s: string) => (/[\r\n]/.test(s) ? s.replace(/\r\n|\r|\n/g, "\r\n") : s);

/** Length as QuickBooks counts it: UTF-16 code units, each new line two. */
export const lengthInQuickBooks = (s: string) => withCrLf(s).length;

export interface Shortened {
  readonly text: string;
  readonly shortened: boolean;
}

const MARK = "...";
const HASH_LENGTH = 5;

/**
 * Cuts a text that is too long so that it shows: the end becomes `...` and five characters made from the
 * whole text, so that two long names with one beginning stay two names, and one name always comes out the
 * same: `Northwestern Construction Supp...4k9zq`. A text that fits is left alone.
 *
 * @param limit in characters as QuickBooks counts them, at least 12
 */
export function shorten(s: string, limit: number): Shortened {
  const text = withCrLf(s);
  if (text.length <= limit) return { text, shortened: false };
  if (limit < 12) throw new RangeError(`A text cannot be shortened recognisably to ${limit} characters`);
  const head = text
    .slice(0, limit - MARK.length - HASH_LENGTH)
    // Half a character or half a line end at the cut would be worse than one character less.
    .replace(/[\ud800-\udbff]$/, "")
    .trimEnd();
  return { text: `${head}${MARK}${hashOf(text)}`, shortened: true };
}

/** FNV-1a over code units, as five characters of base 36: short, stable, and good enough to tell names apart. */
function hashOf(s: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < s.length; i++) hash = Math.imul(hash ^ s.charCodeAt(i), 0x01000193) >>> 0;
  return (hash % 36 ** HASH_LENGTH).toString(36).padStart(HASH_LENGTH, "0");
}
