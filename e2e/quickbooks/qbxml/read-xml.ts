import { XMLParser } from "fast-xml-parser";

/** One element of a document, in document order. `text` is the character data directly inside it. */
export interface XmlNode {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
  text: string;
}

/** The text is not an XML document that QuickBooks' or .NET's parser would take. */
export class XmlError extends Error {}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
// XML 1.0 production 2: these characters may not appear, not even as references.
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/u;

function decodeReference(body: string): string {
  const named = NAMED[body];
  if (named !== undefined) return named;
  const match = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(body);
  if (!match) throw new XmlError(`Unknown entity &${body};`);
  const code = match[1] ? Number.parseInt(match[1], 16) : Number.parseInt(match[2] ?? "", 10);
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new XmlError(`&${body}; is no character`);
  const character = String.fromCodePoint(code);
  if (FORBIDDEN.test(character)) throw new XmlError(`&${body}; is not allowed in XML`);
  return character;
}

function decodeText(text: string): string {
  return text.replace(/&([^;]*);?/g, (whole, body: string) => {
    if (!whole.endsWith(";")) throw new XmlError("An & that starts no reference");
    return decodeReference(body);
  });
}

// fast-xml-parser's own decoding leaves &#39; as it is; with this decoder a reference is read or refused.
const entityDecoder = {
  decode: decodeText,
  reset() {},
  setExternalEntities() {},
  addInputEntities() {},
  setXmlVersion() {},
};

function newParser(): XMLParser {
  return new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    ignoreDeclaration: true,
    ignorePiTags: true,
    maxNestedTags: 64,
    entityDecoder,
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function toNode(raw: Record<string, unknown>): XmlNode | undefined {
  const name = Object.keys(raw).find((key) => key !== ":@");
  if (name === undefined || name === "#text") return undefined;
  const node: XmlNode = { name, attributes: {}, children: [], text: "" };
  const attributes = raw[":@"];
  if (isRecord(attributes)) {
    for (const [key, value] of Object.entries(attributes)) node.attributes[key] = String(value);
  }
  const content = raw[name];
  for (const part of Array.isArray(content) ? content : []) {
    if (!isRecord(part)) continue;
    const text = part["#text"];
    if (text !== undefined) node.text += String(text);
    const child = toNode(part);
    if (child) node.children.push(child);
  }
  return node;
}

/**
 * Reads a whole document and returns its root element.
 * @throws XmlError when it is not well formed, holds a DOCTYPE, a forbidden character or an unknown entity.
 */
export function readXml(text: string): XmlNode {
  if (/<!DOCTYPE/i.test(text)) throw new XmlError("A DOCTYPE is not accepted");
  if (FORBIDDEN.test(text)) throw new XmlError("A character that XML forbids");
  let parsed: unknown;
  try {
    parsed = newParser().parse(text, true);
  } catch (error) {
    throw new XmlError(error instanceof Error ? error.message : String(error));
  }
  const roots = (Array.isArray(parsed) ? parsed : [])
    .filter(isRecord)
    .map(toNode)
    .filter((node) => node !== undefined);
  const root = roots[0];
  if (!root || roots.length !== 1) throw new XmlError("A document has exactly one root element");
  return root;
}

/** The first child of that name. */
export function child(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find((candidate) => candidate.name === name);
}

/** All children of that name, in order. */
export function children(node: XmlNode | undefined, name: string): XmlNode[] {
  return node?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** The text of the first child of that name; undefined when there is no such child. */
export function childText(node: XmlNode | undefined, name: string): string | undefined {
  return child(node, name)?.text;
}
