import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { signInFailures } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { checkSignIn } from "./check-sign-in";

const PASSWORD = "correct horse battery";
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
  const orgId = await createOrganisation(database.db);
  ann = await createPerson(database.db, orgId, { name: "Ann Archer", passwordHash });
});

const attempt = (password: string, email = ann.email, address = "203.0.113.9") =>
  checkSignIn({ email, password, address });

test("the right password lets its person start a session", async () => {
  expect(await attempt(PASSWORD, ann.email.toUpperCase())).toEqual({
    userId: ann.userId,
    orgId: ann.orgId,
    sessionVersion: 1,
    method: "password",
  });
});

test("a wrong password, an unknown address and an account without a password give the same error", async () => {
  const orgId = await createOrganisation(database.db);
  const withoutPassword = await createPerson(database.db, orgId, { name: "Gus Google" });
  for (const email of [ann.email, "nobody@example.com", withoutPassword.email]) {
    await expect(attempt("wrong password", email)).rejects.toMatchObject({ code: "wrong-credentials" });
  }
});

test("after ten failures even the right password is refused, in whatever case the address is typed", async () => {
  for (let failure = 0; failure < 10; failure += 1) {
    const email = failure % 2 ? ann.email : ann.email.toUpperCase();
    await expect(attempt("wrong password", email)).rejects.toMatchObject({ code: "wrong-credentials" });
  }
  await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: "rate-limited" });
  const orgId = await createOrganisation(database.db);
  const bea = await createPerson(database.db, orgId, { name: "Bea", passwordHash });
  expect((await attempt(PASSWORD, bea.email)).userId).toBe(bea.userId);
});

test("guesses at many accounts from one address are stopped, and only from there", async () => {
  for (let failure = 0; failure < 50; failure += 10) {
    const guesses = Array.from({ length: 10 }, (_, index) =>
      attempt("wrong", `n${failure + index}@example.com`),
    );
    await Promise.allSettled(guesses);
  }
  await expect(attempt(PASSWORD)).rejects.toMatchObject({ code: "rate-limited" });
  expect((await attempt(PASSWORD, ann.email, "203.0.113.10")).userId).toBe(ann.userId);
});

test("a success forgets the account's failures", async () => {
  for (let failure = 0; failure < 9; failure += 1) await attempt("wrong").catch(() => undefined);
  await attempt(PASSWORD);
  await expect(attempt("wrong")).rejects.toMatchObject({ code: "wrong-credentials" });
  expect((await attempt(PASSWORD)).userId).toBe(ann.userId);
});
