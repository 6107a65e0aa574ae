import { isUtf8 } from "node:buffer";
import { SoapFault } from "@/lib/quickbooks/soap/fault";

/** Enough of the beginning to see a byte-order mark and an XML declaration. */
const DECLARATION_BYTES = 256;
/** Encodings a SOAP client may announce. Latin-1 is read as Windows-1252, as everywhere on the web. */
const ENCODINGS: Record<string, string> = {
  "utf-8": "utf-8",
  utf8: "utf-8",
  "us-ascii": "utf-8",
  ascii: "utf-8",
  "iso-8859-1": "windows-1252",
  "windows-1252": "windows-1252",
  "utf-16": "utf-16le",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
};
/** What is still read, and for how long, to let a refused client finish sending before it is answered. */
const DISCARD_BYTES = 64 * 1024 * 1024;
const DISCARD_MS = 30_000;
/** How long its request is read on after the answer. */
const LINGER_MS = 30_000;

/** The client went away in the middle of its request. */
export class UploadAborted extends Error {
  constructor(cause: unknown) {
    super("The request ended before it was complete.", { cause });
    this.name = "UploadAborted";
  }
}

/** The body of one request: its text as it arrives, never more than `maxBytes` of it. */
export class RequestBody {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  readonly #maxBytes: number;
  readonly #headers: Headers;
  #isOver = false;

  constructor(request: Request, maxBytes: number) {
    this.#reader = request.body?.getReader();
    this.#headers = request.headers;
    this.#maxBytes = maxBytes;
  }

  /**
   * The text as UTF-8, whatever it came in, without a byte-order mark; in pieces that split no character. To
   * be read once.
   * @throws SoapFault (too long, undecodable), UploadAborted
   */
  async *utf8(): AsyncIterable<Buffer> {
    if (Number(this.#headers.get("content-length") ?? 0) > this.#maxBytes) throw this.#tooLong();
    const compression = this.#headers.get("content-encoding") ?? "identity";
    if (compression.toLowerCase() !== "identity") {
      throw new SoapFault("Client", `This service does not read ${compression.slice(0, 40)} requests.`);
    }
    const start: Uint8Array[] = [];
    let size = 0;
    let reader: Utf8Reader | undefined;
    for (let bytes = await this.#next(); bytes; bytes = await this.#next()) {
      size += bytes.byteLength;
      if (size > this.#maxBytes) throw this.#tooLong();
      if (reader) {
        yield reader.read(bytes);
        continue;
      }
      start.push(bytes);
      if (size < DECLARATION_BYTES) continue;
      const first = Buffer.concat(start);
      reader = this.#readerFor(first);
      yield reader.read(first);
    }
    if (!reader) {
      const whole = Buffer.concat(start);
      reader = this.#readerFor(whole);
      yield reader.read(whole);
    }
    yield reader.end();
  }

  /**
   * Reads on without keeping anything, so that a client that sends its whole request before it looks at the
   * answer (.NET does) gets to see a refusal. After 64 MB or 30 seconds the answer goes out before the request
   * is over. It is still read on then, and cut off after 30 seconds more: cutting it at once would take the
   * answer along, and a client that came to its end in between would lose the call it makes next.
   */
  async discard(): Promise<void> {
    await this.#readOn(DISCARD_BYTES, DISCARD_MS);
    if (this.#isOver) return;
    const cut = () => this.#reader?.cancel().catch(() => undefined); // already gone: what we wanted
    void this.#readOn(Number.POSITIVE_INFINITY, LINGER_MS).then(() => (this.#isOver ? undefined : cut()));
  }

  /** Reads without keeping anything until the request is over, or so much of it or so long. Never rejects. */
  async #readOn(bytes: number, milliseconds: number): Promise<void> {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), milliseconds).unref();
    const isLate = new Promise<undefined>((resolve) => {
      late.signal.addEventListener("abort", () => resolve(undefined));
    });
    try {
      for (let left = bytes; left > 0 && !this.#isOver && !late.signal.aborted; ) {
        const piece = await Promise.race([this.#next(), isLate]);
        left -= piece?.byteLength ?? 0;
      }
    } catch {
      this.#isOver = true; // the client went away
    } finally {
      clearTimeout(timer);
    }
  }

  /** @throws UploadAborted */
  async #next(): Promise<Uint8Array | undefined> {
    if (!this.#reader || this.#isOver) return undefined;
    const { done, value } = await this.#reader.read().catch((cause: unknown) => {
      throw new UploadAborted(cause);
    });
    this.#isOver = done;
    return value;
  }

  /** A byte-order mark says more than the header, the header more than the declaration (RFC 7303). */
  #readerFor(first: Uint8Array): Utf8Reader {
    const declaration = Buffer.from(first.subarray(0, DECLARATION_BYTES)).toString("latin1");
    const announced =
      markedEncoding(first) ??
      /;\s*charset\s*=\s*"?([\w.-]+)/i.exec(this.#headers.get("content-type") ?? "")?.[1] ??
      /^<\?xml\s[^>]*?encoding\s*=\s*["']([\w.-]+)/.exec(declaration)?.[1] ??
      "utf-8";
    const label = ENCODINGS[announced.toLowerCase()];
    if (!label) throw new SoapFault("Client", `This service does not read ${announced.slice(0, 40)} text.`);
    return label === "utf-8" ? new Utf8Checker() : new Utf8Converter(label);
  }

  #tooLong(): SoapFault {
    const limit = Math.floor(this.#maxBytes / (1024 * 1024));
    return new SoapFault(
      "Client",
      `The request is longer than this server accepts (${limit} MB). QBWC_MAX_BODY_MB raises the limit.`,
    );
  }
}

function markedEncoding([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return undefined;
}

/** Bytes in, whole characters of UTF-8 out. */
interface Utf8Reader {
  read(bytes: Uint8Array): Buffer;
  end(): Buffer;
}

const notValid = (encoding: string) => new SoapFault("Client", `The request is not valid ${encoding} text.`);

/** UTF-8 already, as nearly always: it is looked through and passed on, without becoming a string in between. */
class Utf8Checker implements Utf8Reader {
  #held: Uint8Array = new Uint8Array();
  #isFirst = true;

  read(bytes: Uint8Array): Buffer {
    const piece =
      this.#held.length > 0
        ? Buffer.concat([this.#held, bytes])
        : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const whole = piece.subarray(0, piece.length - cutLength(piece));
    this.#held = piece.subarray(whole.length);
    if (!isUtf8(whole)) throw notValid("utf-8");
    const hasMark = this.#isFirst && markedEncoding(whole) === "utf-8";
    this.#isFirst = false;
    return hasMark ? whole.subarray(3) : whole;
  }

  end(): Buffer {
    if (this.#held.length > 0) throw notValid("utf-8");
    return Buffer.alloc(0);
  }
}

/** How many bytes at the end begin a character that is not all there. */
function cutLength(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return needed > back ? back : 0;
  }
  return 0;
}

class Utf8Converter implements Utf8Reader {
  readonly #decoder: TextDecoder;
  /** The first half of a pair: written alone it would be lost. */
  #held = "";

  constructor(label: string) {
    this.#decoder = new TextDecoder(label, { fatal: true });
  }

  read(bytes: Uint8Array): Buffer {
    const text = this.#held + this.#decode(() => this.#decoder.decode(bytes, { stream: true }));
    this.#held = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : "";
    return Buffer.from(this.#held ? text.slice(0, -1) : text);
  }

  end(): Buffer {
    return Buffer.from(this.#held + this.#decode(() => this.#decoder.decode()));
  }

  #decode(work: () => string): string {
    try {
      return work();
    } catch (cause) {
      if (!(cause instanceof TypeError)) throw cause;
      throw notValid(this.#decoder.encoding);
    }
  }
}
