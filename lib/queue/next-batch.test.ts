import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Office, openOffice } from "@/lib/testing/office";
import { nextBatch } from "./queue";

const WAITING = 100_000;
const RUN = "00000000-0000-4000-8000-000000000000";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const { db } = office.database;
  // Another company file's longer queue, and a long history, stand beside it.
  await db.execute(sql`
    insert into connections (org_id, name, username, password_hash, file_id)
    values (${office.orgId}, 'Other', 'other', '', 'other')`);
  await db.execute(sql`
    insert into jobs (org_id, connection_id, kind, subject_id, rank, state)
    select ${office.orgId}, c.id, 'bill', gen_random_uuid(), 50, case when n % 10 = 0 then 'done' else 'waiting' end
    from connections c, generate_series(1, ${WAITING}::int) n`);
  await db.execute(sql`analyze jobs`);
}, 120_000);
afterAll(() => office.close());

interface Plan {
  "Node Type": string;
  "Index Name"?: string;
  "Relation Name"?: string;
  "Actual Rows": number;
  "Shared Hit Blocks": number;
  "Shared Read Blocks": number;
  Plans?: Plan[];
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

/** The plan, with what it did, of the statement that nextBatch sends. */
async function planOfNextBatch(): Promise<Plan> {
  return office.database.db.transaction(async (tx) => {
    const explained = {
      execute: (statement: Parameters<typeof tx.execute>[0]) =>
        tx.execute(sql`explain (analyze, buffers, format json) ${statement}`),
    };
    const rows = (await nextBatch(explained as typeof tx, office.connectionId, RUN)) as unknown as {
      "QUERY PLAN": { Plan: Plan }[];
    }[];
    const plan = rows[0]?.["QUERY PLAN"][0]?.Plan;
    if (!plan) throw new Error("there is no plan");
    return plan;
  });
}

test("the next batch of a hundred thousand comes out of the index, without reading the rest", async () => {
  const plan = await planOfNextBatch();
  const ofJobs = nodes(plan).filter((node) => node["Relation Name"] === "jobs");
  expect(ofJobs.map((node) => node["Index Name"])).toEqual(["jobs_next_idx"]);
  // A hundred rows, locked: some pages each, never thousands.
  expect(plan["Shared Hit Blocks"] + plan["Shared Read Blocks"]).toBeLessThan(1000);
});

test("it gives the oldest hundred of the lowest rank, and a bisected group alone", async () => {
  const { db } = office.database;
  await db.execute(sql`
    insert into jobs (org_id, connection_id, kind, subject_id, rank, bisect_group)
    select ${office.orgId}, ${office.connectionId}, 'vendor', gen_random_uuid(), 10,
           case when n <= 2 then ${RUN}::uuid end from generate_series(1, 5) n`);
  const take = () =>
    db.transaction(async (tx) => {
      const batch = await nextBatch(tx, office.connectionId, RUN);
      await tx.execute(
        sql`update jobs set state = 'sent' where id = any(${sql.param(batch.map(({ id }) => id))}::uuid[])`,
      );
      return batch.map(({ kind }) => kind);
    });
  expect(await take()).toEqual(["vendor", "vendor"]);
  expect(await take()).toEqual(["vendor", "vendor", "vendor"]);
  expect(await take()).toEqual(Array.from({ length: 100 }, () => "bill"));
});
