import type { PullContext } from "@/lib/quickbooks/operations/pull";
import type { RunContext } from "@/lib/quickbooks/operations/write-operation";
import type { Run } from "./run-store";

/** Spoken until the company file is recognised. */
export const FALLBACK_VERSION = "13.0";

export const contextOf = (run: Run, now: Date): RunContext => ({
  connectionId: run.connectionId,
  version: run.qbxmlVersion ?? FALLBACK_VERSION,
  now,
});

export const pullContextOf = (run: Run, now: Date): PullContext => ({
  ...contextOf(run, now),
  runStartedAt: run.startedAt,
});
