import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Tx } from "@/db/client";
import { connections, runs } from "@/db/schema";
import { pauseConnection } from "@/lib/quickbooks/connections/change-connection";
import { openErrors } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";
import { waitingSessions } from "@/lib/testing/waiting-sessions";
import { nextMessage } from "./next-message";
import { openRun } from "./open-run";
import { lockRun, type Run } from "./run-store";

const office = useOffice();

const login = () =>
  openRun(
    office.database.db,
    {
      username: /<UserName>(.*)<\/UserName>/.exec(office.qwc)?.[1] ?? "",
      password: office.password,
      from: { address: "", userAgent: "" },
    },
    300,
    new Date(),
  );

/** Logs in while `work` holds its locks; once the login waits for them it does the rest, and commits. */
async function loginDuring(
  work: (tx: Tx) => Promise<unknown>,
  rest: (tx: Tx) => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const { db } = office.database;
  let answer: Promise<string[]> | undefined;
  await db.transaction(async (tx) => {
    await work(tx);
    answer = login();
    await expect.poll(() => waitingSessions(db), { timeout: 30_000 }).toBe(1);
    await rest(tx);
  });
  return answer ?? [];
}

const stateOf = async (ticket: string) =>
  (await office.database.db.select({ state: runs.state }).from(runs).where(eq(runs.ticket, ticket)))[0]
    ?.state;

test("a run that is just handing out a message when another computer logs in is not taken for dead", async () => {
  const { db } = office.database;
  const [ticket = ""] = await login();
  await db
    .update(runs)
    .set({ recognisedAt: new Date(), lastCallAt: sql`now() - interval '10 minutes'` })
    .where(eq(runs.ticket, ticket));
  let run: Run | undefined;
  const answer = await loginDuring(
    async (tx) => {
      run = await lockRun(tx, ticket);
    },
    async (tx) => run && (await nextMessage(tx, { ...run, recognisedAt: null }, new Date())),
  );
  expect(answer).toEqual(["", "busy"]);
  expect(await stateOf(ticket)).toBe("open");
  expect((await openErrors(office)).map(({ code }) => code)).toContain("second-computer");
  await db.update(runs).set({ state: "closed" });
});

test.each<[string, string, Partial<typeof connections.$inferInsert>]>([
  ["paused", "none", { pausedAt: new Date() }],
  ["disconnected", "nvu", { deletedAt: new Date() }],
  ["given another password", "nvu", { passwordHash: "another" }],
])("a connection that is %s while a computer logs in answers %s", async (_, expected, set) => {
  const { db } = office.database;
  const here = eq(connections.id, office.connectionId);
  const [before] = await db.select().from(connections).where(here);
  expect(await loginDuring((tx) => tx.update(connections).set(set).where(here))).toEqual(["", expected]);
  await db.update(connections).set({ pausedAt: null, deletedAt: null, passwordHash: before?.passwordHash });
});

test("the Web Connector that calls a paused connection is told that there is nothing to do", async () => {
  const asked = { connectionId: office.connectionId };
  await pauseConnection(office.admin, { ...asked, paused: true });
  const count = await office.database.db.$count(runs);
  expect(await office.run()).toMatchObject({ ok: true, authenticated: ["none"], requests: [] });
  expect(await office.database.db.$count(runs)).toBe(count);
  await pauseConnection(office.admin, { ...asked, paused: false });
  expect(await office.run()).toMatchObject({ ok: true, authenticated: [office.company.state.path] });
});
