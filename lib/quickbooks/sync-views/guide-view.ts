import { and, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { runs, syncErrors } from "@/db/schema";
import { query } from "@/lib/access/command";
import { readFailures } from "@/lib/access/rate-limit";
import { loginAccount } from "@/lib/quickbooks/connections/login-account";
import { type Connection, getConnection } from "@/lib/quickbooks/connections/store";
import { explainError } from "./explain-error";
import { findRunsUnderWay, type RunUnderWay } from "./run-under-way";

/** The steps of connecting a company file that the service sees happen, in order. */
export const GUIDE_STEPS = ["download", "add", "login", "answer", "recognised", "pull"] as const;
export type GuideStep = (typeof GUIDE_STEPS)[number];

/** What went wrong at a step, and the way out. */
export interface GuideProblem {
  step: GuideStep;
  title: string;
  /** QuickBooks' or the service's own words, where they say more. */
  message: string | null;
  fix: string;
  /** A status code, an HRESULT or a word of ours; null where there is none. */
  code: string | null;
  /** Where the help explains the code; null where it does not know it. */
  helpHref: string | null;
}

export interface GuideView {
  connectionId: string;
  name: string;
  username: string;
  runEveryMinutes: number;
  isPaused: boolean;
  done: Record<GuideStep, boolean>;
  companyName: string | null;
  companyFilePath: string | null;
  productName: string | null;
  qbxmlVersion: string | null;
  run: RunUnderWay | null;
  problem: GuideProblem | null;
  /** How the first run ended, once it has. */
  statusText: string | null;
}

type LastRun = typeof runs.$inferSelect;

async function findLastRun(db: Db, connection: Connection): Promise<LastRun | undefined> {
  const [run] = await db
    .select()
    .from(runs)
    .where(eq(runs.connectionId, connection.id))
    .orderBy(desc(runs.startedAt))
    .limit(1);
  // A run from before the file was disconnected says nothing of how it stands now.
  return run && connection.firstContactAt && run.startedAt >= connection.firstContactAt ? run : undefined;
}

async function findTrouble(
  db: Db,
  connectionId: string,
): Promise<{ code: string; message: string } | undefined> {
  const [trouble] = await db
    .select({ code: syncErrors.code, message: syncErrors.message })
    .from(syncErrors)
    .where(
      and(eq(syncErrors.connectionId, connectionId), isNull(syncErrors.jobId), isNull(syncErrors.resolvedAt)),
    )
    .orderBy(desc(syncErrors.createdAt))
    .limit(1);
  return trouble;
}

/** Where a trouble of ours stands in the guide; every other stands at the first step that is not done. */
const STANDS_AT: Record<string, GuideStep> = {
  "second-computer": "login",
  country: "answer",
  "too-old": "answer",
  "no-company": "recognised",
  "foreign-company-file": "recognised",
};

async function findProblem(
  db: Db,
  connection: Connection,
  done: Record<GuideStep, boolean>,
  run: LastRun | undefined,
  { failures, isLimited }: Awaited<ReturnType<typeof readFailures>>,
): Promise<GuideProblem | null> {
  if (failures > 0) {
    return {
      step: "login",
      title: isLimited ? "Too many wrong passwords" : "The Web Connector came with a wrong password",
      message: null,
      fix: isLimited
        ? "It is not let in for fifteen minutes. Make a new password: then it may try again at once."
        : "Paste the password into its Password column once more, without a space before or after it, and press Enter. If it is lost, make a new one.",
      code: null,
      helpHref: null,
    };
  }
  const open = GUIDE_STEPS.find((step) => !done[step]);
  const trouble = await findTrouble(db, connection.id);
  if (trouble) {
    const { meaning, fix, codeHref } = explainError(trouble.code, trouble.message);
    const step = STANDS_AT[trouble.code] ?? open ?? "pull";
    return { step, title: meaning, message: trouble.message, fix, code: trouble.code, helpHref: codeHref };
  }
  if (run?.state === "dead" && open) {
    return {
      step: open,
      title: "The Web Connector stopped in the middle",
      message: null,
      fix: "See that the Web Connector and QuickBooks are open, and choose Update Selected again. It goes on where it ended; nothing is read or written twice.",
      code: null,
      helpHref: null,
    };
  }
  return null;
}

/**
 * How far connecting a company file has come, each step as the service has seen it: the .qwc file taken,
 * the first call (with a wrong password, too), the login, QuickBooks' own answer, the company file
 * recognised, every list read once.
 */
export const readGuide = query({
  name: "connection.read",
  input: z.object({ connectionId: z.uuid() }),
  async run({ actor, db }, { connectionId }): Promise<GuideView> {
    const connection = await getConnection(db, actor.orgId, connectionId);
    const [run, underWay, refused] = await Promise.all([
      findLastRun(db, connection),
      findRunsUnderWay(db, actor.orgId),
      readFailures(db, loginAccount(connection.username)),
    ]);
    const isRecognised = connection.recognisedAt !== null;
    const hasRun = run !== undefined || isRecognised;
    const hasCalled = connection.firstContactAt !== null || refused.failures > 0 || hasRun;
    const done: Record<GuideStep, boolean> = {
      download: connection.qwcDownloadedAt !== null || hasCalled,
      add: hasCalled,
      login: hasRun,
      answer: Boolean(run?.qbxmlVersion) || isRecognised,
      recognised: isRecognised,
      pull: connection.firstPullAt !== null,
    };
    const problem = await findProblem(db, connection, done, run, refused);
    // A run that ended with an error took back what it had noted; how far it came is told by the error.
    if (problem)
      for (const step of GUIDE_STEPS.slice(0, GUIDE_STEPS.indexOf(problem.step))) done[step] = true;
    return {
      ...{ connectionId: connection.id, name: connection.name, username: connection.username, done },
      ...{ runEveryMinutes: connection.runEveryMinutes, isPaused: connection.pausedAt !== null },
      companyName: isRecognised ? connection.companyName : null,
      companyFilePath: isRecognised ? connection.companyFilePath : null,
      productName: run?.productName ?? (isRecognised ? connection.productName : null),
      qbxmlVersion: run?.qbxmlVersion ?? (isRecognised ? connection.qbxmlVersion : null),
      run: underWay.get(connection.id) ?? null,
      problem,
      statusText: run && run.state !== "open" ? run.statusText : null,
    };
  },
});
