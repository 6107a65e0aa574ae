import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { accounts, connections, jobs, runSteps, runs, syncErrors } from "@/db/schema";
import type { Estate } from "@/lib/testing/estate";
import { useEstates } from "@/lib/testing/use-estates";
import { listOpenSyncErrors, listResolvedSyncErrors } from "./sync-error-views";
import { readSyncStatus } from "./sync-status-view";

const estates = useEstates();
let north: Estate;
let south: Estate;

beforeEach(async () => {
  north = await estates.open("north");
  south = await estates.open("south");
});

const id = (estate: Estate, name: string): string => estate.ids[name] ?? "";

async function refuse(estate: Estate, attempts: number): Promise<string> {
  const about = {
    orgId: estate.orgId,
    connectionId: id(estate, "connectionId"),
    kind: "bill",
    subjectId: id(estate, "billId"),
  };
  const [job] = await estates.db
    .insert(jobs)
    .values({ ...about, rank: 50, attempts, state: attempts < 3 ? "waiting" : "removed" })
    .returning({ id: jobs.id });
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await estates.db.insert(syncErrors).values({
      ...about,
      jobId: job?.id ?? null,
      attempt,
      code: "3140",
      message: 'There is an invalid reference to QuickBooks Account "Lumber" in the Bill.',
      createdAt: new Date(Date.UTC(2026, 10, 20, attempt)),
    });
  }
  return job?.id ?? "";
}

describe("sync errors", () => {
  test("each refusal is an error of its own, the newest first, with its words, its meaning and its field", async () => {
    await refuse(north, 3);
    const { errors, total } = await listOpenSyncErrors(north.people.accounting, {});
    expect(total).toBe(3);
    expect(errors.map(({ attempt, isRemoved }) => [attempt, isRemoved])).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ]);
    expect(errors[0]).toMatchObject({
      subject: { kind: "bill", id: id(north, "billId"), amount: "100.00" },
      code: "3140",
      attempt: 3,
      attempts: 3,
      isRemoved: true,
      field: "lines",
    });
    expect(errors[0]?.message).toContain('"Lumber"');
    expect(errors[0]?.meaning).not.toBe("");
    expect(errors[0]?.fix).not.toBe("");
  });

  test("a ListID that QuickBooks says back is told by its name, to its own organisation", async () => {
    const named = async (estate: Estate) => {
      await estates.db.insert(syncErrors).values({
        ...{ orgId: estate.orgId, connectionId: id(estate, "connectionId"), code: "3140" },
        message: 'Invalid reference to QuickBooks Account "8000002B-1704738360".',
      });
      return (await listOpenSyncErrors(estate.people.admin, {})).errors[0]?.named;
    };
    await estates.db
      .update(accounts)
      .set({ listId: "8000002B-1704738360", fullName: "Lumber" })
      .where(eq(accounts.id, id(north, "accountId")));
    expect(await named(north)).toEqual([{ listId: "8000002B-1704738360", name: "Lumber" }]);
    expect(await named(south)).toEqual([]);
  });

  test("what is resolved moves to the resolved ones", async () => {
    const jobId = await refuse(north, 1);
    await estates.db.update(syncErrors).set({ resolvedAt: sql`now()` }).where(eq(syncErrors.jobId, jobId));
    expect((await listOpenSyncErrors(north.people.admin, {})).total).toBe(0);
    expect((await listResolvedSyncErrors(north.people.admin, {})).total).toBe(1);
  });

  test("an error of the connection says what to do in words of ours", async () => {
    await estates.db.insert(syncErrors).values({
      orgId: north.orgId,
      connectionId: id(north, "connectionId"),
      code: "second-computer",
      message: "A second Web Connector tried to run.",
    });
    const { errors } = await listOpenSyncErrors(north.people.admin, {});
    expect(errors[0]).toMatchObject({ subject: { kind: "connection" }, attempt: null, isRemoved: false });
    expect(errors[0]?.fix).toContain("One computer");
  });

  test("another organisation's errors are not seen, nor counted", async () => {
    await refuse(south, 2);
    expect(await listOpenSyncErrors(north.people.admin, {})).toEqual({ errors: [], total: 0 });
  });
});

describe("how the sync stands", () => {
  const connectionId = () => id(north, "connectionId");
  const state = async () => (await readSyncStatus(north.people.viewer, {}))[0];
  const set = (values: Partial<typeof connections.$inferInsert>) =>
    estates.db.update(connections).set(values).where(eq(connections.id, connectionId()));

  test("each organisation has its own", async () => {
    expect((await readSyncStatus(north.people.viewer, {})).map((each) => each.connectionId)).toEqual([
      connectionId(),
    ]);
  });

  test("new, idle with the next run, silent, paused", async () => {
    await set({ lastContactAt: null });
    expect((await state())?.state).toBe("new");
    const now = Date.now();
    await set({
      lastContactAt: new Date(now - 60_000),
      lastRunEndedAt: new Date(now - 30_000),
      runEveryMinutes: 10,
    });
    expect(await state()).toMatchObject({ state: "idle", progress: null });
    expect((await state())?.nextRunAt?.getTime()).toBe(now - 60_000 + 600_000);
    await set({ lastContactAt: new Date(now - 3 * 3_600_000) });
    expect((await state())?.state).toBe("silent");
    await set({ pausedAt: new Date() });
    expect((await state())?.state).toBe("paused");
  });

  test("a run under way tells its share, and one that went silent is none", async () => {
    const [run] = await estates.db
      .insert(runs)
      .values({ connectionId: connectionId(), ticket: `live-${north.name}` })
      .returning({ id: runs.id });
    const runId = run?.id ?? "";
    await estates.db.insert(runSteps).values([
      { runId, position: 0, kind: "pull.vendors", state: "done" },
      { runId, position: 1, kind: "pull.accounts", state: "started", received: 500, remaining: 500 },
      { runId, position: 2, kind: "push" },
      { runId, position: 3, kind: "pull.bills" },
    ]);
    expect(await state()).toMatchObject({ state: "running", progress: 37 });
    await estates.db
      .update(runs)
      .set({ lastCallAt: sql`now() - interval '1 hour'` })
      .where(eq(runs.id, runId));
    expect((await state())?.progress).toBeNull();
  });
});
