import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEvents, users } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";
import { resetPassword } from "@/lib/auth/reset-password";
import { findActor } from "@/lib/auth/store";
import { AppError } from "@/lib/core/errors";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { signInAs } from "@/lib/testing/sessions";
import { useSettings } from "@/lib/testing/settings";
import { changeMember } from "@/lib/workflow/change-member";
import { deactivateMember } from "@/lib/workflow/deactivate-member";
import { reactivateMember } from "@/lib/workflow/reactivate-member";
import { acceptInvitation } from "./accept-invitation";
import { inviteMember } from "./invite-member";
import { listMembers } from "./members-views";
import { resetMemberPassword } from "./reset-member-password";

// Links are shown, not sent.
useSettings(() => ({ SMTP_URL: undefined }));
let database: TestDatabase;
let admin: Actor;
let visits = 0;

beforeAll(async () => {
  database = await testDatabase();
  useDatabase(database.connection);
});
afterAll(() => database.close());
beforeEach(async () => {
  const orgId = await createOrganisation(database.db, `Office ${++visits}`);
  admin = await createPerson(database.db, orgId, { name: "Alice Admin", roles: ["admin"] });
});

const joy = () => ({ name: "Joy Clerk", email: `joy${visits}@example.com`, roles: ["clerk"] as Role[] });
const person = (name: string, roles: readonly Role[] = ["approver"], supervisorId?: string) =>
  createPerson(database.db, admin.orgId, { name, roles, ...(supervisorId ? { supervisorId } : {}) });
const signIn = (email: string, password: string) => signInAs(database.db, email, password);
const PASSWORD = "a long enough one";

/** Invites somebody, who accepts at once. */
async function addMember(by: Actor, given: Parameters<typeof inviteMember>[1]) {
  const { path } = await inviteMember(by, given);
  const token = path?.split("/").at(-1) ?? "";
  const { email } = await acceptInvitation({ token, name: given.name, password: PASSWORD });
  const member = (await listMembers(admin, {})).find((each) => each.email === email);
  return { userId: member?.userId ?? "", password: PASSWORD };
}

const memberNamed = async (name: string) =>
  (await listMembers(admin, {})).find((member) => member.name === name);
const eventsOf = async () =>
  (await database.db.select().from(auditEvents).where(eq(auditEvents.orgId, admin.orgId))).sort(
    (a, b) => a.seq - b.seq,
  );

async function refusalOf(work: Promise<unknown>): Promise<AppError> {
  const reason = await work.then(
    () => new Error("it was not refused"),
    (error: unknown) => error,
  );
  if (reason instanceof AppError) return reason;
  throw reason;
}

test("a person who was invited signs in with the password they chose, and has the rights given", async () => {
  const { email } = joy();
  const { userId, password } = await addMember(admin, {
    ...joy(),
    email: email.toUpperCase(),
    roles: ["clerk", "approver", "clerk"],
    approvalLimit: "$5,000",
    supervisorId: admin.userId,
  });
  const claims = await signIn(email, password);
  expect(await findActor(database.db, claims)).toMatchObject({ userId, orgId: admin.orgId, email });
  expect(await memberNamed("Joy Clerk")).toEqual({
    ...{ userId, name: "Joy Clerk", email, roles: ["approver", "clerk"], approvalLimit: "5000.00" },
    ...{ supervisorId: admin.userId, supervisorName: "Alice Admin", isActive: true, isMe: false },
    ...{ homePath: null, tabs: null, hasTwoFactor: false },
  });
  const events = await eventsOf();
  expect(events.map(({ name, subject, actorId }) => [name, subject, actorId])).toEqual([
    ["member.invited", admin.orgId, admin.userId],
    ["member.joined", admin.orgId, userId],
  ]);
  expect(JSON.stringify(events)).not.toContain(password);
});

test("without a limit and a supervisor a person has none", async () => {
  await addMember(admin, { ...joy(), approvalLimit: " " });
  expect(await memberNamed("Joy Clerk")).toMatchObject({ approvalLimit: null, supervisorId: null });
});

test("an email address that is somebody's is refused at its field, whatever its case and organisation", async () => {
  const elsewhere = await createOrganisation(database.db, "Elsewhere");
  const { email } = joy();
  await createPerson(database.db, elsewhere, { email });
  const error = await refusalOf(addMember(admin, { ...joy(), email: email.toUpperCase() }));
  expect(error).toMatchObject({ code: "name-taken", fields: [{ path: "email" }] });
  expect(await listMembers(admin, {})).toHaveLength(1);
  expect(await eventsOf()).toEqual([]);
});

test("of two additions of one address at the same time one wins", async () => {
  const settled = await Promise.allSettled([addMember(admin, joy()), addMember(admin, joy())]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(await listMembers(admin, {})).toHaveLength(2);
});

test("every field is checked", async () => {
  const error = await refusalOf(
    addMember(admin, { name: " ", email: "joy at home", roles: [], approvalLimit: "-1" }),
  );
  expect(error.code).toBe("invalid");
  expect(error.fields.map(({ path }) => path)).toEqual(["name", "email", "roles", "approvalLimit"]);
});

test("other rights act at the next request and are told by name", async () => {
  const { userId, password } = await addMember(admin, joy());
  const claims = await signIn(joy().email, password);
  const bob = await person("Bob Boss");
  await changeMember(admin, {
    ...{ userId, roles: ["viewer"], approvalLimit: "100", supervisorId: bob.userId },
  });
  expect(await findActor(database.db, claims)).toMatchObject({ roles: ["viewer"] });
  const changed = (await eventsOf()).at(-1);
  expect(changed).toMatchObject({
    name: "member.changed",
    data: {
      name: "Joy Clerk",
      changes: [
        { field: "Rights", from: "Clerk", to: "Viewer" },
        { field: "Approval limit", from: "None", to: "100.00" },
        { field: "Supervisor", from: "Nobody", to: "Bob Boss" },
      ],
    },
  });
  await changeMember(admin, { userId, roles: ["viewer"], approvalLimit: "100", supervisorId: bob.userId });
  expect((await eventsOf()).at(-1)?.seq).toBe(changed?.seq);
});

test("nobody stands above themselves, not even through others", async () => {
  const ann = await person("Ann");
  const bob = await person("Bob", ["approver"], ann.userId);
  const cleo = await person("Cleo", ["approver"], bob.userId);
  for (const supervisorId of [ann.userId, bob.userId, cleo.userId]) {
    const error = await refusalOf(
      changeMember(admin, { userId: ann.userId, roles: ["approver"], supervisorId }),
    );
    expect(error).toMatchObject({ code: "invalid", fields: [{ path: "supervisorId" }] });
  }
  expect(await memberNamed("Ann")).toMatchObject({ supervisorId: null });
  await changeMember(admin, { userId: cleo.userId, roles: ["approver"], supervisorId: ann.userId });
  expect(await memberNamed("Cleo")).toMatchObject({ supervisorName: "Ann" });
});

test("who is deactivated is not chosen as a supervisor, and may stay one", async () => {
  const ann = await person("Ann");
  const bob = await person("Bob", ["approver"], ann.userId);
  await deactivateMember(admin, { userId: ann.userId });
  const error = await refusalOf(addMember(admin, { ...joy(), supervisorId: ann.userId }));
  expect(error.fields).toMatchObject([{ path: "supervisorId" }]);
  await changeMember(admin, { userId: bob.userId, roles: ["viewer"], supervisorId: ann.userId });
  expect(await memberNamed("Bob")).toMatchObject({ roles: ["viewer"], supervisorName: "Ann" });
});

test("the last active Admin keeps the right and stays", async () => {
  const { userId } = admin;
  await createPerson(database.db, admin.orgId, { name: "Old Admin", roles: ["admin"], isActive: false });
  expect((await refusalOf(deactivateMember(admin, { userId }))).code).toBe("last-admin");
  expect((await refusalOf(changeMember(admin, { userId, roles: ["accounting"] }))).code).toBe("last-admin");
  await changeMember(admin, { userId, roles: ["admin", "clerk"] });

  const second = await person("Second Admin", ["admin"]);
  await changeMember(admin, { userId, roles: ["accounting"] });
  expect((await refusalOf(deactivateMember(second, { userId: second.userId }))).code).toBe("last-admin");
});

test("of two Admins who remove each other at once one remains", async () => {
  for (const act of ["deactivate", "demote"] as const) {
    const orgId = await createOrganisation(database.db, `Race ${act}`);
    const [ann, bob] = [
      await createPerson(database.db, orgId, { roles: ["admin"] }),
      await createPerson(database.db, orgId, { roles: ["admin"] }),
    ];
    const remove = (actor: Actor, { userId }: Actor) =>
      act === "deactivate"
        ? deactivateMember(actor, { userId })
        : changeMember(actor, { userId, roles: ["viewer"] });
    const settled = await Promise.allSettled([remove(ann, bob), remove(bob, ann)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const winner = settled[0]?.status === "fulfilled" ? ann : bob;
    const admins = (await listMembers(winner, {})).filter((m) => m.isActive && m.roles.includes("admin"));
    expect(admins.map(({ userId }) => userId)).toEqual([winner.userId]);
  }
});

test("two Admins who give up the right at once: one keeps it", async () => {
  const second = await person("Second Admin", ["admin"]);
  const settled = await Promise.allSettled(
    [admin, second].map((each) => changeMember(each, { userId: each.userId, roles: ["viewer"] })),
  );
  const refused = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(refused).toEqual([expect.objectContaining({ code: "last-admin" })]);
});

test("an Admin who was removed a moment ago changes nothing any more", async () => {
  const second = await person("Second Admin", ["admin"]);
  await deactivateMember(admin, { userId: second.userId });
  expect((await refusalOf(addMember(second, joy()))).code).toBe("forbidden");
});

test("a deactivated person is out at once, and their old session stays so when they come back", async () => {
  const { userId, password } = await addMember(admin, joy());
  const claims = await signIn(joy().email, password);
  await deactivateMember(admin, { userId });
  expect(await findActor(database.db, claims)).toBeNull();
  expect((await refusalOf(signIn(joy().email, password))).code).toBe("wrong-credentials");
  const listed = await listMembers(admin, {});
  expect(listed.map(({ name, isActive }) => [name, isActive])).toEqual([
    ["Alice Admin", true],
    ["Joy Clerk", false],
  ]);

  await reactivateMember(admin, { userId });
  expect(await findActor(database.db, claims)).toBeNull();
  expect(await findActor(database.db, await signIn(joy().email, password))).toMatchObject({ userId });
  await reactivateMember(admin, { userId });
  const names = (await eventsOf()).map(({ name }) => name);
  expect(names).toEqual(["member.invited", "member.joined", "member.deactivated", "member.reactivated"]);
});

test("a link to a new password ends the old one and every session, also for whoever has tried too often", async () => {
  const { userId, password: old } = await addMember(admin, joy());
  const { email } = joy();
  const claims = await signIn(email, old);
  for (let attempt = 0; attempt < 10; attempt++) await refusalOf(signIn(email, "forgotten"));
  expect((await refusalOf(signIn(email, old))).code).toBe("rate-limited");

  const { path } = await resetMemberPassword(admin, { userId });
  expect(await findActor(database.db, claims)).toBeNull();
  expect((await refusalOf(signIn(email, old))).code).toBe("wrong-credentials");
  const token = path?.replace("/new-password/", "") ?? "";
  await resetPassword({ token, password: "another long one" });
  expect(await findActor(database.db, await signIn(email, "another long one"))).toMatchObject({ userId });
  const events = await eventsOf();
  expect(events.slice(-2)).toMatchObject([
    { name: "member.password-reset", actorId: admin.userId, data: { userId, name: "Joy Clerk" } },
    { name: "member.password-changed", actorId: userId },
  ]);
  expect(JSON.stringify(events)).not.toContain(token);
});

test("nobody resets their own password: the session that shows it would be over", async () => {
  expect((await refusalOf(resetMemberPassword(admin, { userId: admin.userId }))).code).toBe("own-password");
});

test("another organisation's people are neither listed nor found", async () => {
  const elsewhere = await createOrganisation(database.db, "Elsewhere");
  const stranger = await createPerson(database.db, elsewhere, { name: "Stella Stranger" });
  const { userId } = stranger;
  const before = await database.db.select().from(users).where(eq(users.id, userId));
  const acts = [
    changeMember(admin, { userId, roles: ["admin"] }),
    changeMember(admin, { userId: admin.userId, roles: ["admin"], supervisorId: userId }),
    deactivateMember(admin, { userId }),
    reactivateMember(admin, { userId }),
    resetMemberPassword(admin, { userId }),
    addMember(admin, { ...joy(), supervisorId: userId }),
  ];
  for (const act of await Promise.allSettled(acts)) {
    expect(act).toMatchObject({ status: "rejected", reason: { code: "not-found" } });
  }
  expect(await database.db.select().from(users).where(eq(users.id, userId))).toEqual(before);
  expect((await listMembers(admin, {})).map(({ name }) => name)).toEqual(["Alice Admin"]);
  const { rows } = await database.db.execute(
    sql`select roles, is_active from memberships where org_id = ${elsewhere}`,
  );
  expect(rows).toEqual([{ roles: ["clerk"], is_active: true }]);
});
