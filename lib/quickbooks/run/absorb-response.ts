import type { Tx } from "@/db/client";
import { bisect } from "@/lib/queue/queue";
import { readMessageSet } from "@/lib/quickbooks/qbxml/decode";
import { explainHresult } from "@/lib/quickbooks/qbxml/hresults";
import { absorbPull } from "./absorb-pull";
import { absorbLookUp, absorbWrites } from "./absorb-writes";
import { tellRefusals } from "./carry-out";
import { goOnWithout } from "./go-on-without";
import { readCompanyFile } from "./identify";
import { isAnswerTo } from "./is-answer-to";
import { openJobs, settleJobs } from "./message-jobs";
import {
  compress,
  getMessage,
  keepAnswer,
  type Message,
  sentMessage,
  setMessageState,
  waitedMs,
} from "./message-store";
import { tellUnaskedAnswer } from "./odd-calls";
import type { Payload } from "./payload";
import { recogniseRun } from "./recognise";
import { NOT_PARSED, RunEnds } from "./run-ends";
import { nextStep, type Run } from "./run-store";

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
  throw RunEnds.reported(received.hresult, received.message);
}

async function absorbIdentity(tx: Tx, run: Run, payload: Payload, now: Date): Promise<void> {
  const file = await readCompanyFile(payload.chunks(), run.caller);
  if (!file) throw RunEnds.because("no-company", "QuickBooks did not say which company file is open.");
  await recogniseRun(tx, run, file, now);
}

/**
 * What the answer means, by what was asked.
 * @throws RunEnds when the run cannot go on; QbxmlError when the answer is damaged
 */
async function absorbSent(
  tx: Tx,
  run: Run,
  sent: Message,
  received: Received,
  now: Date,
): Promise<"taken" | "unasked"> {
  const { response } = received;
  if (response.isEmpty) {
    if (received.hresult) {
      await absorbFault(tx, run, sent, received, now);
      return "taken";
    }
    throw RunEnds.because(
      "no-answer",
      "QuickBooks sent an empty answer. What became of it is asked in the next run.",
    );
  }
  const write = sent.settles ? await getMessage(tx, sent.settles) : sent;
  if (!(await isAnswerTo(sent.purpose === "probe" ? write : sent, response))) return "unasked";
  if (sent.purpose !== "write") await setMessageState(tx, sent.id, "answered");
  if (sent.purpose !== "read") {
    await absorbWrites(tx, run, write, await readMessageSet(response.chunks()), now);
  } else if (sent.settles) {
    await absorbLookUp(tx, run, { write, lookUp: sent }, await readMessageSet(response.chunks()), now);
  } else if (sent.step === null) {
    await absorbIdentity(tx, run, response, now);
  } else {
    const step = await nextStep(tx, run.id);
    if (step?.position === sent.step) await absorbPull(tx, run, step, sent, response, now);
  }
  return "taken";
}

/** Copies of other answers come at once or not at all: what never bears its own requestIDs ends the run. */
const MOST_WAIT_MS = 10 * 60 * 1000;

/** An answer to something else: the message goes on waiting for its own, and goes out again if it is asked for. */
async function leaveWaiting(tx: Tx, run: Run, sent: Message): Promise<RunEnds | undefined> {
  await tellUnaskedAnswer(tx, run);
  if ((await waitedMs(tx, sent.id)) <= MOST_WAIT_MS) return undefined;
  return RunEnds.because(
    "repeated-call",
    "The Web Connector kept handing in answers that were not asked for. Nothing of them was taken in.",
  );
}

/**
 * Takes in the answer to the message that this run sent last, in one transaction with all that follows
 * from it. A second answer to the same message finds none that waits, and the copy of another message's answer is
 * not this one's: neither changes anything. Of an answer that cannot be taken in nothing stays but the answer.
 * @returns what ends the run, if anything does
 */
export async function absorbResponse(
  tx: Tx,
  run: Run,
  received: Received,
  now: Date,
): Promise<RunEnds | undefined> {
  const sent = await sentMessage(tx, run.id);
  if (!sent) {
    await tellUnaskedAnswer(tx, run);
    return undefined;
  }
  // Compressed on another thread while it is read. Both end before the payload is freed, whatever becomes of either.
  const [absorbed, compressed] = await Promise.allSettled([
    tx.transaction((savepoint) => absorbSent(savepoint, run, sent, received, now)),
    compress(received.response),
  ]);
  if (compressed.status === "rejected") throw compressed.reason;
  if (absorbed.status === "fulfilled" && absorbed.value === "unasked") return leaveWaiting(tx, run, sent);
  const end = absorbed.status === "rejected" ? RunEnds.by(absorbed.reason) : undefined;
  if (absorbed.status === "rejected" && !end) throw absorbed.reason;
  await keepAnswer(tx, sent.id, received, compressed.value);
  // A write may have been carried out, whatever came back: it stays "sent", and the next run asks for it first.
  if (!end || sent.purpose === "write") return end;
  await setMessageState(tx, sent.id, "failed");
  return goOnWithout(tx, run, sent, end);
}
