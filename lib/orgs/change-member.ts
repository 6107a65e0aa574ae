import { z } from "zod";
import { command } from "@/lib/access/command";
import { ROLE_NAMES } from "@/lib/access/roles";
import type { FieldChange } from "@/lib/audit/events";
import { memberRights } from "./member-input";
import { assertAdminRemains, assertSupervisor, findMember } from "./member-rules";
import { lockMembers, type Member, updateMember } from "./members-store";

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

/** Gives a member other rights, another limit or another supervisor. It acts at their next click. */
export const changeMember = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid(), ...memberRights }),
  async run({ actor, tx, record }, { userId, ...rights }) {
    const members = await lockMembers(tx, actor);
    const before = findMember(members, userId);
    assertSupervisor(members, rights.supervisorId, userId);
    const after = { ...before, ...rights };
    assertAdminRemains(members, after);
    await updateMember(tx, actor.orgId, userId, rights);
    const changes = changesOf(before, after, members);
    if (changes.length > 0) {
      await record("member.changed", actor.orgId, { userId, name: before.name, changes });
    }
  },
});
