import { and, eq } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { approvalWorkflows, memberships, users } from "@/db/schema";
import { roleMay } from "@/lib/access/permissions";
import { isRole } from "@/lib/access/roles";
import type { Person, WorkflowRule } from "@/lib/approvals/workflow";

const ids = z.array(z.uuid()).optional();

/** The saved form of a workflow; what does not fit it is a bug, not a rule. */
export const workflowRules: z.ZodType<WorkflowRule[]> = z.array(
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
    steps: z.array(z.object({ approverIds: z.array(z.uuid()), need: z.enum(["any", "all"]) })),
  }),
);

export async function getWorkflow(tx: Tx, orgId: string): Promise<WorkflowRule[]> {
  const [row] = await tx
    .select({ rules: approvalWorkflows.rules })
    .from(approvalWorkflows)
    .where(eq(approvalWorkflows.orgId, orgId));
  return workflowRules.parse(row?.rules ?? []);
}

export async function saveWorkflow(tx: Tx, orgId: string, rules: WorkflowRule[]): Promise<void> {
  await tx
    .insert(approvalWorkflows)
    .values({ orgId, rules })
    .onConflictDoUpdate({ target: approvalWorkflows.orgId, set: { rules, updatedAt: new Date() } });
}

/** Everybody of the organisation as the approval rules see them. */
export async function getPeople(tx: Tx, orgId: string): Promise<Person[]> {
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
