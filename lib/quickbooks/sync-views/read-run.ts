import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "@/db/client";
import { query } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { type ExplainedError, explainError } from "./explain-error";
import { findRuns, type RunView } from "./run-view";
import { stepWords } from "./step-words";

export interface StepView {
  position: number;
  label: string;
  state: "pending" | "started" | "done";
  received: number;
  /** What the pages to come hold; null when it was not announced. */
  remaining: number | null;
  /** Everything was read and compared. */
  isFull: boolean;
  /** Until now for the step that is under way; null for one to come. */
  durationMs: number | null;
}

export interface MessageView {
  id: string;
  purpose: "write" | "read" | "probe";
  /** What it was for, in words. */
  label: string;
  state: string;
  requests: number;
  /** Bytes of the answer, before it was compressed. */
  responseBytes: number | null;
  hresult: string | null;
  hresultMessage: string | null;
  /** Where the help speaks of the HRESULT. */
  helpHref: string | null;
  sentAt: Date;
  answeredAt: Date | null;
}

/** An error that this run brought. */
export interface RunErrorView extends ExplainedError {
  id: string;
  code: string;
  message: string;
  attempt: number | null;
  subject: { kind: string; id: string; name: string } | null;
}

function messageLabel(purpose: MessageView["purpose"], step: string | null, settles: string | null): string {
  if (purpose === "probe") return "What became of the last records sent";
  if (settles) return "Looking up records sent before";
  if (step) return stepWords(step);
  return "Which company file is open";
}

/** More messages than a person scrolls through; a first run of a large company file has hundreds. */
const MOST_MESSAGES = 1_000;

export async function findMessages(db: Db, runId: string): Promise<MessageView[]> {
  type Raw = Omit<MessageView, "sentAt" | "answeredAt" | "label" | "helpHref"> & {
    step: string | null;
    settles: string | null;
    sentAt: string;
    answeredAt: string | null;
  };
  const { rows } = await db.execute<{ row: Raw }>(sql`
    select json_build_object('id', m.id, 'purpose', m.purpose, 'state', m.state, 'requests', m.requests,
      'responseBytes', m.response_bytes, 'hresult', m.hresult, 'hresultMessage', m.hresult_message,
      'sentAt', m.sent_at, 'answeredAt', m.answered_at, 'step', s.kind, 'settles', m.settles) as row
    from messages m left join run_steps s on s.run_id = m.run_id and s.position = m.step
    where m.run_id = ${runId} order by m.sent_at, m.id limit ${MOST_MESSAGES}`);
  return rows.map(({ row: { step, settles, sentAt, answeredAt, ...message } }) => ({
    ...message,
    label: messageLabel(message.purpose, step, settles),
    helpHref: message.hresult ? explainError(message.hresult, message.hresultMessage ?? "").codeHref : null,
    sentAt: new Date(sentAt),
    answeredAt: answeredAt === null ? null : new Date(answeredAt),
  }));
}

export async function findSteps(db: Db, runId: string): Promise<StepView[]> {
  const { rows } = await db.execute<Omit<StepView, "label"> & { kind: string }>(sql`
    select position, kind, state, received, remaining, is_full as "isFull",
      (extract(epoch from coalesce(ended_at, now()) - started_at) * 1000)::float8 as "durationMs"
    from run_steps where run_id = ${runId} order by position`);
  return rows.map(({ kind, ...step }) => ({
    ...step,
    label: stepWords(kind),
    durationMs: step.state === "pending" ? null : step.durationMs,
  }));
}

/** More than this many refusals of one run are read from the records themselves. */
const MOST_ERRORS = 200;

export async function findRunErrors(db: Db, runId: string): Promise<RunErrorView[]> {
  type Raw = Omit<RunErrorView, keyof ExplainedError>;
  const { rows } = await db.execute<{ row: Raw }>(sql`
    select json_build_object('id', e.id, 'code', e.code, 'message', e.message, 'attempt', e.attempt, 'subject', case
      when b.id is not null then json_build_object('kind', 'bill', 'id', b.id, 'name',
        coalesce(nullif(concat_ws(' ', bv.full_name, nullif(b.invoice_number, '')), ''), 'A bill'))
      when p.id is not null then json_build_object('kind', 'payment', 'id', p.id, 'name',
        concat_ws(' ', 'Payment to', coalesce(pv.full_name, 'nobody'), nullif(p.ref_number, '')))
      when r.id is not null then json_build_object('kind', e.kind, 'id', r.id, 'name', r.full_name) end) as row
    from sync_errors e
    left join bills b on e.kind in ('bill', 'removal') and b.id = e.subject_id
    left join vendors bv on bv.id = b.vendor_id
    left join payments p on e.kind in ('payment', 'removal') and p.id = e.subject_id
    left join vendors pv on pv.id = p.vendor_id
    left join lateral (
      select v.id, v.full_name from vendors v where e.kind = 'vendor' and v.id = e.subject_id
      union all select i.id, i.full_name from items i where e.kind = 'item' and i.id = e.subject_id
      union all select c.id, c.full_name from customers c where e.kind = 'customer' and c.id = e.subject_id) r on true
    where e.run_id = ${runId} order by e.created_at, e.id limit ${MOST_ERRORS}`);
  return rows.map(({ row }) => ({ ...row, ...explainError(row.code, row.message) }));
}

/** One run with its steps, errors and messages, without what the messages say: see read-message.ts. */
export const readRun = query({
  name: "run.read",
  input: z.object({ runId: z.uuid() }),
  async run(
    { actor, db },
    { runId },
  ): Promise<{ run: RunView; steps: StepView[]; errors: RunErrorView[]; messages: MessageView[] }> {
    const [run] = await findRuns(db, actor.orgId, sql`r.id = ${runId}`);
    if (!run) throw new AppError("not-found");
    const [steps, errors, messages] = await Promise.all([
      findSteps(db, runId),
      findRunErrors(db, runId),
      findMessages(db, runId),
    ]);
    return { run, steps, errors, messages };
  },
});
