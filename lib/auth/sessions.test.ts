import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEvents } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password";
import { endMemberSessions } from "@/lib/orgs/end-member-sessions";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { inSession, sessionOf, signInAs } from "@/lib/testing/sessions";
import { changePassword } from "./change-password";
import { changeOwnName } from "./change-profile";
import { checkSignIn } from "./check-sign-in";
import { endOtherSessions, endSession } from "./end-sessions";
import { readProfile } from "./profile-views";
import { endSessionById, startSession } from "./session-store";
import { findActor } from "./store";

const PASSWORD = "correct horse battery";
let database: TestDatabase;
let passwordHash: string;
let admin: Actor;
let person: Actor;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());
beforeEach(async () => {
  const orgId = await createOrganisation(database.db);
  admin = await createPerson(database.db, orgId, { name: "Alice Admin", roles: ["admin"] });
  person = await createPerson(database.db, orgId, { name: "Ann Archer", passwordHash });
});

const isIn = async (claims: { sessionId: string }) => (await findActor(database.db, claims)) !== null;
const namesOfEvents = async () =>
  (await database.db.select().from(auditEvents).where(eq(auditEvents.orgId, person.orgId))).map(
    ({ name }) => name,
  );

test("the profile lists where one is signed in, this session first", async () => {
  const other = await inSession(database.db, person);
  const ann = await inSession(database.db, person);
  await inSession(database.db, admin);
  const { sessions } = await readProfile(ann, {});
  expect(sessions.map(({ id, isThis }) => [id, isThis])).toEqual([
    [ann.sessionId, true],
    [other.sessionId, false],
  ]);
  expect(sessions[0]).toMatchObject({
    browser: "Firefox on Windows",
    address: "203.0.113.9",
    method: "password",
  });
});

test("one session is ended, or all but this one", async () => {
  const [ann, second, third] = [
    await inSession(database.db, person),
    await inSession(database.db, person),
    await inSession(database.db, person),
  ];
  await endSession(ann, { sessionId: second.sessionId });
  expect([await isIn(ann), await isIn(second), await isIn(third)]).toEqual([true, false, true]);
  await expect(endSession(ann, { sessionId: second.sessionId })).rejects.toMatchObject({ code: "not-found" });
  expect(await endOtherSessions(ann, {})).toEqual({ sessions: 1 });
  expect([await isIn(ann), await isIn(third)]).toEqual([true, false]);
  expect(await endOtherSessions(ann, {})).toEqual({ sessions: 0 });
  expect(await namesOfEvents()).toEqual(["member.sessions-ended", "member.sessions-ended"]);
});

test("somebody else's session is not found, an Admin's own way ends them all", async () => {
  const ann = await inSession(database.db, person);
  await expect(endSession(admin, { sessionId: ann.sessionId })).rejects.toMatchObject({ code: "not-found" });
  expect(await endMemberSessions(admin, { userId: person.userId })).toEqual({ sessions: 1 });
  expect(await isIn(ann)).toBe(false);
  expect(await isIn(await signInAs(database.db, person.email, PASSWORD))).toBe(true);
});

test("signing out ends the session itself", async () => {
  const ann = await inSession(database.db, person);
  await endSessionById(database.db, ann.sessionId);
  expect(await isIn(ann)).toBe(false);
});

test("a sign-in that was under way when the sessions were ended starts none", async () => {
  const entrant = await checkSignIn({ email: person.email, password: PASSWORD, address: "" });
  await endMemberSessions(admin, { userId: person.userId });
  expect(await startSession(database.db, entrant, { userAgent: "", address: "" })).toBeUndefined();
});

test("whatever races with the end of all sessions, none of before outlives it", async () => {
  for (let round = 0; round < 10; round += 1) {
    const entrant = await checkSignIn({ email: person.email, password: PASSWORD, address: "" });
    const browser = { userAgent: "", address: "" };
    const [sessionId] = await Promise.all([
      startSession(database.db, entrant, browser),
      endMemberSessions(admin, { userId: person.userId }),
    ]);
    if (sessionId) expect(await isIn({ sessionId })).toBe(false);
  }
});

test("another password takes the present one, and ends the other sessions", async () => {
  const [ann, other] = [await inSession(database.db, person), await inSession(database.db, person)];
  const wrong = changePassword(ann, { password: "not it", newPassword: "a better password" });
  await expect(wrong).rejects.toMatchObject({ code: "invalid", fields: [{ path: "password" }] });
  const short = changePassword(ann, { password: PASSWORD, newPassword: "short" });
  await expect(short).rejects.toMatchObject({ code: "invalid", fields: [{ path: "newPassword" }] });
  await changePassword(ann, { password: PASSWORD, newPassword: "a better password" });
  expect([await isIn(ann), await isIn(other)]).toEqual([true, false]);
  await expect(signInAs(database.db, person.email, PASSWORD)).rejects.toMatchObject({
    code: "wrong-credentials",
  });
  expect(await isIn(await signInAs(database.db, person.email, "a better password"))).toBe(true);
});

test("whoever comes through Google alone may choose a first password", async () => {
  const gus = await createPerson(database.db, person.orgId, { name: "Gus Google" });
  expect((await readProfile(gus, {})).hasPassword).toBe(false);
  await changePassword(gus, { password: "", newPassword: "a first password" });
  expect(await isIn(await signInAs(database.db, gus.email, "a first password"))).toBe(true);
});

test("one's name is one's own to change", async () => {
  const ann = await inSession(database.db, person);
  await changeOwnName(ann, { name: "  Ann Ashford " });
  await changeOwnName(ann, { name: "Ann Ashford" });
  expect(await readProfile(ann, {})).toMatchObject({ name: "Ann Ashford", mail: "at-once" });
  expect(await findActor(database.db, ann)).toMatchObject({ name: "Ann Ashford" });
  expect(await namesOfEvents()).toEqual(["member.changed"]);
});

test("a session of somebody who may enter is theirs alone", async () => {
  const entrant = { userId: person.userId, orgId: person.orgId, sessionVersion: 1, method: "Google" };
  const claims = await sessionOf(database.db, entrant);
  expect(await findActor(database.db, claims)).toMatchObject({ userId: person.userId });
});
