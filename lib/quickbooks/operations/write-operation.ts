import type { Tx } from "@/db/client";
import type { FieldChange } from "@/lib/audit/events";
import type { Job } from "@/lib/queue/job-moves";
import type { JobKind } from "@/lib/queue/kinds";
import type { Request } from "@/lib/quickbooks/qbxml/encode";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";

/** What every half of an operation may know: nothing else is shared between request and response. */
export interface RunContext {
  connectionId: string;
  /** The qbXML version spoken in this run, such as "13.0". */
  version: string;
  now: Date;
}

/** QuickBooks' version and ours both changed what the other did. */
export interface Conflict {
  /** What changed in QuickBooks since we last wrote. */
  changes: FieldChange[];
  /** The same in a sentence. */
  message: string;
}

/** What is to be done with one job. */
export type Plan =
  | { do: "send"; job: Job; operation: string; request: Request; payload: unknown }
  /** Waits, without an attempt: for another record's job (`on`), or for a person. */
  | { do: "block"; job: Job; on: string | null; reason: string }
  /** QuickBooks' version changed as well: it waits for a person to choose. Costs no attempt. */
  | { do: "ask"; job: Job; conflict: Conflict }
  /** There is nothing left to do: a bill that was un-approved while it waited. */
  | { do: "drop"; job: Job };

/** The identity alone, where QuickBooks saved a record but could not describe it. */
export interface Identity {
  txnId?: string;
  listId?: string;
  editSequence?: string;
}

/** A request that QuickBooks carried out. */
export interface Answer<Payload> {
  job: Job;
  payload: Payload;
  /** The Ret, where there is one. */
  record: unknown;
  /** Its element's name: "ItemServiceRet". */
  recordName?: string | undefined;
  identity: Identity | undefined;
  /** It was found there by a look-up, rather than answered. */
  found: boolean;
}

/** What a look-up brought about a request whose outcome is not known. */
export interface Look<Payload> {
  job: Job;
  payload: Payload;
  /** Of all requests of the look-up, in order. */
  records: ReadRecord[];
  refusal: { code: string; message: string } | null;
}

/** What a look-up shows about a request whose outcome is not known. */
export type Finding =
  | { outcome: "done"; record: unknown; recordName?: string }
  /** Proved not processed: it goes again. */
  | { outcome: "absent" }
  /** Refused after all, in these words. */
  | { outcome: "refused"; code: string; message: string }
  /** A person must choose between the two versions. */
  | { outcome: "conflict"; conflict: Conflict };

/** The requestID of a look-up's further requests: the first bears the job's id alone. */
export const lookUpId = (jobId: string, number: number): string => `${jobId}/${number}`;

/** One kind of write: the response half, and what settles it when in doubt. The request half is its kind's planner. */
export interface WriteOperation<Payload> {
  name: string;
  /** Takes in what QuickBooks saved: links, line identities, events. Set-based: one call a message. */
  absorb(tx: Tx, context: RunContext, answers: Answer<Payload>[]): Promise<void>;
  /** A refusal that a look-up may turn into a success, or into a better-founded refusal. */
  isWorthALook(code: string): boolean;
  /** Whether "saved" without any record or identity is all that QuickBooks ever says of it. */
  answersBare?(payload: Payload): boolean;
  /**
   * Of an operation that must know the record whole: the payload with the identity that came alone. By that
   * the job is looked up before it counts as done.
   */
  withIdentity?(payload: Payload, identity: Identity): Payload;
  /** Asks QuickBooks, without doing anything, what became of the request: `jobId`, then `lookUpId(jobId, 2)` … */
  lookUp(jobId: string, payload: Payload): Request[];
  /** Judges what the look-up brought; it may update the ledger (a new EditSequence). */
  judge(tx: Tx, context: RunContext, look: Look<Payload>): Promise<Finding>;
}

export interface Planner {
  kind: JobKind;
  /** A job that gets no plan goes in a later message, provided that another of them is sent in this one. */
  plan(tx: Tx, context: RunContext, jobs: Job[]): Promise<Plan[]>;
}
