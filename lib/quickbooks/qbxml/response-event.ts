import type { Message } from "@/lib/quickbooks/qbxml/message";
import type { QbRecord } from "@/lib/quickbooks/qbxml/record-reader";

export interface SetEvent {
  readonly type: "set";
  readonly newMessageSetID?: string;
  /** Error recovery's own code (600, 9001 to 9005); `explainStatus` knows it. */
  readonly messageSetStatusCode?: number;
}

/** The answer to one request. */
export interface ResponseStart {
  /** "BillAddRs" */
  readonly name: string;
  /** Its description, or undefined for a message that Countersign does not know. */
  readonly message?: Message;
  readonly requestID?: string;
  readonly statusCode: number;
  /** Info, Warn or Error. Do not decide by it alone: see `isRefusal`. */
  readonly statusSeverity: string;
  readonly statusMessage: string;
  readonly retCount?: number;
  /** Absent when no iterator runs. */
  readonly iteratorRemainingCount?: number;
  readonly iteratorID?: string;
}

/** One record of the response before it; `name` is the element's, such as "BillRet". */
export interface ReadRecord {
  readonly name: string;
  readonly record: QbRecord;
}

/** What was saved, when QuickBooks saved it but could not say it in full. */
export interface ErrorRecovery {
  readonly ListID?: string;
  readonly OwnerID?: string;
  readonly TxnID?: string;
  readonly TxnNumber?: number;
  readonly EditSequence?: string;
  readonly ExternalGUID?: string;
}

export type ResponseEvent =
  | SetEvent
  | ({ readonly type: "response" } & ResponseStart)
  | ({ readonly type: "record" } & ReadRecord)
  | ({ readonly type: "errorRecovery" } & ErrorRecovery)
  | { readonly type: "end"; readonly requestID?: string };

type Records<M extends Message> = NonNullable<M["out"]>;
/** A record of this message, told apart by its name. */
export type RecordIn<M extends Message> = {
  [N in keyof Records<M>]: { readonly name: N; readonly record: Records<M>[N] };
}[keyof Records<M>];

/** Is this a record of that message? Then its type is known: `if (isRecordOf(billQuery, event)) event.record.TxnID`. */
export function isRecordOf<
  M extends Message,
  E extends { readonly name?: string; readonly record?: unknown },
>(message: M, event: E): event is E & RecordIn<M> {
  return event.record !== undefined && event.name !== undefined && Object.hasOwn(message.records, event.name);
}
