import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEvents, memberships, organisations, users } from "@/db/schema";
import { verifyPassword } from "@/lib/access/password";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createPerson, useDatabase } from "@/lib/testing/people";
import { type SetUp, setUpOrganisation } from "./set-up";

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.execute(sql`delete from memberships`);
  await database.db.execute(sql`delete from users`);
  await database.db.execute(sql`delete from organisations`);
});

const visit = (changes: Partial<SetUp> = {}) =>
  setUpOrganisation({
    organisation: "Northwind Builders",
    name: "Ann Admin",
    email: "Ann@Example.com",
    password: "long enough",
    ...changes,
  });

test("the first visit creates the organisation and its first Admin, and says so for ever", async () => {
  const { orgId, userId } = await visit();
  const [member] = await database.db.select().from(memberships);
  expect(member).toMatchObject({ orgId, userId, roles: ["admin"], approvalLimit: null, isActive: true });
  const [user] = await database.db.select().from(users);
  expect(user).toMatchObject({ email: "ann@example.com", name: "Ann Admin" });
  expect(await verifyPassword(user?.passwordHash, "long enough")).toBe(true);
  const events = await database.db.select().from(auditEvents).where(sql`subject = ${orgId}`);
  expect(events.map(({ name, actorId }) => [name, actorId])).toEqual([["organisation.created", userId]]);
});

test("of visits that race exactly one wins", async () => {
  const visits = Array.from({ length: 8 }, (_, index) => visit({ email: `admin${index}@example.com` }));
  const settled = await Promise.allSettled(visits);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const each of settled) {
    if (each.status === "rejected") expect(each.reason).toMatchObject({ code: "already-set-up" });
  }
  expect(await database.db.$count(organisations)).toBe(1);
  expect(await database.db.$count(users)).toBe(1);
});

test("every field is checked, and nothing is stored", async () => {
  const given = visit({ organisation: " ", name: "", email: "ann at home", password: "too short" });
  await expect(given).rejects.toMatchObject({ code: "invalid" });
  const error = await given.catch((reason: { fields: { path: string }[] }) => reason);
  expect("fields" in error ? error.fields.map(({ path }) => path) : []).toEqual([
    "organisation",
    "name",
    "email",
    "password",
  ]);
  expect(await database.db.$count(organisations)).toBe(0);
});

test("an email address is one person's, whatever its case", async () => {
  const { orgId } = await visit();
  await expect(createPerson(database.db, orgId, { email: "ANN@EXAMPLE.COM" })).rejects.toThrow();
});
