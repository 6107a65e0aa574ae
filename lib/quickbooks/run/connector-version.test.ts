import { desc, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connectorVersions, runs } from "@/db/schema";
import { openErrors } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";
import { noteConnectorVersion } from "./connector-version";
import { openRun } from "./open-run";

const office = useOffice();

const at = (address: string) => ({ address, userAgent: "Mozilla/4.0 (MS Web Services Client)" });

const login = (address: string, now = new Date()) =>
  openRun(
    office.database.db,
    {
      username: /<UserName>(.*)<\/UserName>/.exec(office.qwc)?.[1] ?? "",
      password: office.password,
      from: at(address),
    },
    300,
    now,
  );

async function lastRun() {
  const [run] = await office.database.db.select().from(runs).orderBy(desc(runs.startedAt)).limit(1);
  return run;
}
const closeAll = () => office.database.db.update(runs).set({ state: "closed" });

test("a run tells the version that its Web Connector said", async () => {
  await office.run({ connectorVersion: "2.3.0.207" });
  expect(await lastRun()).toMatchObject({ connectorVersion: "2.3.0.207" });
});

test("a version is taken by the next login from the same address alone, within minutes", async () => {
  const { db } = office.database;
  await noteConnectorVersion(db, at("203.0.113.7"), "2.1.0.30");
  await noteConnectorVersion(db, at("203.0.113.8"), "2.2.0.71");
  await login("203.0.113.7");
  expect(await lastRun()).toMatchObject({ connectorVersion: "2.1.0.30", callerAddress: "203.0.113.7" });
  await closeAll();
  await login("203.0.113.7");
  expect(await lastRun()).toMatchObject({ connectorVersion: null });
  await closeAll();
  await db.update(connectorVersions).set({ saidAt: sql`now() - interval '11 minutes'` });
  await login("203.0.113.8");
  expect(await lastRun()).toMatchObject({ connectorVersion: null });
  await closeAll();
});

test("what is no version is not kept, and strangers who never log in do not pile up", async () => {
  const { db } = office.database;
  for (const odd of ["", "<script>", "2", "1.2.3.4.5", "x".repeat(9_000)]) {
    await noteConnectorVersion(db, at("203.0.113.9"), odd);
  }
  expect(await db.$count(connectorVersions)).toBe(0);
  await db.execute(sql`
    insert into connector_versions select n::text, '1.0', now() - make_interval(secs => n) from generate_series(1, 1500) n`);
  await noteConnectorVersion(db, at("203.0.113.9"), "2.3.0.215");
  expect(await db.$count(connectorVersions)).toBeLessThanOrEqual(1_001);
});

test("the Admin is told which computer was sent away, and which was at work", async () => {
  await login("203.0.113.7", new Date("2026-11-20T13:58:00Z"));
  expect(await login("198.51.100.4", new Date("2026-11-20T14:02:00Z"))).toEqual(["", "busy"]);
  const [{ message } = { message: "" }] = await openErrors(office);
  expect(message).toContain("(2026-11-20 14:02 UTC, from 198.51.100.4)");
  expect(message).toContain("(since 2026-11-20 13:58 UTC, from 203.0.113.7)");
  await closeAll();
});
