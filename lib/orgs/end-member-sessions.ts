import { z } from "zod";
import { command } from "@/lib/access/command";
import { endSessionsOf } from "@/lib/access/credentials-store";
import { findMember } from "./member-rules";
import { lockMembers } from "./members-store";

/** Signs a member out everywhere. Their password stays. */
export const endMemberSessions = command({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run({ actor, tx, record }, { userId }) {
    const { name } = findMember(await lockMembers(tx, actor), userId);
    const sessions = await endSessionsOf(tx, userId);
    if (sessions > 0) await record("member.sessions-ended", actor.orgId, { userId, name, sessions });
    return { sessions };
  },
});
