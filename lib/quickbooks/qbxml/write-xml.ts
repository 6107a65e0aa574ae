import type { Element } from "@/lib/quickbooks/qbxml/layout";

/**
 * Writes XML in ASCII. By hand, because the building library at hand leaves text that looks like a reference
 * alone: a memo of "&amp;" or "&#233;" would reach QuickBooks as "&" or "é". Names come from descriptions
 * and need no escaping; values have been checked for characters that XML forbids.
 */
export function writeElement(
  name: string,
  content: Element["content"],
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  const start = Object.entries(attributes).reduce(
    (tag, [key, value]) => (value === undefined ? tag : `${tag} ${key}="${escaped(value)}"`),
    name,
  );
  if (content.length === 0) return `<${start}/>`;
  const inside = typeof content === "string" ? escaped(content) : writeElements(content);
  return `<${start}>${inside}</${name}>`;
}

const writeElements = (elements: readonly Element[]) =>
  elements.map(({ name, content, attributes }) => writeElement(name, content, attributes)).join("");

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** With the u flag a pair of surrogates is one character, so it becomes one reference. */
const escaped = (text: string) =>
  text.replace(/[&<>"]|\P{ASCII}/gu, (character) => NAMED[character] ?? `&#${character.codePointAt(0)};`);
