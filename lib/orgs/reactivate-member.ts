import { z } from "zod";
import { command } from "@/lib/access/command";
import { findMember } from "./member-rules";
import { lockMembers, updateMember } from "./members-store";

/** Lets somebody in again, with the rights and the password they had. */
export const reactivateMember = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run({ actor, tx, record }, { userId }) {
    const member = findMember(await lockMembers(tx, actor), userId);
    if (member.isActive) return;
    await updateMember(tx, actor.orgId, userId, { isActive: true });
    await record("member.reactivated", actor.orgId, { userId, name: member.name });
  },
});
