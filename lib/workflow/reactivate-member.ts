import { z } from "zod";
import { command } from "@/lib/access/command";
import { findMember } from "@/lib/orgs/member-rules";
import { lockMembers, updateMember } from "@/lib/orgs/members-store";
import { getRouting } from "@/lib/orgs/workflow-store";
import { rerouteFor } from "./reroute-for";

/** Lets somebody in again, with the rights and the password they had; the workflow asks them again. */
export const reactivateMember = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run(context, { userId }) {
    const { actor, tx, record } = context;
    const member = findMember(await lockMembers(tx, actor), userId);
    if (member.isActive) return;
    const routing = await getRouting(tx, actor.orgId);
    await updateMember(tx, actor.orgId, userId, { isActive: true });
    await record("member.reactivated", actor.orgId, { userId, name: member.name });
    await rerouteFor(context, `${member.name} was reactivated`, routing);
  },
});
