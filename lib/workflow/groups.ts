import { z } from "zod";
import type { Tx } from "@/db/client";
import { command, query } from "@/lib/access/command";
import type { WorkflowRule } from "@/lib/approvals/workflow";
import type { FieldChange } from "@/lib/audit/events";
import { rerouteBills } from "@/lib/bills/reroute-bills";
import { AppError } from "@/lib/core/errors";
import { getWorkflow, lockWorkflow } from "@/lib/orgs/workflow-store";
import {
  type GroupRow,
  getGroupRows,
  insertGroup,
  removeGroup,
  renameGroup,
  setMembers,
} from "./group-store";
import { getNamedEntries } from "./named-entries";

const groupFields = {
  name: z.string().trim().min(1, "Give the group a name.").max(80, "Use at most 80 characters."),
  memberIds: z
    .array(z.uuid())
    .min(1, "Choose at least one person.")
    .max(200, "Choose at most 200 people.")
    .transform((ids) => [...new Set(ids)]),
};

const rulesNaming = (rules: readonly WorkflowRule[], groupId: string): string[] =>
  rules
    .filter(({ steps }) => steps.some(({ groupIds }) => groupIds.includes(groupId)))
    .map(({ name }) => name);

/** Their names, by id. Whoever is new must be able to approve. @throws AppError "not-found", "invalid" */
async function namesOfMembers(
  tx: Tx,
  orgId: string,
  memberIds: readonly string[],
  before: readonly string[] = [],
): Promise<(id: string) => string> {
  const people = await getNamedEntries(tx, orgId, [...memberIds, ...before]);
  for (const id of memberIds) {
    const person = people.get(id);
    if (person?.kind !== "person") throw new AppError("not-found");
    if (before.includes(id) || (person.canApprove && !person.gone)) continue;
    const message = `${person.name} ${person.gone ? "is deactivated" : "may not approve bills"}.`;
    throw new AppError("invalid", { fields: [{ path: "memberIds", message }] });
  }
  return (id) => people.get(id)?.name ?? "";
}

function assertNameIsFree(groups: readonly GroupRow[], name: string, groupId?: string): void {
  const isTaken = groups.some(
    (group) => group.id !== groupId && group.name.toLowerCase() === name.toLowerCase(),
  );
  if (!isTaken) return;
  const message = "Another group has this name.";
  throw new AppError("name-taken", { fields: [{ path: "name", message }] });
}

function findGroup(groups: readonly GroupRow[], groupId: string): GroupRow {
  const group = groups.find(({ id }) => id === groupId);
  if (!group) throw new AppError("not-found");
  return group;
}

/** People who are asked together, under a name that rules use. @throws AppError "name-taken", "invalid" */
export const createGroup = command({
  name: "group.manage",
  input: z.object(groupFields),
  async run({ actor, tx, record }, { name, memberIds }) {
    await lockWorkflow(tx, actor.orgId);
    assertNameIsFree(await getGroupRows(tx, actor.orgId), name);
    const nameOf = await namesOfMembers(tx, actor.orgId, memberIds);
    const groupId = await insertGroup(tx, actor.orgId, name);
    await setMembers(tx, groupId, memberIds);
    await record("group.created", actor.orgId, { name, members: memberIds.map(nameOf).sort() });
    return { groupId };
  },
});

/**
 * Gives a group another name or other members. Rules follow by themselves; bills in approval keep their
 * approvers unless `applyToActive`.
 */
export const changeGroup = command({
  name: "group.manage",
  input: z.object({ groupId: z.uuid(), ...groupFields, applyToActive: z.boolean().default(false) }),
  async run(context, { groupId, name, memberIds, applyToActive }) {
    const { actor, tx, record } = context;
    await lockWorkflow(tx, actor.orgId);
    const groups = await getGroupRows(tx, actor.orgId);
    const group = findGroup(groups, groupId);
    assertNameIsFree(groups, name, groupId);
    const nameOf = await namesOfMembers(tx, actor.orgId, memberIds, group.memberIds);
    const told = (ids: readonly string[]) => ids.map(nameOf).sort().join(", ");
    const changes: FieldChange[] = [
      { field: "Name", from: group.name, to: name },
      { field: "Members", from: told(group.memberIds), to: told(memberIds) },
    ].filter(({ from, to }) => from !== to);
    if (changes.length > 0) {
      await renameGroup(tx, groupId, name);
      await setMembers(tx, groupId, memberIds);
      await record("group.changed", actor.orgId, { name: group.name, changes });
    }
    return applyToActive
      ? rerouteBills(context, `the group ${name} was changed`)
      : { rerouted: 0, approved: 0 };
  },
});

/** @throws AppError "group-in-use" while a rule names it */
export const deleteGroup = command({
  name: "group.manage",
  input: z.object({ groupId: z.uuid() }),
  async run({ actor, tx, record }, { groupId }) {
    const { rules } = await lockWorkflow(tx, actor.orgId);
    const group = findGroup(await getGroupRows(tx, actor.orgId), groupId);
    const naming = rulesNaming(rules, groupId).map((name) => `“${name}”`);
    if (naming.length > 0) {
      const which = `${naming.length === 1 ? "the rule" : "the rules"} ${naming.join(", ")}`;
      throw new AppError("group-in-use", {
        message: `The approval workflow asks this group in ${which}. Take it out there first.`,
      });
    }
    await removeGroup(tx, groupId);
    await record("group.deleted", actor.orgId, { name: group.name });
  },
});

export interface GroupView {
  id: string;
  name: string;
  members: {
    userId: string;
    name: string /** Why they are passed over; null when they are asked. */;
    note: string | null;
  }[];
  /** The rules that ask this group, by name. */
  rules: string[];
}

export const listGroups = query({
  name: "workflow.read",
  input: z.object({}),
  async run({ actor, db }): Promise<GroupView[]> {
    const groups = await getGroupRows(db, actor.orgId);
    const [rules, people] = await Promise.all([
      getWorkflow(db, actor.orgId),
      getNamedEntries(
        db,
        actor.orgId,
        groups.flatMap(({ memberIds }) => memberIds),
      ),
    ]);
    return groups.map(({ id, name, memberIds }) => ({
      ...{ id, name, rules: rulesNaming(rules, id) },
      members: memberIds
        .map((userId) => {
          const person = people.get(userId);
          const note = person?.gone ?? (person?.canApprove ? null : "may not approve");
          return { userId, name: person?.name ?? "", note };
        })
        .sort((a, b) => a.name.localeCompare(b.name)),
    }));
  },
});
