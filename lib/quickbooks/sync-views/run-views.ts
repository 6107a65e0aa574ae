import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { query } from "@/lib/access/command";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { PUSH, STEP_KINDS, stepLabel } from "@/lib/quickbooks/operations/registry";

/** running · closed: ended well · failed: ended with an error · dead: the Web Connector went silent. */
export type RunState = "running" | "closed" | "failed" | "dead";

/** One session of the Web Connector. */
export interface RunView {
  id: string;
  connectionId: string;
  connectionName: string;
  state: RunState;
  startedAt: Date;
  endedAt: Date | null;
  /** Until now for one under way; until its last call for one that went silent. */
  durationMs: number;
  written: number;
  refused: number;
  /** Records read. */
  pulled: number;
  companyFilePath: string | null;
  productName: string | null;
  qbxmlVersion: string | null;
  /** As the Web Connector calls itself. */
  connectorVersion: string | null;
  /** The sentence of its status column, or the error that ended it. */
  statusText: string | null;
}

export interface StepView {
  position: number;
  label: string;
  state: "pending" | "started" | "done";
  received: number;
  /** What the pages to come hold; null when it was not announced. */
  remaining: number | null;
}

export interface MessageView {
  id: string;
  purpose: "write" | "read" | "probe";
  /** What it was for, in words. */
  label: string;
  state: string;
  requests: number;
  hresult: string | null;
  hresultMessage: string | null;
  sentAt: Date;
  answeredAt: Date | null;
}

type RawRun = Omit<RunView, "startedAt" | "endedAt"> & { startedAt: string; endedAt: string | null };

const runOf = ({ startedAt, endedAt, ...run }: RawRun): RunView => ({
  ...run,
  startedAt: new Date(startedAt),
  endedAt: endedAt === null ? null : new Date(endedAt),
});

async function findRuns(db: Db, orgId: string, where: SQL): Promise<RunView[]> {
  const silent = sql`r.last_call_at < now() - make_interval(secs => ${env().RUN_SILENT_AFTER_SECONDS})`;
  const { rows } = await db.execute<{ row: RawRun }>(sql`
    select json_build_object('id', r.id, 'connectionId', c.id, 'connectionName', c.name,
      'state', case when r.state <> 'open' then r.state when ${silent} then 'dead' else 'running' end,
      'startedAt', r.started_at, 'endedAt', r.ended_at,
      'durationMs', (extract(epoch from coalesce(r.ended_at, case when ${silent} then r.last_call_at else now() end)
        - r.started_at) * 1000)::bigint,
      'written', r.written, 'refused', r.refused, 'pulled', r.pulled, 'companyFilePath', r.company_file_path,
      'productName', r.product_name, 'qbxmlVersion', r.qbxml_version, 'connectorVersion', r.connector_version,
      'statusText', coalesce(r.last_error, r.status_text)) as row
    from runs r join connections c on c.id = r.connection_id
    where c.org_id = ${orgId} and ${where}`);
  return rows.map(({ row }) => runOf(row));
}

export const RUNS_PAGE = 50;

/** The runs of this organisation, the newest first. */
export const listRuns = query({
  name: "run.read",
  input: z.object({
    connectionId: z.uuid().optional(),
    page: z.number().int().min(1).max(10_000).default(1),
  }),
  async run({ actor, db }, { connectionId, page }): Promise<{ runs: RunView[]; total: number }> {
    const which = connectionId ? sql`c.id = ${connectionId}` : sql`true`;
    const [runs, counted] = await Promise.all([
      findRuns(
        db,
        actor.orgId,
        sql`${which} order by r.started_at desc, r.id limit ${RUNS_PAGE} offset ${(page - 1) * RUNS_PAGE}`,
      ),
      db.execute<{ total: number }>(sql`select count(*)::int as total from runs r
        join connections c on c.id = r.connection_id where c.org_id = ${actor.orgId} and ${which}`),
    ]);
    return { runs, total: counted.rows[0]?.total ?? runs.length };
  },
});

/** A step that an older version of the app laid down may be called what nothing is called now. */
const labelOf = (kind: string): string =>
  kind === PUSH || STEP_KINDS.includes(kind) ? stepLabel(kind) : kind;

function messageLabel(purpose: MessageView["purpose"], step: string | null, settles: string | null): string {
  if (purpose === "probe") return "What became of the last records sent";
  if (settles) return "Looking up records sent before";
  if (step) return labelOf(step);
  return "Which company file is open";
}

/** More messages than a person scrolls through; a first run of a large company file has hundreds. */
const MOST_MESSAGES = 1_000;

async function findMessages(db: Db, runId: string): Promise<MessageView[]> {
  type Raw = Omit<MessageView, "sentAt" | "answeredAt" | "label"> & {
    step: string | null;
    settles: string | null;
    sentAt: string;
    answeredAt: string | null;
  };
  const { rows } = await db.execute<{ row: Raw }>(sql`
    select json_build_object('id', m.id, 'purpose', m.purpose, 'state', m.state, 'requests', m.requests,
      'hresult', m.hresult, 'hresultMessage', m.hresult_message, 'sentAt', m.sent_at, 'answeredAt', m.answered_at,
      'step', s.kind, 'settles', m.settles) as row
    from messages m left join run_steps s on s.run_id = m.run_id and s.position = m.step
    where m.run_id = ${runId} order by m.sent_at, m.id limit ${MOST_MESSAGES}`);
  return rows.map(({ row: { step, settles, sentAt, answeredAt, ...message } }) => ({
    ...message,
    label: messageLabel(message.purpose, step, settles),
    sentAt: new Date(sentAt),
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
  }));
}

/** One run with its steps and messages, without what the messages say: see read-message.ts. */
export const readRun = query({
  name: "run.read",
  input: z.object({ runId: z.uuid() }),
  async run({ actor, db }, { runId }): Promise<{ run: RunView; steps: StepView[]; messages: MessageView[] }> {
    const [run] = await findRuns(db, actor.orgId, sql`r.id = ${runId}`);
    if (!run) throw new AppError("not-found");
    const [steps, messages] = await Promise.all([
      db.execute<Omit<StepView, "label"> & { kind: string }>(sql`
        select position, kind, state, received, remaining from run_steps where run_id = ${runId} order by position`),
      findMessages(db, runId),
    ]);
    return {
      run,
      steps: steps.rows.map(({ kind, ...step }) => ({ ...step, label: labelOf(kind) })),
      messages,
    };
  },
});
