import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships, users } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { hashPassword } from "@/lib/access/password";
import { ROLE_NAMES, type Role } from "@/lib/access/roles";
import { DEMO_PASSWORD as PASSWORD } from "@/lib/demo/password";
import { setUpOrganisation } from "@/lib/orgs/set-up";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import { createGroup } from "@/lib/workflow/groups";

export const ORGANISATION = "Harbor & Pine Builders";

export interface Login {
  name: string;
  email: string;
  password: string;
  rights: string;
}

interface Member {
  name: string;
  email: string;
  roles: Role[];
  approvalLimit?: string;
}

const MEMBERS = {
  admin: { name: "Dana Whitfield", email: "dana@harborpine.example", roles: ["admin"] },
  accounting: { name: "Priya Raman", email: "priya@harborpine.example", roles: ["accounting"] },
  manager: {
    name: "Marcus Bell",
    email: "marcus@harborpine.example",
    roles: ["approver"],
    approvalLimit: "10000.00",
  },
  owner: { name: "Elena Sorensen", email: "elena@harborpine.example", roles: ["approver"] },
  clerk: { name: "Joy Castillo", email: "joy@harborpine.example", roles: ["clerk"] },
} as const satisfies Record<string, Member | (Omit<Member, "roles"> & { roles: readonly Role[] })>;

export type People = Record<keyof typeof MEMBERS, Actor>;

export const LOGINS: Login[] = Object.values(MEMBERS).map(({ name, email, roles }) => ({
  name,
  email,
  password: PASSWORD,
  rights: roles.map((role) => ROLE_NAMES[role]).join(", "),
}));

const actorOf = (
  member: { name: string; email: string; roles: readonly Role[] },
  orgId: string,
  userId: string,
): Actor => ({ orgId, userId, name: member.name, email: member.email, roles: member.roles });

/** The people of a demo that is there already. */
export async function findPeople(): Promise<People> {
  const found = await db()
    .select({ email: users.email, userId: users.id, orgId: memberships.orgId })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id));
  const byEmail = new Map(found.map((row) => [row.email, row]));
  const people = Object.entries(MEMBERS).map(([key, member]) => {
    const row = byEmail.get(member.email);
    if (!row) throw new Error(`${member.name} is not in this demo any more`);
    return [key, actorOf(member, row.orgId, row.userId)] as const;
  });
  return Object.fromEntries(people) as People;
}

/**
 * The demo's people and their workflow: Marcus approves every bill, Elena those of 2,500 and more after him;
 * one of the office looks at very large ones at the same time.
 */
export async function seedPeople(): Promise<People> {
  const { admin, ...others } = MEMBERS;
  const { orgId, userId } = await setUpOrganisation({
    organisation: ORGANISATION,
    ...admin,
    password: PASSWORD,
  });
  const people: Partial<People> = { admin: actorOf(admin, orgId, userId) };
  const passwordHash = await hashPassword(PASSWORD);
  for (const [key, member] of Object.entries(others)) {
    const [user] = await db()
      .insert(users)
      .values({ name: member.name, email: member.email, passwordHash })
      .returning({ id: users.id });
    if (!user) throw new Error(`${member.name} was not stored`);
    const approvalLimit = "approvalLimit" in member ? member.approvalLimit : null;
    await db()
      .insert(memberships)
      .values({ orgId, userId: user.id, roles: [...member.roles], approvalLimit });
    people[key as keyof People] = actorOf(member, orgId, user.id);
  }
  const all = people as People;
  await db()
    .update(memberships)
    .set({ supervisorId: all.owner.userId })
    .where(eq(memberships.userId, all.manager.userId));
  const office = { name: "Office", memberIds: [all.admin.userId, all.accounting.userId] };
  const { groupId } = await createGroup(all.admin, office);
  await db().transaction((tx) =>
    saveWorkflow(tx, orgId, [
      {
        name: "Every bill",
        when: {},
        effect: "add",
        steps: [{ approverIds: [all.manager.userId], need: "all" }],
      },
      {
        name: "From 2,500",
        when: { totalAtLeast: "2500.00" },
        effect: "add",
        steps: [{ approverIds: [all.owner.userId], need: "all" }],
      },
      {
        name: "From 25,000",
        when: { totalAtLeast: "25000.00" },
        effect: "add",
        steps: [{ approverIds: [], groupIds: [groupId], need: "any", parallel: true }],
      },
    ]),
  );
  return all;
}
