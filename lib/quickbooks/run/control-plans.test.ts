import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, test } from "vitest";
import { approvedBill } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";
import { useOffice } from "@/lib/testing/use-office";

const JOBS = 100_000;
const BILLS = 50_000;
const MESSAGES = 20_000;
const BIG = ["jobs", "messages", "message_jobs", "bills", "bill_links", "sync_errors", "audit_events"];

const office = useOffice();

/** Years of history, all of it done with; written straight into the tables. */
async function addHistory({ database: { db }, orgId, connectionId, clerk, ann }: Office): Promise<void> {
  await db.execute(sql`
    with run as (
      insert into runs (connection_id, ticket, state, started_at, ended_at)
      select ${connectionId}, 'old ' || n, 'closed', now() - n * interval '1 hour', now() - n * interval '1 hour'
      from generate_series(1, 1000) n returning id, ticket, started_at
    ), message as (
      insert into messages (run_id, connection_id, purpose, state, requests, request, sent_at)
      select id, ${connectionId}, case when n % 2 = 0 then 'write' else 'read' end,
             case when n % 2 = 0 then 'settled' else 'answered' end, 1, '<Old/>', started_at
      from run, generate_series(1, ${MESSAGES / 1000}::int) n returning id
    ), bill as (
      insert into bills (org_id, connection_id, state, vendor_id, invoice_number, bill_date, amount, entered_by)
      select ${orgId}, ${connectionId}, 'paid', (select id from vendors limit 1), 'OLD-' || n, '2025-01-02', 100, ${clerk.userId}
      from generate_series(1, ${BILLS}::int) n returning id
    ), link as (
      insert into bill_links (bill_id, connection_id, txn_id, edit_sequence, is_paid)
      select id, ${connectionId}, 'OLD-' || id, '1', true from bill
    ), job as (
      insert into jobs (org_id, connection_id, kind, subject_id, rank, state)
      select ${orgId}, ${connectionId}, 'bill', id, 50, 'done' from bill, generate_series(1, ${JOBS / BILLS}::int) returning id, subject_id
    ), fault as (
      insert into sync_errors (org_id, connection_id, job_id, kind, subject_id, attempt, code, message, resolved_at)
      select ${orgId}, ${connectionId}, id, 'bill', subject_id, 1, '3000', 'Old', now() from job
    ), event as (
      insert into audit_events (org_id, subject, seq, name, actor_id, actor_name, data, at, previous_hash, hash)
      select ${orgId}, id, 1, 'bill.entered', ${ann.userId}, 'Ann', '{}', now(), '', '' from bill
    )
    insert into message_jobs (message_id, job_id, position, operation, payload, settled_at)
    select m.id, j.id, 0, 'bill.add', '{}', now()
    from (select id, row_number() over () n from message) m
    join (select id, row_number() over () n from job) j on j.n % ${MESSAGES}::int + 1 = m.n`);
  await db.execute(sql`analyze`);
}

interface Statement {
  text: string;
  values: unknown[];
}

/** Notes what a piece of work sends to PostgreSQL. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const seen = new Map<string, Statement>();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function noted(this: pg.Client, ...args: unknown[]) {
    const [given, values] = args as [string | { text?: string; values?: unknown[] }, unknown];
    const text = typeof given === "string" ? given : given.text;
    const more = Array.isArray(values) ? values : typeof given === "object" ? given.values : undefined;
    if (text && /^\s*(select|insert|update|delete|with)\b/i.test(text)) {
      seen.set(text, { text, values: more ?? [] });
    }
    return Reflect.apply(query, this, args);
  } as typeof query;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = query;
  }
  return [...seen.values()];
}

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Total Cost": number;
  Plans?: Plan[];
}

/** What may read a table to its end: a "limit 1" that the first row fulfils does not. */
const nodes = (plan: Plan): Plan[] =>
  plan["Node Type"] === "Limit" && plan["Total Cost"] < 1 ? [] : [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** Takes away a thousand old messages and looks through their like: where that is much of the table, by reading it. */
const isPurge = ({ text }: Statement): boolean => text.includes("with old_run as materialized");

/** The statements that read one of the big tables from end to end, each with the tables. */
async function scansOf(statements: Statement[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: office.database.url });
  await client.connect();
  try {
    const found: string[] = [];
    for (const { text, values } of statements) {
      const { rows } = await client.query<{ "QUERY PLAN": { Plan: Plan }[] }>(
        `explain (format json) ${text}`,
        values,
      );
      const all = (rows[0]?.["QUERY PLAN"] ?? []).flatMap(({ Plan: plan }) => nodes(plan));
      const scanned = all
        .filter((node) => node["Node Type"] === "Seq Scan" && BIG.includes(node["Relation Name"] ?? ""))
        .map((node) => node["Relation Name"]);
      if (scanned.length > 0) found.push(`${scanned.join(", ")}: ${text.replace(/\s+/g, " ").trim()}`);
    }
    return found;
  } finally {
    await client.end();
  }
}

test("no statement of a run reads a big table from end to end: without work, and with one bill", async () => {
  await addHistory(office);
  const idle = await statementsOf(async () => {
    expect(await office.run()).toMatchObject({ ok: true, writeMessages: 0 });
  });
  await approvedBill(office);
  const busy = await statementsOf(async () => {
    expect(await office.run()).toMatchObject({ ok: true, writeMessages: 1 });
  });
  // All that was caught would be found fault with, were the big tables read so.
  expect(await scansOf([{ text: "select count(*) from jobs where attempts = 7", values: [] }])).toHaveLength(
    1,
  );
  expect(idle.length).toBeGreaterThan(30);
  expect(await scansOf([...idle, ...busy].filter((statement) => !isPurge(statement)))).toEqual([]);
});
