/** Where the plain reader stopped: for want of text, or before something that it leaves to the full reader. */
export interface PlainStop {
  readonly at: number;
  readonly isOdd: boolean;
}

export interface PlainHandler {
  open(name: string): void;
  text(text: string): void;
  close(name: string): void;
  /** A whole element with nothing in it but this text: open, text and close in one. */
  value(name: string, text: string): void;
}

const NAME = /^[A-Za-z_][\w.-]*$/;
/** Names already found to be names; a document cannot make it grow for ever. */
const MOST_NAMES = 500;
const LONGEST_NAME = 100;
const REFERENCE = /&(?:(lt|gt|amp|quot|apos)|#([1-9]\d{1,6}));/g;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

const NEWLINE = 0x0a;
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
  /** What followed each element last time: records of a list are alike, and a guess costs less than a look-up. */
  readonly #followers = new Map<string, string>();
  #previous = "";

  constructor(handler: PlainHandler) {
    this.#handler = handler;
  }

  /** Reads as far as it can from there, which must be between two tokens. */
  read(text: string, from: number): PlainStop {
    const hasCr = text.includes("\r");
    const isSimple = !hasCr && !text.includes("]]>");
    const hasReference = text.includes("&");
    const settled = (raw: string): string | undefined => {
      if (!isSimple && raw.includes("]]>")) return undefined;
      const plain = hasCr ? raw.replace(/\r\n?/g, "\n") : raw;
      return hasReference && plain.includes("&") ? withoutReferences(plain) : plain;
    };
    for (let at = from; ; ) {
      const tag = text.indexOf("<", at);
      if (tag === -1) return { at, isOdd: false };
      const isClose = text.charCodeAt(tag + 1) === SLASH;
      const name = isClose ? this.open[this.open.length - 1] : this.#nameAt(text, tag + 1);
      const end = name === undefined ? -1 : isClose ? endOfClose(text, tag, name) : tag + 1 + name.length;
      if (name === undefined || end === -1) return { at, isOdd: text.indexOf(">", tag) !== -1 };
      if (tag === at + 1 && text.charCodeAt(at) === NEWLINE) {
        this.#handler.text("\n");
      } else if (tag > at) {
        const value = settled(text.slice(at, tag));
        if (value === undefined) return { at, isOdd: true };
        this.#handler.text(value);
      }
      at = end + 1;
      if (isClose) {
        this.open.pop();
        this.#handler.close(name);
        continue;
      }
      const next = text.indexOf("<", at);
      const last = next === -1 ? -1 : endOfClose(text, next, name);
      const value = last === -1 ? undefined : settled(text.slice(at, next));
      if (value === undefined) {
        this.open.push(name);
        this.#handler.open(name);
      } else {
        this.#handler.value(name, value);
        at = last + 1;
      }
    }
  }

  /** The plain name that stands there with a ">" behind it: the same string each time, since it becomes a key. */
  #nameAt(text: string, at: number): string | undefined {
    const guess = this.#followers.get(this.#previous);
    const name = guess !== undefined && isTag(text, at, guess) ? guess : this.#lookUp(text, at);
    if (name !== undefined) this.#previous = name;
    return name;
  }

  #lookUp(text: string, at: number): string | undefined {
    const end = text.indexOf(">", at);
    if (end === -1 || end > at + LONGEST_NAME) return undefined;
    const found = text.slice(at, end);
    const known = this.#names.get(found);
    if (known === undefined && !NAME.test(found)) return undefined;
    const name = known ?? found;
    if (known === undefined && this.#names.size < MOST_NAMES) this.#names.set(found, found);
    if (this.#names.has(this.#previous)) this.#followers.set(this.#previous, name);
    return name;
  }
}

const isTag = (text: string, at: number, name: string): boolean =>
  text.charCodeAt(at + name.length) === GREATER_THAN && text.startsWith(name, at);

/** Where the end tag of that element ends; -1 when that is not what stands there. */
const endOfClose = (text: string, tag: number, name: string): number =>
  text.charCodeAt(tag + 1) === SLASH && isTag(text, tag + 2, name) ? tag + 2 + name.length : -1;

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
