import { z } from "zod";
import { command } from "@/lib/access/command";
import { roleMay } from "@/lib/access/permissions";
import { ROLE_NAMES } from "@/lib/access/roles";
import type { FieldChange } from "@/lib/audit/events";
import { memberRights } from "@/lib/orgs/member-input";
import { assertAdminRemains, assertSupervisor, findMember } from "@/lib/orgs/member-rules";
import { lockMembers, type Member, updateMember } from "@/lib/orgs/members-store";
import { getRouting } from "@/lib/orgs/workflow-store";
import { endStandIns } from "./end-stand-ins";
import { rerouteFor } from "./reroute-for";

/** What a member's rights are, in words, in the order that they are told. */
function told(member: Member, members: readonly Member[]): [field: string, value: string][] {
  const supervisor = members.find(({ userId }) => userId === member.supervisorId);
  return [
    ["Rights", member.roles.map((role) => ROLE_NAMES[role]).join(", ")],
    ["Approval limit", member.approvalLimit ?? "None"],
    ["Supervisor", supervisor?.name ?? "Nobody"],
  ];
}

function changesOf(before: Member, after: Member, members: readonly Member[]): FieldChange[] {
  const now = new Map(told(after, members));
  return told(before, members)
    .map(([field, from]) => ({ field, from, to: now.get(field) ?? "" }))
    .filter(({ from, to }) => from !== to);
}

/**
 * Gives a member other rights, another limit or another supervisor. It acts at their next click, and on
 * the bills in approval: they go to whom they would go if they were submitted now.
 */
export const changeMember = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid(), ...memberRights }),
  async run(context, { userId, ...rights }) {
    const { actor, tx, record } = context;
    const members = await lockMembers(tx, actor);
    const before = findMember(members, userId);
    assertSupervisor(members, rights.supervisorId, userId);
    const after = { ...before, ...rights };
    assertAdminRemains(members, after);
    const changes = changesOf(before, after, members);
    if (changes.length === 0) return;
    const routing = await getRouting(tx, actor.orgId);
    await updateMember(tx, actor.orgId, userId, rights);
    await record("member.changed", actor.orgId, { userId, name: before.name, changes });
    if (!roleMay(after.roles, "bill.approve")) await endStandIns(context, userId);
    await rerouteFor(context, `the rights of ${before.name} were changed`, routing);
  },
});
