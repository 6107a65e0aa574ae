import { SaxesParser } from "saxes";
import { QbxmlError } from "@/lib/quickbooks/qbxml/qbxml-error";
import type { ReadLimits } from "@/lib/quickbooks/qbxml/read-limits";

/** What a document is made of, in order; `depth` counts the elements around it. */
export interface TokenHandler {
  open(name: string, attributes: Readonly<Record<string, string>>, depth: number): void;
  text(text: string, depth: number): void;
  close(name: string, depth: number): void;
}

/** Small enough that events are handed on often, whatever the size of the chunks that come in. */
const PIECE = 65_536;

/**
 * A strict XML reader: well-formed documents only, no document type, no entities but XML's own, limited in
 * depth and in the size of a piece. `write` pieces of the document, then `end`.
 */
export class TokenReader {
  readonly #parser = new SaxesParser({ position: false, xmlns: false as const });
  readonly #limits: ReadLimits;
  #depth = 0;
  #characters = 0;
  #sinceLastToken = 0;
  #isEnding = false;
  #tail = "";
  /** The first half of a surrogate pair at the end of a piece. */
  #heldBack = "";

  constructor(handler: TokenHandler, limits: ReadLimits) {
    this.#limits = limits;
    const parser = this.#parser;
    parser.on("opentag", ({ name, attributes }) => {
      this.#sinceLastToken = 0;
      if (this.#depth >= limits.maxDepth)
        throw new QbxmlError("too-deep", `More than ${limits.maxDepth} elements deep.`);
      handler.open(name, attributes, this.#depth++);
    });
    parser.on("text", (text) => handler.text(text, this.#depth));
    parser.on("cdata", (text) => handler.text(text, this.#depth));
    parser.on("closetag", ({ name }) => {
      this.#sinceLastToken = 0;
      handler.close(name, --this.#depth);
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
    this.#isEnding = true;
    if (this.#heldBack) throw new QbxmlError("malformed", "Half a character at the end.");
    this.#parser.close();
  }

  /** A lone ampersand, too, is found only at the end; but then the end is there. */
  #isCut(): boolean {
    return this.#isEnding && !/<\/QBXML\s*>\s*$/.test(this.#tail);
  }

  #writePiece(text: string) {
    this.#heldBack = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : "";
    const piece = this.#heldBack ? text.slice(0, -1) : text;
    // saxes joins any two code units into a pair without looking at the second.
    if (/\p{Surrogate}/u.test(piece)) throw new QbxmlError("malformed", "Half a character.");
    this.#sinceLastToken += piece.length;
    this.#tail = piece.length < 64 ? (this.#tail + piece).slice(-64) : piece.slice(-64);
    this.#parser.write(piece);
    if (this.#sinceLastToken > this.#limits.maxToken) throw tooLarge("A value", this.#limits.maxToken);
  }
}

export const tooLarge = (what: string, limit: number) =>
  new QbxmlError("too-large", `${what} is larger than ${limit}.`);
