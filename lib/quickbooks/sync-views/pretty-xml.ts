const TOKEN = /<[^>]*>|[^<]+/g;
const INDENT = "  ";

const isClosing = (token: string): boolean => token.startsWith("</");
const isOpening = (token: string): boolean =>
  token.startsWith("<") &&
  !isClosing(token) &&
  !token.startsWith("<?") &&
  !token.startsWith("<!") &&
  !token.endsWith("/>");

/**
 * XML for reading: an element a line, indented; an element that holds only a text stays on its line. For
 * eyes alone: what it is given may be cut off anywhere and comes out as far as it goes.
 */
export function prettyXml(xml: string): string {
  const tokens = (xml.match(TOKEN) ?? []).map((token) => token.trim()).filter(Boolean);
  const lines: string[] = [];
  let depth = 0;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] ?? "";
    const [text = "", closing = ""] = tokens.slice(index + 1, index + 3);
    if (isClosing(token)) depth = Math.max(0, depth - 1);
    const indent = INDENT.repeat(depth);
    if (isOpening(token) && !text.startsWith("<") && isClosing(closing)) {
      lines.push(`${indent}${token}${text}${closing}`);
      index += 2;
    } else if (isOpening(token) && isClosing(text)) {
      lines.push(`${indent}${token}${text}`);
      index += 1;
    } else {
      lines.push(`${indent}${token}`);
      if (isOpening(token)) depth += 1;
    }
  }
  return lines.join("\n");
}
