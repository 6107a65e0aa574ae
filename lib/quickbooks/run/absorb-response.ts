import type { Tx } from "@/db/client";
import { bisect } from "@/lib/queue/queue";
import { readMessageSet } from "@/lib/quickbooks/qbxml/decode";
import { explainHresult } from "@/lib/quickbooks/qbxml/hresults";
import { absorbPull } from "./absorb-pull";
import { absorbLookUp, absorbWrites } from "./absorb-writes";
import { tellRefusals } from "./carry-out";
import { readCompanyFile } from "./identify";
import { isAnswerTo } from "./is-answer-to";
import {
  compress,
  getMessage,
  keepAnswer,
  type Message,
  openJobs,
  sentMessage,
  setMessageState,
  settleJobs,
  waitedMs,
} from "./message-store";
import { tellUnaskedAnswer } from "./odd-calls";
import type { Payload } from "./payload";
import { recogniseRun } from "./recognise";
import { RunEnds } from "./run-ends";
import { nextStep, type Run } from "./run-store";

/** QuickBooks could not parse the message: nothing of it was carried out. */
const NOT_PARSED = "0x80040400";

export interface Received {
  response: Payload;
  hresult: string;
  message: string;
}

/** A message that QuickBooks could not parse: halved, until the one bad request stands alone and is charged. */
async function absorbUnparsed(tx: Tx, run: Run, write: Message, words: string, now: Date): Promise<void> {
  const jobs = (await openJobs(tx, write.id)).map(({ job }) => job.id);
  const [only] = jobs;
  if (jobs.length === 1 && only) {
    await tellRefusals(tx, run, write.id, [{ jobId: only, code: NOT_PARSED, message: words }], now);
  } else {
    await bisect(tx, jobs);
  }
  await settleJobs(tx, write.id, jobs);
  await setMessageState(tx, write.id, "settled");
}

/** QuickBooks threw instead of answering. */
async function absorbFault(tx: Tx, run: Run, sent: Message, received: Received, now: Date): Promise<void> {
  const { code, meaning } = explainHresult(received.hresult, received.message);
  if (sent.purpose === "write" && code === NOT_PARSED) {
    return absorbUnparsed(tx, run, sent, received.message || meaning, now);
  }
  // A write that ended so may have been carried out: it stays "sent", and the next run asks for it first.
  if (sent.purpose !== "write") await setMessageState(tx, sent.id, "answered");
  throw RunEnds.reported(received.hresult, received.message);
}

async function absorbIdentity(tx: Tx, run: Run, payload: Payload, now: Date): Promise<void> {
  const file = await readCompanyFile(payload.chunks(), run.caller);
  if (!file) throw RunEnds.because("no-company", "QuickBooks did not say which company file is open.");
  await recogniseRun(tx, run, file, now);
}

/** What the answer means, by what was asked; `write` is the writing message that it settles. */
async function absorbSent(
  tx: Tx,
  run: Run,
  { sent, write }: { sent: Message; write: Message | undefined },
  received: Received,
  now: Date,
): Promise<void> {
  if (received.response.isEmpty) {
    if (received.hresult) return absorbFault(tx, run, sent, received, now);
    throw RunEnds.because(
      "no-answer",
      "QuickBooks sent an empty answer. What became of it is asked in the next run.",
    );
  }
  if (sent.purpose === "write") {
    return absorbWrites(tx, run, sent, await readMessageSet(received.response.chunks()), now);
  }
  await setMessageState(tx, sent.id, "answered");
  if (write) {
    const set = await readMessageSet(received.response.chunks());
    return sent.purpose === "probe"
      ? absorbWrites(tx, run, write, set, now)
      : absorbLookUp(tx, run, { write, lookUp: sent }, set, now);
  }
  if (sent.step === null) return absorbIdentity(tx, run, received.response, now);
  const step = await nextStep(tx, run.id);
  if (step?.position === sent.step) await absorbPull(tx, run, step, sent, received.response, now);
}

/** Copies of other answers come at once or not at all: what never bears its own requestIDs ends the run. */
const MOST_WAIT_MS = 10 * 60 * 1000;

/** An answer to something else: the message goes on waiting for its own, and goes out again if it is asked for. */
async function leaveWaiting(tx: Tx, run: Run, sent: Message): Promise<void> {
  if ((await waitedMs(tx, sent.id)) > MOST_WAIT_MS) {
    throw RunEnds.because(
      "repeated-call",
      "The Web Connector kept handing in answers that were not asked for. Nothing of them was taken in.",
    );
  }
  await tellUnaskedAnswer(tx, run);
}

/**
 * Takes in the answer to the message that this run sent last, in one transaction with all that follows
 * from it. A second answer to the same message finds none that waits, and the copy of another message's answer is
 * not this one's: neither changes anything.
 * @throws RunEnds when the run cannot go on; QbxmlError when the answer is not well-formed
 */
export async function absorbResponse(tx: Tx, run: Run, received: Received, now: Date): Promise<void> {
  const sent = await sentMessage(tx, run.id);
  if (!sent) return tellUnaskedAnswer(tx, run);
  const write = sent.settles ? await getMessage(tx, sent.settles) : undefined;
  const asked = sent.purpose === "probe" && write ? write : sent;
  if (!received.response.isEmpty && !(await isAnswerTo(asked, received.response))) {
    return leaveWaiting(tx, run, sent);
  }
  // Compressed on another thread while it is read. Both end before the payload is freed, whatever becomes of either.
  const [absorbed, compressed] = await Promise.allSettled([
    absorbSent(tx, run, { sent, write }, received, now),
    compress(received.response),
  ]);
  if (absorbed.status === "rejected") throw absorbed.reason;
  if (compressed.status === "rejected") throw compressed.reason;
  await keepAnswer(tx, sent.id, received, compressed.value);
}
