import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import type { Db, Tx } from "@/db/client";
import { approvalWorkflows, groupMembers, groups, memberships, organisations, users } from "@/db/schema";
import { roleMay } from "@/lib/access/permissions";
import { isRole } from "@/lib/access/roles";
import type { Person, Routing, WorkflowRule } from "@/lib/approvals/workflow";
import { groupBy } from "@/lib/core/group-by";
import { lockOrganisation } from "./lock-organisation";
import { getSettings } from "./settings";

const ids = z.array(z.uuid()).optional();

/** The saved form of a workflow; what does not fit it is a bug, not a rule. */
export const workflowRules = z.array(
  z.object({
    name: z.string(),
    when: z.object({
      totalAtLeast: z.string().optional(),
      totalBelow: z.string().optional(),
      vendorIds: ids,
      accountIds: ids,
      itemIds: ids,
      classIds: ids,
      customerIds: ids,
      enteredBy: ids,
    }),
    effect: z.enum(["add", "replace"]),
    steps: z.array(
      z.object({
        approverIds: z.array(z.uuid()),
        groupIds: z.array(z.uuid()).default([]),
        need: z.enum(["any", "all"]),
        parallel: z.boolean().default(false),
      }),
    ),
  }),
);

interface SavedWorkflow {
  rules: WorkflowRule[];
  /** 0: none was saved yet. */
  version: number;
}

async function findWorkflow(tx: Tx | Db, orgId: string): Promise<SavedWorkflow> {
  const [row] = await tx
    .select({ rules: approvalWorkflows.rules, version: approvalWorkflows.version })
    .from(approvalWorkflows)
    .where(eq(approvalWorkflows.orgId, orgId));
  return { rules: workflowRules.parse(row?.rules ?? []), version: row?.version ?? 0 };
}

export const getWorkflow = async (tx: Tx | Db, orgId: string): Promise<WorkflowRule[]> =>
  (await findWorkflow(tx, orgId)).rules;

/** The workflow, unchanged until the transaction ends: changes of it and of the groups that it names take turns. */
export async function lockWorkflow(tx: Tx, orgId: string): Promise<SavedWorkflow> {
  await lockOrganisation(tx, orgId);
  return findWorkflow(tx, orgId);
}

export type SavedRules = z.input<typeof workflowRules>;

/** Gives the version that is saved then. */
export async function saveWorkflow(tx: Tx, orgId: string, saved: SavedRules, by?: string): Promise<number> {
  const change = { rules: workflowRules.parse(saved), updatedBy: by ?? null };
  const [row] = await tx
    .insert(approvalWorkflows)
    .values({ orgId, ...change })
    .onConflictDoUpdate({
      target: approvalWorkflows.orgId,
      set: { ...change, version: sql`${approvalWorkflows.version} + 1`, updatedAt: sql`now()` },
    })
    .returning({ version: approvalWorkflows.version });
  if (!row) throw new Error("the approval workflow was not stored");
  return row.version;
}

/** Who belongs to each group, by the group's id. */
export async function getGroups(tx: Tx | Db, orgId: string): Promise<Map<string, string[]>> {
  const rows = await tx
    .select({ groupId: groupMembers.groupId, userId: groupMembers.userId })
    .from(groupMembers)
    .innerJoin(groups, eq(groups.id, groupMembers.groupId))
    .where(eq(groups.orgId, orgId));
  const members = groupBy(rows, ({ groupId }) => groupId);
  return new Map([...members].map(([groupId, of]) => [groupId, of.map(({ userId }) => userId)]));
}

/**
 * Keeps the people and the settings as they are until this transaction ends: a bill must not be routed by
 * what is being changed at this moment, or it would wait for somebody who has just been let out. Taken
 * before a bill is locked, as those who change people do.
 */
export async function holdRouting(tx: Tx, orgId: string): Promise<void> {
  await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.id, orgId))
    .for("share");
}

/** All that a bill is routed by. */
export async function getRouting(tx: Tx | Db, orgId: string): Promise<Routing> {
  const { mayApproveOwnBills } = await getSettings(tx, orgId);
  return {
    rules: await getWorkflow(tx, orgId),
    people: await getPeople(tx, orgId),
    groups: await getGroups(tx, orgId),
    mayApproveOwnBills,
  };
}

/** Everybody of the organisation as the approval rules see them. */
export async function getPeople(tx: Tx | Db, orgId: string): Promise<Person[]> {
  const rows = await tx
    .select({
      userId: memberships.userId,
      name: users.name,
      roles: memberships.roles,
      approvalLimit: memberships.approvalLimit,
      supervisorId: memberships.supervisorId,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.orgId, orgId), eq(memberships.isActive, true)))
    .orderBy(users.name);
  return rows.map(({ roles, ...person }) => ({
    ...person,
    canApprove: roleMay(roles.filter(isRole), "bill.approve"),
    isAdmin: roles.includes("admin"),
  }));
}
