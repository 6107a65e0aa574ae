import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { memberships, userSessions } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { env } from "@/lib/core/env";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { inSession } from "@/lib/testing/sessions";
import { claimsOf, type SessionClaims } from "./session-claims";
import { getSessions } from "./session-store";
import { findAccount, findActor } from "./store";

let database: TestDatabase;
let ann: Actor & SessionClaims;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
});
afterAll(() => database.close());
beforeEach(async () => {
  const orgId = await createOrganisation(database.db);
  ann = await inSession(
    database.db,
    await createPerson(database.db, orgId, { name: "Ann Archer", roles: ["approver"] }),
  );
});

const claims = () => ({ sessionId: ann.sessionId });
const session = () => eq(userSessions.id, ann.sessionId);
const membership = () => eq(memberships.userId, ann.userId);
const seen = async () => (await database.db.select().from(userSessions).where(session()))[0]?.seenAt;
const seenAgo = (minutes: number) =>
  database.db
    .update(userSessions)
    .set({ seenAt: sql`now() - make_interval(mins => ${minutes})` })
    .where(session());

describe("a session is read anew from the database", () => {
  test("the person is who they are now: a changed right acts at once", async () => {
    expect(await findActor(database.db, claims())).toEqual({
      ...{ ...ann, homePath: null, tabs: null, needsSecondFactor: false },
    });
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
    ["signed out", () => database.db.update(userSessions).set({ endedAt: new Date() }).where(session())],
  ])("whoever was %s is nobody", async (_, change) => {
    await change();
    expect(await findActor(database.db, claims())).toBeNull();
  });

  test("a session of one organisation is none of another, though the person exists there", async () => {
    const elsewhere = await createOrganisation(database.db, "Other");
    await database.db.insert(memberships).values({ orgId: elsewhere, userId: ann.userId, roles: ["admin"] });
    expect(await findActor(database.db, claims())).toMatchObject({ orgId: ann.orgId, roles: ["approver"] });
  });

  test("one that was out of use for SESSION_HOURS has ended, however long its cookie lives", async () => {
    const minutes = env().SESSION_HOURS * 60;
    await seenAgo(minutes - 1);
    // A look that nobody asked for finds the person and leaves the session as idle as it is.
    expect(await findActor(database.db, claims(), { isUse: false })).toMatchObject({ userId: ann.userId });
    expect((await getSessions(database.db, ann.userId)).map(({ id }) => id)).toEqual([ann.sessionId]);
    await seenAgo(minutes + 1);
    const idle = await seen();
    expect(await findActor(database.db, claims())).toBeNull();
    expect(await findActor(database.db, claims())).toBeNull();
    expect(await seen()).toEqual(idle);
    expect(await getSessions(database.db, ann.userId)).toEqual([]);
  });

  test("whoever is at work all along is in after SESSION_HOURS: each look counts from the last", async () => {
    for (let hour = 0; hour <= env().SESSION_HOURS; hour += 1) {
      await seenAgo(60);
      expect(await findActor(database.db, claims())).toMatchObject({ userId: ann.userId });
      expect(Date.now() - ((await seen())?.getTime() ?? 0)).toBeLessThan(30 * 60_000);
    }
  });

  test("that it was seen is noted every five minutes, and not more often", async () => {
    await seenAgo(4);
    const recent = await seen();
    await findActor(database.db, claims());
    expect(await seen()).toEqual(recent);
    await seenAgo(6);
    const old = await seen();
    await findActor(database.db, claims());
    expect((await seen())?.getTime()).toBeGreaterThan((old?.getTime() ?? 0) + 5 * 60_000);
  });

  test("a cookie of the time before sessions were kept names none", () => {
    expect(claimsOf({ userId: ann.userId, orgId: ann.orgId, sessionVersion: 1 } as object)).toBeUndefined();
    expect(claimsOf({ sessionId: "' or true --" })).toBeUndefined();
    expect(claimsOf({ sessionId: ann.sessionId })).toEqual(claims());
  });
});

test("an account is found whatever the case of its address, and only while its member is active", async () => {
  expect((await findAccount(database.db, ` ${ann.email.toUpperCase()} `))?.userId).toBe(ann.userId);
  await database.db.update(memberships).set({ isActive: false }).where(membership());
  expect(await findAccount(database.db, ann.email)).toBeUndefined();
});
