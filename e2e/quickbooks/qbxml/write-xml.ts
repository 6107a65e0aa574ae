const NAMED: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as QuickBooks writes it: ASCII only, everything else as a decimal reference, by code point. */
export function escapeAscii(text: string): string {
  if (/^[\n !#-%'-;=?-~]*$/.test(text)) return text;
  let out = "";
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    out += NAMED[character] ?? (code > 126 || (code < 32 && code !== 10) ? `&#${code};` : character);
  }
  return out;
}

/** A value of a record: text, a nested block, or a list of either for an element that repeats. */
export type FieldValue = string | Fields | FieldValue[];
/** Element name to value. The order is not in here: it comes from the shape at the time of writing. */
export interface Fields {
  [name: string]: FieldValue | undefined;
}

/** The opening tag's attributes, those without a value left out. */
export function attributesText(attributes: Record<string, string | number | undefined>): string {
  return Object.entries(attributes)
    .filter((entry): entry is [string, string | number] => entry[1] !== undefined)
    .map(([name, value]) => ` ${name}="${escapeAscii(String(value))}"`)
    .join("");
}

/** One element with text. */
export function textElement(name: string, text: string): string {
  return `<${name}>${escapeAscii(text)}</${name}>\n`;
}
