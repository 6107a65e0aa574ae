import { SaxesParser } from "saxes";
import { PlainElements } from "@/lib/quickbooks/qbxml/plain-elements";
import { QbxmlError } from "@/lib/quickbooks/qbxml/qbxml-error";
import type { ReadLimits } from "@/lib/quickbooks/qbxml/read-limits";

/** What a document is made of, in order; `depth` counts the elements around it. */
export interface TokenHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  text(text: string, depth: number): void;
  close(name: string, depth: number): void;
  /** An element without attributes that holds this text alone: what open, text and close together would say. */
  value(name: string, text: string, depth: number): void;
}

/** Small enough that events are handed on often, whatever the size of the chunks that come in. */
const PIECE = 65_536;

/** Forbidden in XML, or half of a pair: what the plain reader is not given. */
const DOUBTFUL = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze({});

/**
 * A strict XML reader: well-formed documents only, no document type, no entities but XML's own, limited in
 * depth and in the size of a piece. `write` pieces of the document, then `end`.
 *
 * Two readers take turns. Plain elements, nearly all of a long answer, are read in a quick way that knows
 * nothing else; everything else, errors included, goes to saxes. They change places only right after the ">"
 * of a tag, where neither holds anything back; what the quick one left open, saxes is told as start tags.
 */
export class TokenReader {
  readonly #parser = new SaxesParser({ position: false, xmlns: false as const });
  readonly #plain: PlainElements;
  readonly #handler: TokenHandler;
  readonly #limits: ReadLimits;
  #depth = 0;
  #characters = 0;
  #sinceLastToken = 0;
  #isEnding = false;
  #tail = "";
  /** The first half of a surrogate pair at the end of a piece. */
  #heldBack = "";
  /** saxes has just read a tag inside the root: the quick reader may go on. */
  #isAtRest = false;
  /** saxes is being told what is open. */
  #isRetold = false;
  /** What the quick reader has not taken yet: the beginning of a token. */
  #rest = "";

  constructor(handler: TokenHandler, limits: ReadLimits) {
    this.#handler = handler;
    this.#limits = limits;
    this.#plain = new PlainElements({
      open: (name) => this.#open(name, NO_ATTRIBUTES),
      text: (text) => {
        if (text.length > limits.maxToken) throw tooLarge("A value", limits.maxToken);
        handler.text(text, this.#depth);
      },
      close: (name) => this.#close(name),
      value: (name, text) => {
        this.#sinceLastToken = 0;
        this.#limitDepth();
        if (text.length > limits.maxToken) throw tooLarge("A value", limits.maxToken);
        handler.value(name, text, this.#depth);
      },
    });
    const parser = this.#parser;
    parser.on("opentag", ({ name, attributes }) => {
      if (!this.#isRetold) this.#open(name, attributes);
      this.#isAtRest = this.#depth > 0;
    });
    parser.on("text", (text) => handler.text(text, this.#depth));
    parser.on("cdata", (text) => handler.text(text, this.#depth));
    parser.on("closetag", ({ name }) => {
      this.#close(name);
      this.#isAtRest = this.#depth > 0;
    });
    // saxes reads over a document type in silence.
    parser.on("doctype", () => {
      throw new QbxmlError("doctype", "The document has a document type declaration.");
    });
    parser.on("error", (error) => {
      throw new QbxmlError(this.#isCut() ? "truncated" : "malformed", `Not well-formed: ${error.message}`);
    });
  }

  /** Takes a chunk of any size, piece by piece: take the results after each, so that they do not pile up. */
  *write(chunk: string): Generator<void> {
    this.#characters += chunk.length;
    if (this.#characters > this.#limits.maxCharacters)
      throw tooLarge("The document", this.#limits.maxCharacters);
    for (let start = 0; start < chunk.length; start += PIECE) {
      this.#writePiece(this.#heldBack + chunk.slice(start, start + PIECE));
      yield;
    }
  }

  /** @throws QbxmlError `truncated` when the document is not complete */
  end() {
    if (this.#heldBack) throw new QbxmlError("malformed", "Half a character at the end.");
    const rest = this.#rest;
    this.#handOver();
    this.#parser.write(rest);
    this.#isEnding = true;
    this.#parser.close();
  }

  #open(name: string, attributes: Readonly<Record<string, string>>) {
    this.#sinceLastToken = 0;
    this.#limitDepth();
    this.#handler.open(name, attributes, this.#depth++);
  }

  #limitDepth() {
    const { maxDepth } = this.#limits;
    if (this.#depth >= maxDepth) throw new QbxmlError("too-deep", `More than ${maxDepth} elements deep.`);
  }

  #close(name: string) {
    this.#sinceLastToken = 0;
    this.#handler.close(name, --this.#depth);
  }

  /** A lone ampersand, too, is found only at the end; but then the end is there. */
  #isCut(): boolean {
    return this.#isEnding && !/<\/QBXML\s*>\s*$/.test(this.#tail);
  }

  #writePiece(text: string) {
    this.#heldBack = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : "";
    const piece = this.#heldBack ? text.slice(0, -1) : text;
    this.#tail = piece.length < 64 ? (this.#tail + piece).slice(-64) : piece.slice(-64);
    if (DOUBTFUL.test(piece)) this.#writeDoubtful(piece);
    else this.#writeSound(piece);
    if (this.#sinceLastToken + this.#rest.length > this.#limits.maxToken) {
      throw tooLarge("A value", this.#limits.maxToken);
    }
  }

  /** saxes' own, whole. */
  #writeDoubtful(piece: string) {
    // saxes joins any two code units into a pair without looking at the second.
    if (/\p{Surrogate}/u.test(piece)) throw new QbxmlError("malformed", "Half a character.");
    const rest = this.#rest;
    this.#handOver();
    this.#feed(rest + piece);
    this.#isAtRest = false;
  }

  #writeSound(piece: string) {
    const text = this.#rest + piece;
    this.#rest = "";
    for (let at = 0; at < text.length; ) {
      if (this.#isAtRest) {
        const stop = this.#plain.read(text, at);
        at = stop.at;
        if (!stop.isOdd) {
          this.#rest = text.slice(at);
          return;
        }
        this.#handOver();
      }
      const end = text.indexOf(">", at) + 1 || text.length;
      this.#feed(text.slice(at, end));
      at = end;
    }
  }

  #feed(text: string) {
    this.#isAtRest = false;
    this.#sinceLastToken += text.length;
    this.#parser.write(text);
  }

  /** From here on saxes reads: it is told of what the quick reader left open. */
  #handOver() {
    this.#rest = "";
    this.#isRetold = true;
    for (const name of this.#plain.open.splice(0)) this.#parser.write(`<${name}>`);
    this.#isRetold = false;
    this.#isAtRest = false;
  }
}

export const tooLarge = (what: string, limit: number) =>
  new QbxmlError("too-large", `${what} is larger than ${limit}.`);
