import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEvents, organisations, recoveryCodes, users } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password";
import { seal } from "@/lib/core/seal";
import { readOrganisation } from "@/lib/orgs/organisation-views";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { inSession } from "@/lib/testing/sessions";
import { renewRecoveryCodes, turnOffTwoFactor } from "./change-two-factor";
import { checkSignIn } from "./check-sign-in";
import { readProfile } from "./profile-views";
import type { SessionClaims } from "./session-claims";
import { beginTwoFactor, confirmTwoFactor } from "./set-up-two-factor";
import { findActor } from "./store";
import { sealTicket } from "./totp";

const PASSWORD = "correct horse battery";
const STEP_MS = 30_000;
let database: TestDatabase;
let passwordHash: string;
let orgId: string;
let ann: Actor & SessionClaims;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());
beforeEach(async () => {
  orgId = await createOrganisation(database.db);
  const person = await createPerson(database.db, orgId, { name: "Ann Archer", passwordHash });
  ann = await inSession(database.db, person);
});

/** The moment of the test: in the middle of a step, so that the steps beside it are exact. */
const now = () => new Date(Math.floor(Date.now() / STEP_MS) * STEP_MS + STEP_MS / 2);
const later = (steps: number, from: Date) => new Date(from.getTime() + steps * STEP_MS);
const codeOf = (secret: string, at: Date) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
const signIn = (code: string, at = new Date(), email = ann.email) =>
  checkSignIn({ email, password: PASSWORD, code, address: "" }, at);
const refused = (code: string) => expect.objectContaining({ code });

/** Turns it on; gives the secret, the recovery codes and a moment whose code was not taken yet. */
async function turnOn(actor: Actor = ann) {
  const { secret, qr } = await beginTwoFactor(actor, {});
  expect(qr.path).toMatch(/^M\d+ \d+h/);
  const { codes } = await confirmTwoFactor(actor, { code: codeOf(secret, new Date()) });
  return { secret, codes, fresh: later(4, now()) };
}

test("nothing is asked before a first code was confirmed", async () => {
  const { secret } = await beginTwoFactor(ann, {});
  expect(await signIn("")).toMatchObject({ method: "password" });
  const wrong = codeOf(secret, later(50, new Date()));
  await expect(confirmTwoFactor(ann, { code: wrong })).rejects.toEqual(refused("wrong-code"));
  expect((await readProfile(ann, {})).twoFactor.since).toBeNull();
  // Beginning again makes another secret: the first one's codes confirm nothing.
  const again = await beginTwoFactor(ann, {});
  expect(again.secret).not.toBe(secret);
  await expect(confirmTwoFactor(ann, { code: codeOf(secret, new Date()) })).rejects.toEqual(
    refused("wrong-code"),
  );
  await confirmTwoFactor(ann, { code: codeOf(again.secret, new Date()) });
  await expect(beginTwoFactor(ann, {})).rejects.toEqual(refused("conflict"));
});

test("the secret and the recovery codes are not readable in the database", async () => {
  const { secret, codes } = await turnOn();
  const [row] = await database.db.select().from(users).where(eq(users.id, ann.userId));
  const kept = await database.db.select().from(recoveryCodes).where(eq(recoveryCodes.userId, ann.userId));
  const text = JSON.stringify([row, kept]);
  expect(kept).toHaveLength(10);
  for (const plain of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))]) {
    expect(text).not.toContain(plain);
  }
});

test("the password alone lets nobody in any more; with the code it does", async () => {
  const { secret, fresh } = await turnOn();
  await expect(signIn("", fresh)).rejects.toEqual(refused("code-needed"));
  await expect(signIn("000 00", fresh)).rejects.toEqual(refused("wrong-code"));
  const code = codeOf(secret, fresh);
  expect(await signIn(`${code.slice(0, 3)} ${code.slice(3)}`, fresh)).toMatchObject({
    userId: ann.userId,
    method: "password and code",
  });
});

test("a code counts one step early and one late, and no further", async () => {
  const { secret, fresh } = await turnOn();
  await expect(signIn(codeOf(secret, later(-2, fresh)), fresh)).rejects.toEqual(refused("wrong-code"));
  await expect(signIn(codeOf(secret, later(2, fresh)), fresh)).rejects.toEqual(refused("wrong-code"));
  await signIn(codeOf(secret, later(-1, fresh)), fresh);
  await signIn(codeOf(secret, later(1, fresh)), fresh);
});

test("no code is taken twice, nor one from before the last; of two at once one is", async () => {
  const { secret, fresh } = await turnOn();
  const code = codeOf(secret, fresh);
  const settled = await Promise.allSettled([signIn(code, fresh), signIn(code, fresh)]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(signIn(code, fresh)).rejects.toEqual(refused("wrong-code"));
  await expect(signIn(codeOf(secret, later(-1, fresh)), fresh)).rejects.toEqual(refused("wrong-code"));
});

test("wrong codes are counted with wrong passwords, and a right password clears none of them", async () => {
  const { secret, codes, fresh } = await turnOn();
  for (let guess = 0; guess < 10; guess += 1) {
    await expect(signIn("000000", later(100, fresh))).rejects.toEqual(refused("wrong-code"));
    if (guess < 9) await expect(signIn("", fresh)).rejects.toEqual(refused("code-needed"));
  }
  await expect(signIn(codeOf(secret, fresh), fresh)).rejects.toEqual(refused("rate-limited"));
  await expect(signIn(codes[0] ?? "", fresh)).rejects.toEqual(refused("rate-limited"));
});

test("a recovery code lets its owner in once, however it is typed, and is told", async () => {
  const { codes, fresh } = await turnOn();
  const typed = (codes[0] ?? "").toUpperCase().replaceAll("-", " ").replaceAll("0", "O");
  const settled = await Promise.allSettled([signIn(typed, fresh), signIn(typed, fresh)]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(signIn(codes[0] ?? "", fresh)).rejects.toEqual(refused("wrong-code"));
  expect((await readProfile(ann, {})).twoFactor.recoveryCodesLeft).toBe(9);
  const events = await database.db.select().from(auditEvents).where(eq(auditEvents.orgId, orgId));
  expect(events).toContainEqual(
    expect.objectContaining({
      name: "member.recovery-code-used",
      data: { userId: ann.userId, name: "Ann Archer", left: 9 },
    }),
  );
  const other = await createPerson(database.db, orgId, { name: "Bob", passwordHash });
  await turnOn(other);
  await expect(signIn(codes[1] ?? "", fresh, other.email)).rejects.toEqual(refused("wrong-code"));
});

test("new recovery codes and turning it off take the password", async () => {
  const { codes, fresh } = await turnOn();
  for (const change of [renewRecoveryCodes, turnOffTwoFactor]) {
    await expect(change(ann, { password: "not it" })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "password" }],
    });
  }
  const renewed = await renewRecoveryCodes(ann, { password: PASSWORD });
  await expect(signIn(codes[0] ?? "", fresh)).rejects.toEqual(refused("wrong-code"));
  await signIn(renewed.codes[0] ?? "", fresh);
  await turnOffTwoFactor(ann, { password: PASSWORD });
  expect(await signIn("")).toMatchObject({ method: "password" });
});

test("whoever has no password proves it with a code", async () => {
  const gus = await createPerson(database.db, orgId, { name: "Gus Google" });
  const { codes } = await turnOn(gus);
  await expect(turnOffTwoFactor(gus, { password: "000000" })).rejects.toEqual(refused("invalid"));
  await turnOffTwoFactor(gus, { password: codes[0] ?? "" });
});

test("wrong passwords on the profile page are counted, although nothing else of the attempt is kept", async () => {
  await turnOn();
  const attempts = Array.from({ length: 12 }, () => turnOffTwoFactor(ann, { password: "guess" }));
  await Promise.allSettled(attempts);
  await expect(turnOffTwoFactor(ann, { password: PASSWORD })).rejects.toEqual(refused("rate-limited"));
});

test("when the server's secret was changed, codes are refused in words and recovery codes still work", async () => {
  const { secret, codes, fresh } = await turnOn();
  const sealed = seal("the secret of another server, or of yesterday", "second-factor", ann.userId, secret);
  await database.db.update(users).set({ totpSecret: sealed }).where(eq(users.id, ann.userId));
  await expect(signIn(codeOf(secret, fresh), fresh)).rejects.toEqual(refused("code-unreadable"));
  await signIn(codes[0] ?? "", fresh);
});

test("whoever comes through Google has a code to give as well, within five minutes", async () => {
  const { secret, fresh } = await turnOn();
  const given = { email: ann.email, provider: "Google", sessionVersion: 1 };
  const attempt = (ticket: string, code: string) =>
    checkSignIn({ email: "", password: "", ticket, code, address: "" }, fresh);
  const ticket = sealTicket(given, fresh);
  await expect(attempt(ticket, "")).rejects.toEqual(refused("code-needed"));
  await expect(attempt(sealTicket(given, later(-11, fresh)), "")).rejects.toEqual(refused("link-over"));
  await expect(attempt(`x${ticket}`, "")).rejects.toEqual(refused("link-over"));
  await expect(attempt(sealTicket({ ...given, sessionVersion: 7 }, fresh), "")).rejects.toEqual(
    refused("wrong-credentials"),
  );
  expect(await attempt(ticket, codeOf(secret, fresh))).toMatchObject({ method: "Google and code" });
});

test("where the organisation asks for it, whoever has none can do nothing but set it up", async () => {
  await database.db
    .update(organisations)
    .set({ settings: { requiresTwoFactor: true } })
    .where(eq(organisations.id, orgId));
  const asked = await findActor(database.db, ann);
  if (!asked) throw new Error("Ann is nobody");
  expect(asked.needsSecondFactor).toBe(true);
  await expect(readOrganisation(asked, {})).rejects.toEqual(refused("second-factor-needed"));
  expect((await readProfile(asked, {})).twoFactor.isRequired).toBe(true);
  await turnOn(asked);
  const ready = await findActor(database.db, ann);
  expect(ready).toMatchObject({ needsSecondFactor: false });
  expect(ready && (await readOrganisation(ready, {})).id).toBe(orgId);
});
