import type { Field } from "@/lib/quickbooks/qbxml/grammar";
import type { Message } from "@/lib/quickbooks/qbxml/message";
import { messageByResponse } from "@/lib/quickbooks/qbxml/messages/all";
import { errorRecovery } from "@/lib/quickbooks/qbxml/messages/shared-blocks";
import { DEFAULT_LIMITS, type ReadLimits } from "@/lib/quickbooks/qbxml/read-limits";
import { type QbRecord, RecordReader, readInteger, unexpected } from "@/lib/quickbooks/qbxml/record-reader";
import type {
  ErrorRecovery,
  ReadRecord,
  ResponseEvent,
  ResponseStart,
  SetEvent,
} from "@/lib/quickbooks/qbxml/response-event";
import { type TokenHandler, TokenReader, tooLarge } from "@/lib/quickbooks/qbxml/tokens";

type Attributes = Readonly<Record<string, string>>;
type Source = string | AsyncIterable<string>;

/**
 * Reads a reply of QuickBooks, event by event in the document's order, with one record in memory at a time.
 * A fault late in the document throws after earlier events were handed out: commit what they brought only
 * when the generator has ended.
 *
 * @throws QbxmlError when the document is not well-formed, not complete, over a limit, or not a reply
 */
export async function* readResponses(
  source: Source,
  limits: Partial<ReadLimits> = {},
): AsyncGenerator<ResponseEvent> {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const events: ResponseEvent[] = [];
  const reader = new TokenReader(new ResponseHandler(events, all), all);
  for await (const chunk of typeof source === "string" ? [source] : source) {
    for (const _ of reader.write(chunk)) {
      // Not yield*, which takes three turns of the event loop for every event of an array.
      for (const event of events) yield event;
      events.length = 0;
    }
  }
  reader.end();
}

export interface ReadResponse extends ResponseStart {
  readonly records: readonly ReadRecord[];
  readonly errorRecovery?: ErrorRecovery;
}

export interface ReadMessageSet {
  readonly newMessageSetID?: string;
  readonly messageSetStatusCode?: number;
  readonly responses: readonly ReadResponse[];
}

/** The whole reply at once; for replies that are known to be small. */
export async function readMessageSet(source: Source, limits?: Partial<ReadLimits>): Promise<ReadMessageSet> {
  let set: Omit<SetEvent, "type"> = {};
  const responses: Collected[] = [];
  for await (const event of readResponses(source, limits)) {
    if (event.type === "end") continue;
    const response = responses.at(-1);
    if (event.type === "set") set = without(event);
    else if (event.type === "response") responses.push({ ...without(event), records: [] });
    else if (event.type === "record") response?.records.push(without(event));
    else if (response) response.errorRecovery = without(event);
  }
  return { ...set, responses };
}

/** Depths of a reply: QBXML, QBXMLMsgsRs, …Rs, …Ret. */
class ResponseHandler implements TokenHandler {
  #message: Message | undefined;
  #requestID: string | undefined;
  #reader: RecordReader | undefined;
  #record: { name: string; emit: (data: QbRecord) => void; depth: number } | undefined;
  #elements = 0;

  constructor(
    readonly events: ResponseEvent[],
    readonly limits: ReadLimits,
  ) {}

  open(name: string, attributes: Attributes, depth: number) {
    if (this.#reader) {
      this.#countElement();
      this.#reader.open(name);
    } else if (depth === 0) {
      if (name !== "QBXML") throw unexpected(`the root ${name} instead of QBXML`);
    } else if (depth === 1) {
      if (name !== "QBXMLMsgsRs") throw unexpected(`${name} instead of QBXMLMsgsRs`);
      this.events.push({ type: "set", ...readSet(attributes) });
    } else if (depth === 2) {
      this.#openResponse(name, attributes);
    } else if (depth === 3) {
      this.#openRecord(name, depth);
    }
    // Deeper elements without a reader belong to something the descriptions do not know: skipped.
  }

  text(text: string, depth: number) {
    if (this.#reader) this.#reader.text(text);
    else if (depth <= 3 && /\S/.test(text)) throw unexpected("text between its elements");
  }

  close(_name: string, depth: number) {
    if (this.#reader && this.#record && depth === this.#record.depth) {
      // A refusal without fields is not a record; an empty Ret is.
      if (depth > 2 || Object.keys(this.#reader.data).length > 0) this.#record.emit(this.#reader.data);
      this.#reader = undefined;
    } else {
      this.#reader?.close();
    }
    if (depth === 2) this.events.push({ type: "end", requestID: this.#requestID });
  }

  value(name: string, text: string, depth: number) {
    if (this.#reader) {
      this.#countElement();
      this.#reader.value(name, text);
    } else {
      this.open(name, {}, depth);
      this.text(text, depth + 1);
      this.close(name, depth);
    }
  }

  #countElement() {
    if (++this.#elements > this.limits.maxRecordElements)
      throw tooLarge("A record", this.limits.maxRecordElements);
  }

  #openResponse(name: string, attributes: Attributes) {
    this.#message = messageByResponse(name);
    this.#requestID = attributes.requestID;
    this.events.push({
      type: "response",
      name,
      message: this.#message,
      ...readResponseStart(name, attributes),
    });
    // A reply without a Ret, such as TxnDelRs, is itself the record.
    if (this.#message && Object.hasOwn(this.#message.records, name)) this.#openRecord(name, 2);
  }

  #openRecord(name: string, depth: number) {
    if (name === "ErrorRecovery") {
      this.#start(name, depth, errorRecovery, (data) => this.events.push({ type: "errorRecovery", ...data }));
      return;
    }
    const records: Readonly<Record<string, Field>> = this.#message?.records ?? {};
    const field = Object.hasOwn(records, name) ? records[name] : undefined;
    if (field)
      this.#start(name, depth, field, (record) => this.events.push({ type: "record", name, record }));
  }

  #start(name: string, depth: number, field: Field, emit: (data: QbRecord) => void) {
    if (field.type.kind !== "block") return;
    this.#elements = 0;
    this.#record = { name, depth, emit };
    this.#reader = new RecordReader(name, field.type.content);
  }
}

function readSet({ newMessageSetID, messageSetStatusCode }: Attributes): Omit<SetEvent, "type"> {
  return {
    newMessageSetID: newMessageSetID || undefined,
    messageSetStatusCode: optionalInteger("messageSetStatusCode", messageSetStatusCode),
  };
}

function readResponseStart(name: string, attributes: Attributes): Omit<ResponseStart, "name" | "message"> {
  const { requestID, statusCode, statusSeverity = "", statusMessage = "", iteratorID } = attributes;
  if (statusCode === undefined) throw unexpected(`a ${name} without a statusCode`);
  return {
    requestID,
    statusCode: readInteger("statusCode", statusCode),
    statusSeverity,
    statusMessage,
    retCount: optionalInteger("retCount", attributes.retCount),
    iteratorRemainingCount: optionalInteger("iteratorRemainingCount", attributes.iteratorRemainingCount),
    iteratorID,
  };
}

const optionalInteger = (name: string, value: string | undefined) =>
  value === undefined || value.trim() === "" ? undefined : readInteger(name, value);

type Collected = Omit<ReadResponse, "records" | "errorRecovery"> & {
  records: ReadRecord[];
  errorRecovery?: ErrorRecovery;
};

function without<E extends { readonly type: string }>({ type: _, ...rest }: E): Omit<E, "type"> {
  return rest;
}
