import { z } from "zod";
import { command } from "@/lib/access/command";
import { endSessionsOf } from "@/lib/access/credentials-store";
import { assertAdminRemains, findMember } from "@/lib/orgs/member-rules";
import { lockMembers, updateMember } from "@/lib/orgs/members-store";
import { getRouting } from "@/lib/orgs/workflow-store";
import { endStandIns } from "./end-stand-ins";
import { rerouteFor } from "./reroute-for";

/**
 * Takes somebody out of the organisation; what they did stays. They are out at their next click, since
 * rights are read for each request, and an old cookie stays worthless if they come back. Bills in
 * approval that ask them go to whom they would go without them.
 */
export const deactivateMember = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run(context, { userId }) {
    const { actor, tx, record } = context;
    const members = await lockMembers(tx, actor);
    const member = findMember(members, userId);
    if (!member.isActive) return;
    assertAdminRemains(members, { ...member, isActive: false });
    const routing = await getRouting(tx, actor.orgId);
    await updateMember(tx, actor.orgId, userId, { isActive: false });
    await endSessionsOf(tx, userId);
    await record("member.deactivated", actor.orgId, { userId, name: member.name });
    await endStandIns(context, userId);
    await rerouteFor(context, `${member.name} was deactivated`, routing);
  },
});
