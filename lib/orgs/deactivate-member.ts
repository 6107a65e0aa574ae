import { z } from "zod";
import { command } from "@/lib/access/command";
import { assertAdminRemains, findMember } from "./member-rules";
import { endSessions, lockMembers, updateMember } from "./members-store";

/**
 * Takes somebody out of the organisation; what they did stays. They are out at their next click, since
 * rights are read for each request, and an old cookie stays worthless if they come back.
 */
export const deactivateMember = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run({ actor, tx, record }, { userId }) {
    const members = await lockMembers(tx, actor);
    const member = findMember(members, userId);
    if (!member.isActive) return;
    assertAdminRemains(members, { ...member, isActive: false });
    await updateMember(tx, actor.orgId, userId, { isActive: false });
    await endSessions(tx, userId);
    await record("member.deactivated", actor.orgId, { userId, name: member.name });
  },
});
