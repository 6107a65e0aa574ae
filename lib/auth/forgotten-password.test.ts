import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mails, memberships, passwordResets, signInFailures } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password";
import { inviteMember } from "@/lib/orgs/invite-member";
import { resetMemberPassword } from "@/lib/orgs/reset-member-password";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { inSession, signInAs } from "@/lib/testing/sessions";
import { useSettings } from "@/lib/testing/settings";
import { askForNewPassword, sendNewPasswordMail } from "./forgotten-password";
import { readReset, resetPassword } from "./reset-password";
import { findActor } from "./store";

const PASSWORD = "correct horse battery";
const NEW_PASSWORD = "staple of another kind";
const MINUTE_MS = 60_000;
// Nothing is sent here: the mail that is to go out is read where it waits.
useSettings(() => ({ SMTP_URL: "smtp://127.0.0.1:1", NEXTAUTH_URL: "https://bills.example.com" }));
let database: TestDatabase;
let passwordHash: string;
let ann: Actor;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.db.delete(signInFailures);
  await database.db.delete(mails);
  const orgId = await createOrganisation(database.db);
  const email = `ann${Date.now()}@example.com`;
  ann = await createPerson(database.db, orgId, {
    name: "Ann <Archer>",
    email,
    roles: ["admin"],
    passwordHash,
  });
});

const ask = (email: string, address = "203.0.113.9") => askForNewPassword({ email, address });
/** The links in the mails that wait, from the first. */
const links = async () =>
  (await database.db.select().from(mails).orderBy(mails.createdAt)).map(
    ({ text }) => /https:\S+/.exec(text ?? "")?.[0] ?? "",
  );
async function tokenFor(person: Actor): Promise<string> {
  await sendNewPasswordMail(person.email);
  const link = (await links()).at(-1) ?? "";
  expect(link).toMatch(/^https:\/\/bills\.example\.com\/new-password\/[\w-]{43}$/);
  return link.split("/").at(-1) ?? "";
}
const later = (minutes: number) => new Date(Date.now() + minutes * MINUTE_MS);
const over = expect.objectContaining({ code: "link-over" });

test("the mail says whose it is and holds the link, as text and as HTML that nobody's name breaks", async () => {
  const token = await tokenFor(ann);
  const [mail] = await database.db.select().from(mails);
  expect(mail).toMatchObject({ recipient: ann.email, subject: "A new password for Countersign" });
  expect(mail?.text).toContain("Hello Ann <Archer>,");
  expect(mail?.html).toContain("Hello Ann &#60;Archer&#62;,");
  expect(mail?.html).toContain(`href="https://bills.example.com/new-password/${token}"`);
  const kept = await database.db.select().from(passwordResets);
  expect(JSON.stringify(kept)).not.toContain(token);
});

test("nobody learns who has an account: the answer is the same, and only an active member gets mail", async () => {
  const gone = await createPerson(database.db, ann.orgId, { name: "Gone", isActive: false });
  for (const email of [ann.email, gone.email, "nobody@example.com"]) {
    expect(await ask(email)).toBeUndefined();
    await sendNewPasswordMail(email);
  }
  expect(await database.db.select({ to: mails.recipient }).from(mails)).toEqual([{ to: ann.email }]);
  await expect(ask("no address")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "email" }] });
});

test("asking again and again is refused, whoever's address it is, and fills no mailbox", async () => {
  for (const email of [ann.email, "nobody@example.com"]) {
    for (let attempt = 0; attempt < 10; attempt += 1) await ask(email, "");
    await expect(ask(email.toUpperCase(), "")).rejects.toMatchObject({ code: "rate-limited" });
  }
  for (let attempt = 0; attempt < 5; attempt += 1) await sendNewPasswordMail(ann.email);
  expect(await links()).toHaveLength(3);
  // It has nothing to do with signing in, which goes on.
  await signInAs(database.db, ann.email, PASSWORD);
});

test("the link sets a new password once; the old one, every session and every other link end", async () => {
  const session = await inSession(database.db, ann);
  const [first, second] = [await tokenFor(ann), await tokenFor(ann)];
  expect(await readReset(second)).toEqual({ email: ann.email });
  await expect(resetPassword({ token: second, password: "short" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "password" }],
  });
  const given = { token: second, password: NEW_PASSWORD };
  const settled = await Promise.allSettled([resetPassword(given), resetPassword(given)]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await findActor(database.db, session)).toBeNull();
  for (const token of [first, second]) {
    await expect(readReset(token)).rejects.toEqual(over);
    await expect(resetPassword({ token, password: PASSWORD })).rejects.toEqual(over);
  }
  await expect(signInAs(database.db, ann.email, PASSWORD)).rejects.toMatchObject({
    code: "wrong-credentials",
  });
  await signInAs(database.db, ann.email, NEW_PASSWORD);
});

test("it works for one hour, and not for whoever was deactivated meanwhile", async () => {
  const token = await tokenFor(ann);
  await readReset(token, later(59));
  await expect(readReset(token, later(61))).rejects.toEqual(over);
  await expect(resetPassword({ token, password: NEW_PASSWORD }, later(61))).rejects.toEqual(over);
  await database.db.update(memberships).set({ isActive: false }).where(eq(memberships.userId, ann.userId));
  await expect(resetPassword({ token, password: NEW_PASSWORD })).rejects.toEqual(over);
});

test("with a mail server an Admin is shown neither an invitation's link nor one to a new password", async () => {
  const bob = await createPerson(database.db, ann.orgId, { name: "Bob", passwordHash });
  expect(await resetMemberPassword(ann, { userId: bob.userId })).toEqual({ path: null });
  const invited = { name: "Joy", email: "joy@example.net", roles: ["clerk" as const] };
  expect(await inviteMember(ann, invited)).toMatchObject({ path: null });
  const waiting = await database.db.select({ to: mails.recipient }).from(mails).orderBy(mails.createdAt);
  expect(waiting).toEqual([{ to: bob.email }, { to: "joy@example.net" }]);
  const token = (await links())[0]?.split("/").at(-1) ?? "";
  // An Admin's link lasts a day: it is not asked for in the moment in which it is read.
  await readReset(token, later(23 * 60));
  await resetPassword({ token, password: NEW_PASSWORD });
  const { rows } = await database.db.execute(
    sql`select 1 from password_resets where user_id = ${bob.userId} and used_at is null`,
  );
  expect(rows).toEqual([]);
});
