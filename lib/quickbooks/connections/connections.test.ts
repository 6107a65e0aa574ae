import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEvents, connections } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { verifyPassword } from "@/lib/access/password";
import { ROLES, type Role } from "@/lib/access/roles";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { changeFrequency, pauseConnection, rotatePassword } from "./change-connection";
import { listConnections, readConnection } from "./connection-views";
import { createConnection } from "./create-connection";
import { disconnectConnection } from "./disconnect-connection";

let database: TestDatabase;
let orgId: string;
const people = {} as Record<Role, Actor>;
let stranger: Actor;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
  orgId = await createOrganisation(database.db);
  for (const role of ROLES)
    people[role] = await createPerson(database.db, orgId, { name: role, roles: [role] });
  stranger = await createPerson(database.db, await createOrganisation(database.db), { roles: ["admin"] });
});
afterAll(() => database.close());

const stored = async (id: string) =>
  (await database.db.select().from(connections).where(eq(connections.id, id)))[0];

describe.each(ROLES.filter((role) => role !== "admin"))("as %s", (role) => {
  test("nothing of a connection can be changed", async () => {
    const { connectionId } = await createConnection(people.admin, { name: "Guarded" });
    const before = await stored(connectionId);
    const attempts = [
      () => createConnection(people[role], { name: "Mine" }),
      () => rotatePassword(people[role], { connectionId }),
      () => pauseConnection(people[role], { connectionId, paused: true }),
      () => changeFrequency(people[role], { connectionId, runEveryMinutes: 5 }),
      () => disconnectConnection(people[role], { connectionId }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
    expect(await stored(connectionId)).toEqual(before);
  });
});

test("connections are read by Admins and Accounting Access alone", async () => {
  for (const role of ["approver", "clerk", "viewer"] as const) {
    await expect(listConnections(people[role], {})).rejects.toMatchObject({ code: "forbidden" });
  }
  expect((await listConnections(people.accounting, {})).length).toBeGreaterThan(0);
});

test("another organisation's connection does not exist", async () => {
  const { connectionId } = await createConnection(people.admin, { name: "Ours" });
  const attempts = [
    () => readConnection(stranger, { connectionId }),
    () => rotatePassword(stranger, { connectionId }),
    () => pauseConnection(stranger, { connectionId, paused: true }),
    () => changeFrequency(stranger, { connectionId, runEveryMinutes: 5 }),
    () => disconnectConnection(stranger, { connectionId }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  expect(await listConnections(stranger, {})).toEqual([]);
});

test("the password is given once, kept as a hash, and a new one replaces it at once", async () => {
  const { connectionId, password } = await createConnection(people.admin, { name: "Secret" });
  expect(JSON.stringify(await readConnection(people.admin, { connectionId }))).not.toMatch(
    /password|argon2/i,
  );
  expect(await verifyPassword((await stored(connectionId))?.passwordHash, password)).toBe(true);
  const renewed = await rotatePassword(people.admin, { connectionId });
  expect(await verifyPassword((await stored(connectionId))?.passwordHash, password)).toBe(false);
  expect(await verifyPassword((await stored(connectionId))?.passwordHash, renewed.password)).toBe(true);
});

test("six hours unless chosen; less than a minute and fractions are refused", async () => {
  const { connectionId } = await createConnection(people.admin, { name: "Slow" });
  expect((await stored(connectionId))?.runEveryMinutes).toBe(360);
  for (const runEveryMinutes of [0, 1.5, Number.NaN, -5]) {
    const change = changeFrequency(people.admin, { connectionId, runEveryMinutes });
    await expect(change).rejects.toMatchObject({ code: "invalid" });
  }
  await changeFrequency(people.admin, { connectionId, runEveryMinutes: 1 });
  expect((await stored(connectionId))?.runEveryMinutes).toBe(1);
});

test("paused, resumed and deleted: each is seen and told", async () => {
  const { connectionId } = await createConnection(people.admin, { name: "Lived" });
  const status = async () => (await readConnection(people.admin, { connectionId })).status;
  expect(await status()).toBe("new");
  await pauseConnection(people.admin, { connectionId, paused: true });
  expect(await status()).toBe("paused");
  await pauseConnection(people.admin, { connectionId, paused: false });
  expect(await status()).toBe("new");
  await disconnectConnection(people.admin, { connectionId });
  await expect(status()).rejects.toMatchObject({ code: "not-found" });
  const events = await database.db.select().from(auditEvents).where(eq(auditEvents.subject, orgId));
  const told = events
    .filter(({ data }) => (data as { name?: string }).name === "Lived")
    .map(({ name, data }) => (data as { change?: string }).change ?? name);
  expect(told).toEqual(["connection.created", "paused", "resumed", "deleted"]);
});
