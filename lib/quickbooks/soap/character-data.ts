import { SoapFault } from "@/lib/quickbooks/soap/fault";
import { hasForbiddenCharacter } from "@/lib/quickbooks/soap/xml-text";

const NAMED: Record<string, string> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&apos;": "'",
};
/** `&#x0010FFFF;` with some leading zeros; a longer reference is not worth waiting for. */
const LONGEST_REFERENCE = 16;

/**
 * Decodes the text between two tags as it arrives, in pieces cut anywhere, as strictly as XML 1.0 asks:
 * five named references and the numeric ones, no bare "&", no "]]>", no control characters, CR LF and CR
 * read as LF. What a piece leaves undecided (half a reference, a CR, "]") waits for the next piece.
 */
export class CharacterData {
  #waiting = "";

  /** The next piece of text outside CDATA; gives what is settled so far. @throws SoapFault Client */
  text(piece: string): string {
    const raw = this.#waiting + piece;
    const settled = settledLength(raw);
    this.#waiting = raw.slice(settled);
    return decodeText(raw.slice(0, settled));
  }

  /** The next piece of a CDATA section, without its brackets. @throws SoapFault Client */
  cdata(piece: string): string {
    const raw = this.#waiting + piece;
    const settled = raw.endsWith("\r") ? raw.length - 1 : raw.length;
    this.#waiting = raw.slice(settled);
    return foldLines(checked(raw.slice(0, settled)));
  }

  /** A tag or a CDATA border came: what waited is now settled. @throws SoapFault Client */
  flush(): string {
    const raw = this.#waiting;
    this.#waiting = "";
    return decodeText(raw);
  }
}

function settledLength(raw: string): number {
  let end = raw.length;
  if (raw.endsWith("\r")) end -= 1;
  else if (raw.endsWith("]]")) end -= 2;
  else if (raw.endsWith("]")) end -= 1;
  const reference = raw.lastIndexOf("&");
  const isOpen = reference >= raw.length - LONGEST_REFERENCE && raw.indexOf(";", reference) === -1;
  return isOpen && reference !== -1 ? Math.min(end, reference) : end;
}

function decodeText(raw: string): string {
  if (raw === "") return "";
  if (raw.includes("]]>")) throw new SoapFault("Client", 'The request has "]]>" in its text.');
  const folded = foldLines(checked(raw));
  return folded.includes("&") ? withoutReferences(folded) : folded;
}

/** A 27 MB answer has three million references: this loop takes half the time of one regular expression. */
function withoutReferences(text: string): string {
  let decoded = "";
  let from = 0;
  for (let at = text.indexOf("&"); at !== -1; at = text.indexOf("&", from)) {
    const end = text.indexOf(";", at) + 1;
    const reference = text.slice(at, end);
    decoded += text.slice(from, at) + (NAMED[reference] ?? numericReference(reference));
    from = end;
  }
  return decoded + text.slice(from);
}

function numericReference(reference: string): string {
  const [, hex, decimal] = /^&#(?:x([0-9a-fA-F]+)|([0-9]+));$/.exec(reference) ?? [];
  const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
  const isCharacter = code <= 0x10ffff && !hasForbiddenCharacter(String.fromCodePoint(code));
  if (!isCharacter) {
    throw new SoapFault("Client", `XML does not know the reference "${reference.slice(0, 40)}".`);
  }
  return String.fromCodePoint(code);
}

function checked(raw: string): string {
  if (hasForbiddenCharacter(raw)) {
    throw new SoapFault("Client", "The request has a control character in its text.");
  }
  return raw;
}

function foldLines(raw: string): string {
  return raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
}
