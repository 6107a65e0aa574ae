/** Where the plain reader stopped: for want of text, or before something that it leaves to the full reader. */
export interface PlainStop {
  readonly at: number;
  readonly isOdd: boolean;
}

export interface PlainHandler {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
}

const NAME = /^[A-Za-z_][\w.-]*$/;
/** Names already found to be names; a document cannot make it grow for ever. */
const MOST_NAMES = 500;
const REFERENCE = /&(?:(lt|gt|amp|quot|apos)|#([1-9]\d{1,6}));/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const SLASH = 0x2f;
const GREATER_THAN = 0x3e;

/**
 * Reads the plain part of XML, which is nearly all of a list: `<Name>text</Name>`, no attributes, no comments,
 * no sections. It never says that a document is wrong: whatever is not plain (an error as well) it leaves, at
 * the beginning of that token, to the full reader, which is told what stands open. The text it is given must be
 * free of characters that XML forbids, and of surrogates.
 */
export class PlainElements {
  /** Elements that the full reader does not know to be open. */
  readonly open: string[] = [];
  readonly #handler: PlainHandler;
  readonly #names = new Map<string, string>();

  constructor(handler: PlainHandler) {
    this.#handler = handler;
  }

  /** Reads as far as it can from there, which must be between two tokens. */
  read(text: string, from: number): PlainStop {
    const hasCr = text.includes("\r");
    const hasSectionEnd = text.includes("]]>");
    const hasReference = text.includes("&");
    for (let at = from; ; ) {
      const tag = text.indexOf("<", at);
      if (tag === -1) return { at, isOdd: false };
      const isClose = text.charCodeAt(tag + 1) === SLASH;
      const end = isClose ? this.#endOfClose(text, tag) : text.indexOf(">", tag);
      if (end === -1) return { at, isOdd: text.indexOf(">", tag) !== -1 };
      const name = isClose ? "" : this.#nameOf(text.slice(tag + 1, end));
      if (name === undefined) return { at, isOdd: true };
      if (tag > at) {
        let raw = text.slice(at, tag);
        if (hasSectionEnd && raw.includes("]]>")) return { at, isOdd: true };
        if (hasCr) raw = raw.replace(/\r\n?/g, "\n");
        const value = hasReference && raw.includes("&") ? withoutReferences(raw) : raw;
        if (value === undefined) return { at, isOdd: true };
        this.#handler.text(value);
      }
      if (isClose) {
        this.#handler.close(this.open.pop() ?? "");
      } else {
        this.open.push(name);
        this.#handler.open(name);
      }
      at = end + 1;
    }
  }

  /** Where the end tag that is due ends; -1 when that is not what stands there. */
  #endOfClose(text: string, tag: number): number {
    const name = this.open[this.open.length - 1];
    if (name === undefined || !text.startsWith(name, tag + 2)) return -1;
    const end = tag + 2 + name.length;
    return text.charCodeAt(end) === GREATER_THAN ? end : -1;
  }

  /** The same string each time, since it becomes a key; undefined for what is not a plain name. */
  #nameOf(found: string): string | undefined {
    const known = this.#names.get(found);
    if (known !== undefined) return known;
    if (found.length > 100 || !NAME.test(found)) return undefined;
    if (this.#names.size < MOST_NAMES) this.#names.set(found, found);
    return found;
  }
}

/** Undefined when there is a reference that is not of the simplest kind. */
function withoutReferences(raw: string): string | undefined {
  let references = 0;
  let isOdd = false;
  const text = raw.replace(REFERENCE, (_, named?: string, decimal?: string) => {
    references += 1;
    if (named !== undefined) return NAMED[named] ?? "";
    const code = Number(decimal);
    if (code < 0x20 || code > 0xd7ff) isOdd = true;
    return isOdd ? "" : String.fromCharCode(code);
  });
  const ampersands = raw.split("&").length - 1;
  return isOdd || ampersands !== references ? undefined : text;
}
