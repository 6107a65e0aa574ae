import { SoapFault } from "@/lib/quickbooks/soap/fault";
import { hasForbiddenCharacter } from "@/lib/quickbooks/soap/xml-text";

const NAMED: Record<string, number> = { lt: 0x3c, gt: 0x3e, amp: 0x26, quot: 0x22, apos: 0x27 };
/** `&#x0010FFFF;` with some leading zeros; a longer reference is not worth waiting for. */
const LONGEST_REFERENCE = 16;

const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;
const CLOSE_BRACKET = 0x5d;
const GREATER_THAN = 0x3e;
const NOTHING = Buffer.alloc(0);
const CR = 0x0d;
const LF = 0x0a;

/** Bytes that are themselves and nothing else, whatever stands beside them. */
const PLAIN = new Uint8Array(256).fill(1);
PLAIN.fill(0, 0, 0x20);
for (const byte of [0x09, LF]) PLAIN[byte] = 1;
// 0xef begins U+FFFE and U+FFFF, which XML forbids, besides much that it does not.
for (const byte of [AMPERSAND, CLOSE_BRACKET, 0xef]) PLAIN[byte] = 0;

/**
 * Decodes the text between two tags as it arrives, in pieces of UTF-8 that split no character, as strictly as
 * XML 1.0 asks: five named references and the numeric ones, no bare "&", no "]]>", no control characters, CR LF
 * and CR read as LF. What a piece leaves undecided (half a reference, a CR, "]") waits for the next piece.
 * It works on bytes: a 27 MB answer has three million references, and a string for each would take most of
 * the time.
 */
export class CharacterData {
  #waiting: Buffer = NOTHING;

  /** The next piece of text outside CDATA; gives what is settled so far. @throws SoapFault Client */
  text(piece: Buffer): Buffer {
    const raw = this.#with(piece);
    const settled = settledLength(raw);
    this.#waiting = raw.subarray(settled);
    return decoded(raw.subarray(0, settled), true);
  }

  /** The next piece of a CDATA section, without its brackets. @throws SoapFault Client */
  cdata(piece: Buffer): Buffer {
    const raw = this.#with(piece);
    const settled = raw[raw.length - 1] === CR ? raw.length - 1 : raw.length;
    this.#waiting = raw.subarray(settled);
    return decoded(raw.subarray(0, settled), false);
  }

  /** A tag or a CDATA border came: what waited is now settled. @throws SoapFault Client */
  flush(): Buffer {
    const raw = this.#waiting;
    this.#waiting = NOTHING;
    return decoded(raw, true);
  }

  #with(piece: Buffer): Buffer {
    return this.#waiting.length === 0 ? piece : Buffer.concat([this.#waiting, piece]);
  }
}

function settledLength(raw: Buffer): number {
  let end = raw.length;
  if (raw[end - 1] === CR) end -= 1;
  else if (raw[end - 1] === CLOSE_BRACKET) end -= raw[end - 2] === CLOSE_BRACKET ? 2 : 1;
  for (let at = raw.length - 1; at >= 0 && at >= raw.length - LONGEST_REFERENCE; at -= 1) {
    if (raw[at] === SEMICOLON) return end;
    if (raw[at] === AMPERSAND) return Math.min(end, at);
  }
  return end;
}

/** Decoded text is never longer than it was. */
function decoded(raw: Buffer, isText: boolean): Buffer {
  const out = Buffer.allocUnsafeSlow(raw.length);
  const end = raw.length;
  let length = 0;
  for (let at = 0; at < end; at += 1) {
    const byte = raw[at] as number;
    if (PLAIN[byte] === 1) {
      out[length++] = byte;
    } else if (byte === AMPERSAND && isText) {
      // "&lt;" and "&gt;" are nearly all there are.
      const first = raw[at + 1] as number;
      if ((first === 0x6c || first === 0x67) && raw[at + 2] === 0x74 && raw[at + 3] === SEMICOLON) {
        out[length++] = first === 0x6c ? 0x3c : GREATER_THAN;
        at += 3;
        continue;
      }
      const last = referenceEnd(raw, at);
      length = writeReference(out, length, raw, at, last);
      at = last;
    } else if (byte === CR) {
      out[length++] = LF;
      if (raw[at + 1] === LF) at += 1;
    } else {
      refuseForbidden(raw, at, isText);
      out[length++] = byte;
    }
  }
  return out.subarray(0, length);
}

/** Where the ";" stands; nowhere is a fault. */
function referenceEnd(raw: Buffer, at: number): number {
  for (let end = at + 1; end < raw.length && end <= at + 40; end += 1) if (raw[end] === SEMICOLON) return end;
  throw unknownReference();
}

function writeReference(out: Buffer, length: number, raw: Buffer, at: number, end: number): number {
  const name = String.fromCharCode(...raw.subarray(at + 1, end));
  if (Object.hasOwn(NAMED, name)) {
    out[length] = NAMED[name] as number;
    return length + 1;
  }
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name) ?? [];
  const code = hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);
  if (!(code <= 0x10ffff) || hasForbiddenCharacter(String.fromCodePoint(code))) {
    throw unknownReference();
  }
  return length + out.write(String.fromCodePoint(code), length);
}

/** Not in its own words: what stands there is a piece of the company's books, and a Fault goes into the log. */
const unknownReference = () =>
  new SoapFault("Client", "The request has a reference in its text that XML does not know.");

/** Of the bytes that are not plain: "]" and the beginning of three-byte characters are mostly allowed. */
function refuseForbidden(raw: Buffer, at: number, isText: boolean): void {
  const byte = raw[at] as number;
  if (byte < 0x20 || (byte === 0xef && raw[at + 1] === 0xbf && (raw[at + 2] as number) >= 0xbe)) {
    throw new SoapFault("Client", "The request has a control character in its text.");
  }
  if (isText && byte === CLOSE_BRACKET && raw[at + 1] === CLOSE_BRACKET && raw[at + 2] === GREATER_THAN) {
    throw new SoapFault("Client", 'The request has "]]>" in its text.');
  }
}
