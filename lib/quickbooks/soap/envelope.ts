import { type Payload, type PayloadWriter, payloadOf, writePayload } from "@/lib/quickbooks/run/payload";
import { CharacterData } from "@/lib/quickbooks/soap/character-data";
import { EnvelopeShape } from "@/lib/quickbooks/soap/envelope-shape";
import { SoapFault } from "@/lib/quickbooks/soap/fault";
import type { Argument, Operation, Parameter } from "@/lib/quickbooks/soap/operations";

/** Asked before the first character of a payload is kept. */
export type AuthorizeTicket = (ticket: string) => Promise<boolean>;

/** One call as it arrived: every parameter of the operation is there, with the kind its row states. */
export interface Call {
  operation: Operation;
  args: ReadonlyMap<string, Argument>;
  /** True when a payload came with an unknown ticket: then nothing of it was kept and `args` is empty. */
  isTicketUnknown: boolean;
  /** Frees the payloads. */
  dispose(): Promise<void>;
}

const CDATA = Buffer.from("<![CDATA[");
const CDATA_END = Buffer.from("]]>");
const NOTHING = Buffer.alloc(0);
const LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const SLASH = 0x2f;
const CLOSE_BRACKET = 0x5d;

/** Both hold the same bytes for as long as the shorter one goes. */
const beginAlike = (a: Uint8Array, b: Buffer): boolean => {
  const length = Math.min(a.length, b.length);
  return b.compare(a, 0, length, 0, length) === 0;
};

/**
 * Reads one SOAP 1.1 request from its bytes (valid UTF-8, in pieces that split no character), in one pass and
 * bounded memory. Tags and short parameters go
 * through a validating parser; the text of a payload goes past it, decoded piece by piece, because that
 * parser would hold all of it until the next tag.
 * @throws SoapFault for anything that is not exactly one well-formed call; what was spooled is freed first
 */
export async function readCall(pieces: AsyncIterable<Buffer>, authorize?: AuthorizeTicket): Promise<Call> {
  const reader = new EnvelopeReader(authorize);
  try {
    for await (const piece of pieces) {
      await reader.write(piece);
      if (reader.isTicketUnknown) break;
    }
    return await reader.finish();
  } catch (error) {
    await reader.discard();
    throw error;
  }
}

class EnvelopeReader {
  isTicketUnknown = false;
  readonly #authorize: AuthorizeTicket | undefined;
  readonly #shape = new EnvelopeShape();
  readonly #payloads = new Map<string, PayloadWriter>();
  readonly #content = new CharacterData();
  #mode: "markup" | "text" | "cdata" = "markup";
  /** The end of the last piece, when it does not yet tell what it is: "<!", "]". */
  #held: Buffer = NOTHING;

  constructor(authorize: AuthorizeTicket | undefined) {
    this.#authorize = authorize;
  }

  async write(piece: Buffer): Promise<void> {
    const text = this.#held.length === 0 ? piece : Buffer.concat([this.#held, piece]);
    this.#held = NOTHING;
    for (let at = 0; at < text.length && !this.isTicketUnknown; ) {
      if (this.#mode === "markup") at = this.#markup(text, at);
      else if (this.#mode === "text") at = await this.#text(text, at);
      else at = await this.#cdata(text, at);
    }
  }

  async finish(): Promise<Call> {
    if (this.isTicketUnknown) return this.#refusedCall();
    if (this.#held.length > 0 || this.#mode !== "markup") {
      throw new SoapFault("Client", "The request ends in the middle of its payload.");
    }
    const operation = this.#shape.end();
    const payloads: Payload[] = [];
    const args = new Map<string, Argument>();
    for (const row of operation.parameters) {
      if (row.kind === "payload") {
        const payload = (await this.#payloads.get(row.name)?.finish()) ?? payloadOf("");
        payloads.push(payload);
        args.set(row.name, payload);
      } else {
        const text = this.#shape.texts.get(row.name) ?? "";
        args.set(row.name, row.kind === "int" ? wholeNumber(row.name, text) : text);
      }
    }
    const dispose = async () => {
      await Promise.all(payloads.map((payload) => payload.dispose()));
    };
    return { operation, args, isTicketUnknown: false, dispose };
  }

  async discard(): Promise<void> {
    await Promise.all([...this.#payloads.values()].map((writer) => writer.discard()));
    this.#payloads.clear();
  }

  /** One tag at a time, since the end of a tag is where a payload begins. */
  #markup(text: Buffer, at: number): number {
    const close = text.indexOf(GREATER_THAN, at);
    const end = close === -1 ? text.length : close + 1;
    this.#shape.write(text.toString("utf8", at, end));
    // Half an end tag leaves the payload open too; only a whole tag begins its text.
    if (close !== -1 && this.#shape.openPayload) this.#mode = "text";
    return end;
  }

  async #text(text: Buffer, at: number): Promise<number> {
    const tag = text.indexOf(LESS_THAN, at);
    if (tag === -1) {
      await this.#keep(this.#content.text(text.subarray(at)));
      return text.length;
    }
    if (tag > at) await this.#keep(this.#content.text(text.subarray(at, tag)));
    const rest = text.subarray(tag);
    const isSection = beginAlike(rest, CDATA);
    if (isSection && rest.length < CDATA.length) {
      this.#held = rest;
      return text.length;
    }
    await this.#keep(this.#content.flush());
    if (isSection) {
      this.#mode = "cdata";
      return tag + CDATA.length;
    }
    // Only its own end tag, which cannot contain ">", so that the parser is never left inside something.
    if (rest[1] !== SLASH) {
      throw new SoapFault("Client", `${this.#shape.openPayload?.name} may hold text only.`);
    }
    this.#mode = "markup";
    return tag;
  }

  async #cdata(text: Buffer, at: number): Promise<number> {
    const close = text.indexOf(CDATA_END, at);
    if (close !== -1) {
      await this.#keep(this.#content.cdata(text.subarray(at, close)));
      await this.#keep(this.#content.flush());
      this.#mode = "text";
      return close + CDATA_END.length;
    }
    let end = text.length;
    while (end > at && end > text.length - 2 && text[end - 1] === CLOSE_BRACKET) end -= 1;
    this.#held = text.subarray(end);
    await this.#keep(this.#content.cdata(text.subarray(at, end)));
    return text.length;
  }

  async #keep(text: Buffer): Promise<void> {
    const parameter = this.#shape.openPayload;
    if (text.length === 0 || !parameter || this.isTicketUnknown) return;
    const writer = this.#payloads.get(parameter.name) ?? (await this.#begin(parameter));
    await writer?.write(text);
  }

  async #begin(parameter: Parameter): Promise<PayloadWriter | undefined> {
    if (this.#authorize) {
      const ticket = this.#shape.texts.get("ticket");
      if (ticket === undefined) {
        throw new SoapFault("Client", `The ticket must come before ${parameter.name}.`);
      }
      this.isTicketUnknown = !(await this.#authorize(ticket));
      if (this.isTicketUnknown) return undefined;
    }
    const writer = writePayload();
    this.#payloads.set(parameter.name, writer);
    return writer;
  }

  async #refusedCall(): Promise<Call> {
    await this.discard();
    const { operation } = this.#shape;
    if (!operation) throw new SoapFault("Client", "The request's Body holds no call.");
    return { operation, args: new Map(), isTicketUnknown: true, dispose: async () => undefined };
  }
}

/** xsd:int; "" counts as absent and gives 0, which no QuickBooks version is. */
function wholeNumber(name: string, text: string): number {
  const trimmed = text.trim();
  if (!/^([+-]?\d{1,9})?$/.test(trimmed)) throw new SoapFault("Client", `${name} is not a whole number.`);
  return Number(trimmed);
}
