import { z } from "zod";
import { query } from "@/lib/access/command";
import { getMembers, type Member } from "./members-store";

/** A person of the organisation as Admins see them. */
export interface MemberView extends Member {
  supervisorName: string | null;
  /** It is the reader. */
  isMe: boolean;
}

/** Everybody of the organisation by name, those who are deactivated last. */
export const listMembers = query({
  name: "member.list",
  input: z.object({}),
  async run({ actor, db }): Promise<MemberView[]> {
    const members = await getMembers(db, actor.orgId);
    const names = new Map(members.map(({ userId, name }) => [userId, name]));
    return members
      .map((member) => ({
        ...member,
        supervisorName: names.get(member.supervisorId ?? "") ?? null,
        isMe: member.userId === actor.userId,
      }))
      .sort((a, b) => Number(b.isActive) - Number(a.isActive));
  },
});
