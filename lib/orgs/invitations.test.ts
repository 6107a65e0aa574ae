import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { auditEvents, invitations, users } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { type TestDatabase, testDatabase } from "@/lib/testing/database";
import { createOrganisation, createPerson, useDatabase } from "@/lib/testing/people";
import { inSession, signInAs } from "@/lib/testing/sessions";
import { useSettings } from "@/lib/testing/settings";
import { acceptInvitation, readInvitation } from "./accept-invitation";
import { changeMemberTabs } from "./change-member-tabs";
import { listInvitations } from "./invitations-views";
import { inviteMember, resendInvitation, revokeInvitation } from "./invite-member";
import { listMembers } from "./members-views";
import { readTwoFactorRule, requireTwoFactor } from "./require-two-factor";
import { resetTwoFactor } from "./reset-two-factor";

const DAY_MS = 86_400_000;
const PASSWORD = "a long enough one";
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

const joy = () => ({
  ...{ name: "Joy Clerk", email: `joy${visits}@example.net`, roles: ["clerk" as const] },
  ...{ approvalLimit: "500", supervisorId: admin.userId },
});
const tokenOf = ({ path }: { path: string | null }) => path?.replace("/join/", "") ?? "";
const accept = (token: string, now?: Date) =>
  acceptInvitation({ token, name: "Joy Carter", password: PASSWORD }, now);
const over = expect.objectContaining({ code: "link-over" });
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

test("a link shows what it invites to, and makes its bearer a member with those rights, once", async () => {
  const token = tokenOf(await inviteMember(admin, joy()));
  expect(await readInvitation(token)).toEqual({
    organisation: `Office ${visits}`,
    name: "Joy Clerk",
    email: joy().email,
    invitedBy: "Alice Admin",
    roles: "Clerk",
  });
  expect(await listMembers(admin, {})).toHaveLength(1);
  const settled = await Promise.allSettled([accept(token), accept(token)]);
  expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(accept(token)).rejects.toEqual(over);
  await expect(readInvitation(token)).rejects.toEqual(over);
  const people = await listMembers(admin, {});
  expect(people.map(({ name }) => name)).toEqual(["Alice Admin", "Joy Carter"]);
  expect(people[1]).toMatchObject({
    ...{ roles: ["clerk"], approvalLimit: "500.00", supervisorName: "Alice Admin" },
  });
  await signInAs(database.db, joy().email, PASSWORD);
  expect(await listInvitations(admin, {})).toEqual([]);
  const events = await database.db.select().from(auditEvents).where(eq(auditEvents.orgId, admin.orgId));
  expect(events.map(({ name }) => name)).toEqual(["member.invited", "member.joined"]);
});

test("of the token only a hash is kept, and nothing else opens an invitation", async () => {
  const token = tokenOf(await inviteMember(admin, joy()));
  expect(token).toMatch(/^[\w-]{43}$/);
  const kept = await database.db.select().from(invitations).where(eq(invitations.orgId, admin.orgId));
  expect(JSON.stringify(kept)).not.toContain(token);
  for (const guess of [kept[0]?.tokenHash ?? "", "", "x".repeat(43), `${token}x`, "' or true --"]) {
    await expect(readInvitation(guess)).rejects.toEqual(over);
  }
});

test("it lasts for seven days, and is listed as run out until it is sent again", async () => {
  const made = await inviteMember(admin, joy());
  const token = tokenOf(made);
  await readInvitation(token, later(6.9));
  await expect(accept(token, later(7.1))).rejects.toEqual(over);
  await database.db
    .update(invitations)
    .set({ expiresAt: later(-1) })
    .where(eq(invitations.id, made.id));
  expect(await listInvitations(admin, {})).toMatchObject([{ name: "Joy Clerk", isOver: true }]);
  const again = tokenOf(await resendInvitation(admin, { invitationId: made.id }));
  expect(await listInvitations(admin, {})).toMatchObject([{ isOver: false }]);
  await expect(accept(token)).rejects.toEqual(over);
  await accept(again);
});

test("sent again the old link is over, taken back every link is", async () => {
  const made = await inviteMember(admin, joy());
  const again = tokenOf(await resendInvitation(admin, { invitationId: made.id }));
  await expect(readInvitation(tokenOf(made))).rejects.toEqual(over);
  await revokeInvitation(admin, { invitationId: made.id });
  await expect(accept(again)).rejects.toEqual(over);
  expect(await listInvitations(admin, {})).toEqual([]);
  for (const act of [resendInvitation, revokeInvitation]) {
    await expect(act(admin, { invitationId: made.id })).rejects.toMatchObject({ code: "not-found" });
  }
  // Whoever was taken back can be invited anew.
  await accept(tokenOf(await inviteMember(admin, joy())));
});

test("an address is invited once, and not when it is somebody's already", async () => {
  await inviteMember(admin, joy());
  const twice = inviteMember(admin, { ...joy(), email: joy().email.toUpperCase() });
  await expect(twice).rejects.toMatchObject({ code: "name-taken", fields: [{ path: "email" }] });
  const own = inviteMember(admin, { ...joy(), email: admin.email });
  await expect(own).rejects.toMatchObject({ code: "name-taken" });
});

test("an address that became somebody's meanwhile is refused, and the invitation stays open", async () => {
  const token = tokenOf(await inviteMember(admin, joy()));
  await createPerson(database.db, admin.orgId, { email: joy().email });
  await expect(accept(token)).rejects.toMatchObject({ code: "name-taken" });
  expect(await listInvitations(admin, {})).toHaveLength(1);
});

test("a password that is too short is refused at its field, and the link still works", async () => {
  const token = tokenOf(await inviteMember(admin, joy()));
  await expect(acceptInvitation({ token, name: " ", password: "short" })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "name" }, { path: "password" }],
  });
  await accept(token);
});

test("tabs and the first page are chosen among those that the rights allow", async () => {
  const clerk = await createPerson(database.db, admin.orgId, { name: "Cleo Clerk" });
  const { userId } = clerk;
  const choose = (homePath: "/inbox" | "/archive" | null, tabs: ("/inbox" | "/archive" | "/sync")[]) =>
    changeMemberTabs(admin, { userId, homePath, tabs });
  await choose("/archive", ["/inbox", "/archive", "/sync"]);
  const shown = async () => (await listMembers(admin, {})).find((member) => member.userId === userId);
  expect(await shown()).toMatchObject({ homePath: "/archive", tabs: ["/inbox", "/archive"] });
  await expect(choose("/archive", ["/inbox"])).rejects.toMatchObject({ fields: [{ path: "homePath" }] });
  // What the rights do not allow cannot be shown.
  await expect(choose(null, ["/sync"])).rejects.toMatchObject({ fields: [{ path: "tabs" }] });
});

test("an Admin asks everybody for two-factor sign-in once they have it themselves", async () => {
  const alone = requireTwoFactor(admin, { isRequired: true });
  await expect(alone).rejects.toMatchObject({ code: "conflict" });
  await database.db.update(users).set({ totpSince: new Date() }).where(eq(users.id, admin.userId));
  await requireTwoFactor(admin, { isRequired: true });
  expect(await readTwoFactorRule(admin, {})).toBe(true);
  await requireTwoFactor(admin, { isRequired: false });
  expect(await readTwoFactorRule(admin, {})).toBe(false);
});

test("an Admin resets somebody's second factor, which signs them out, and not their own", async () => {
  const person = await createPerson(database.db, admin.orgId, { name: "Cleo Clerk" });
  await inSession(database.db, person);
  await database.db.update(users).set({ totpSince: new Date() }).where(eq(users.id, person.userId));
  expect(await listMembers(admin, {})).toMatchObject([{ hasTwoFactor: false }, { hasTwoFactor: true }]);
  await resetTwoFactor(admin, { userId: person.userId });
  expect(await listMembers(admin, {})).toMatchObject([{ hasTwoFactor: false }, { hasTwoFactor: false }]);
  const [row] = await database.db.select().from(users).where(eq(users.id, person.userId));
  expect(row).toMatchObject({ totpSecret: null, sessionVersion: 2 });
  await expect(resetTwoFactor(admin, { userId: admin.userId })).rejects.toMatchObject({ code: "conflict" });
});
