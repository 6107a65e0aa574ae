import type { Tx } from "@/db/client";
import { endPull } from "./absorb-pull";
import { type Message, setMessageState } from "./message-store";
import { NOT_PARSED, type RunEnds } from "./run-ends";
import { nextStep, type Run } from "./run-store";

/** What lies in one question or its answer: asked again, it would fail again, in this run and in every later one. */
const OF_THE_QUESTION: ReadonlySet<string> = new Set([NOT_PARSED, "unreadable-answer"]);

/**
 * A question without an answer that could be used. Where it is the question's own fault, the run goes on without it,
 * or no run would ever come past it: what a probe would have brought is looked up record by record, a look-up is
 * halved, and a list ends its step, with its cursor where it was.
 * @returns what ends the run, where it cannot go on
 */
export async function goOnWithout(
  tx: Tx,
  run: Run,
  failed: Message,
  end: RunEnds,
): Promise<RunEnds | undefined> {
  if (!OF_THE_QUESTION.has(end.code)) return end;
  if (failed.settles) {
    if (failed.purpose === "probe") await setMessageState(tx, failed.settles, "unsettled");
    return undefined;
  }
  const step = failed.step === null ? undefined : await nextStep(tx, run.id);
  if (step?.position !== failed.step) return end;
  await endPull(tx, run, step, end);
  return undefined;
}
