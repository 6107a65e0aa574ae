import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memberships, users } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { findAccount, findActor } from "./store";

let database: TestDatabase;
let ann: Actor;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
});
afterAll(() => database.close());
beforeEach(async () => {
  const orgId = await createOrganisation(database.db);
  ann = await createPerson(database.db, orgId, { name: "Ann Archer", roles: ["approver"] });
});

const claims = () => ({ userId: ann.userId, orgId: ann.orgId, sessionVersion: 1 });
const membership = () => eq(memberships.userId, ann.userId);

describe("a session is read anew from the database", () => {
  test("the person is who they are now: a changed right acts at once", async () => {
    expect(await findActor(database.db, claims())).toEqual(ann);
    await database.db
      .update(memberships)
      .set({ roles: ["clerk", "no-such-role"] })
      .where(membership());
    expect((await findActor(database.db, claims()))?.roles).toEqual(["clerk"]);
  });

  test.each([
    ["made inactive", () => database.db.update(memberships).set({ isActive: false }).where(membership())],
    ["left without a role", () => database.db.update(memberships).set({ roles: [] }).where(membership())],
    ["removed", () => database.db.delete(memberships).where(membership())],
    [
      "signed out everywhere",
      () => database.db.update(users).set({ sessionVersion: 2 }).where(eq(users.id, ann.userId)),
    ],
  ])("whoever was %s is nobody", async (_, change) => {
    await change();
    expect(await findActor(database.db, claims())).toBeNull();
  });

  test("a session of one organisation is none of another, though the person exists there", async () => {
    const other = await createOrganisation(database.db, "Other");
    expect(await findActor(database.db, { ...claims(), orgId: other })).toBeNull();
  });
});

test("an account is found whatever the case of its address, and only while its member is active", async () => {
  expect((await findAccount(database.db, ` ${ann.email.toUpperCase()} `))?.userId).toBe(ann.userId);
  await database.db.update(memberships).set({ isActive: false }).where(membership());
  expect(await findAccount(database.db, ann.email)).toBeUndefined();
});
