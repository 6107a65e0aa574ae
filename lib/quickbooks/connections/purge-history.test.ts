import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { connections, messageJobs, messages, runSteps, runs } from "@/db/schema";
import { doChores } from "@/lib/notifications/do-chores";
import { keepSyncHistory } from "@/lib/orgs/keep-sync-history";
import type { Estate } from "@/lib/testing/estate";
import { useEstates } from "@/lib/testing/use-estates";
import { purgeHistory } from "./purge-history";

const NOW = new Date("2026-11-20T12:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

const estates = useEstates();
let estate: Estate;

beforeEach(async () => {
  estate = await estates.open("purge");
  await estates.db.delete(messages).where(eq(messages.connectionId, connectionId()));
  await estates.db.delete(runs).where(eq(runs.connectionId, connectionId()));
});

const connectionId = () => estate.ids.connectionId ?? "";

async function run(days: number): Promise<string> {
  const [row] = await estates.db
    .insert(runs)
    .values({
      ...{
        connectionId: connectionId(),
        ticket: `${estate.name}-${days}`,
        state: "closed",
        startedAt: daysAgo(days),
      },
    })
    .returning({ id: runs.id });
  const runId = row?.id ?? "";
  await estates.db.insert(runSteps).values({ runId, position: 0, kind: "push", state: "done" });
  return runId;
}

type MessageRow = typeof messages.$inferInsert;

async function message(runId: string, days: number, change: Partial<MessageRow> = {}): Promise<string> {
  const [row] = await estates.db
    .insert(messages)
    .values({
      ...{
        runId,
        connectionId: connectionId(),
        purpose: "read",
        state: "answered",
        requests: 1,
        request: "<A/>",
      },
      sentAt: daysAgo(days),
      ...change,
    })
    .returning({ id: messages.id });
  const messageId = row?.id ?? "";
  if (change.purpose === "write") {
    await estates.db
      .insert(messageJobs)
      .values({ messageId, jobId: messageId, position: 0, operation: "bill.add", payload: {} });
  }
  return messageId;
}

const purge = () => estates.db.transaction((tx) => purgeHistory(tx, connectionId(), NOW));
const left = async () =>
  (
    await estates.db
      .select({ id: messages.id })
      .from(messages)
      .where(eq(messages.connectionId, connectionId()))
  )
    .map(({ id }) => id)
    .sort();
const stepsOf = async (runId: string) =>
  (await estates.db.select().from(runSteps).where(eq(runSteps.runId, runId))).length;

test("messages go after ninety days with their jobs and steps; the run stays", async () => {
  const [old, young] = [await run(91), await run(89)];
  const written = await message(old, 91, { purpose: "write", state: "settled" });
  await message(old, 91);
  const kept = await message(young, 89, { purpose: "write", state: "settled" });
  await purge();
  expect(await left()).toEqual([kept]);
  expect([await stepsOf(old), await stepsOf(young)]).toEqual([0, 1]);
  const found = await estates.db.execute(
    sql`select count(*)::int as jobs, (select count(*)::int from runs where connection_id = ${connectionId()}) as runs
      from message_jobs where message_id = ${written}`,
  );
  expect(found.rows).toEqual([{ jobs: 0, runs: 2 }]);
});

test.each(["sent", "in_doubt", "unsettled"] as const)(
  "a writing message that is %s stays, with what was asked about it",
  async (state) => {
    const old = await run(200);
    const open = await message(old, 200, { purpose: "write", state });
    const probe = await message(old, 199, { purpose: "probe", settles: open });
    const young = await run(1);
    const last = await message(young, 1, { purpose: "write", state: "settled" });
    await purge();
    expect(await left()).toEqual([open, probe, last].sort());
    expect(await stepsOf(old)).toBe(1);
  },
);

test("the last writing message stays however old: the next one names it", async () => {
  const old = await run(400);
  await message(old, 401, { purpose: "write", state: "settled" });
  const last = await message(old, 400, { purpose: "write", state: "settled" });
  await purge();
  expect(await left()).toEqual([last]);
});

test("an organisation keeps them for as long as it chose", async () => {
  const month = await run(31);
  await message(month, 31);
  await purge();
  expect(await left()).toHaveLength(1);
  await keepSyncHistory(estate.people.admin, { days: 30 });
  await purge();
  expect(await left()).toEqual([]);
});

test("a morning takes away the history of a disconnected file, and of runs that never ended, round by round", async () => {
  const { db } = estates;
  const silent = await run(120);
  await db
    .update(runs)
    .set({ state: "open", lastCallAt: daysAgo(120) })
    .where(eq(runs.id, silent));
  const old = await run(200);
  await db.insert(messages).values(
    Array.from(
      { length: 1_500 },
      (): MessageRow => ({
        ...{ runId: old, connectionId: connectionId(), purpose: "read", state: "answered" },
        ...{ requests: 1, request: "<A/>", sentAt: daysAgo(200) },
      }),
    ),
  );
  await message(silent, 120);
  await db
    .update(connections)
    .set({ deletedAt: daysAgo(100) })
    .where(eq(connections.id, connectionId()));
  // The first morning of an organisation only begins; the second clears away.
  await doChores(db, NOW);
  await doChores(db, new Date(NOW.getTime() + 86_400_000));
  expect(await left()).toEqual([]);
  expect([await stepsOf(old), await stepsOf(silent)]).toEqual([0, 0]);
});

test("another company file's history is not touched", async () => {
  const old = await run(300);
  await message(old, 300);
  const other = await estates.open("purge-other");
  await estates.db.transaction((tx) => purgeHistory(tx, other.ids.connectionId ?? "", NOW));
  expect(await left()).toHaveLength(1);
});
