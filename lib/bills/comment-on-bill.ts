import { z } from "zod";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { getMembers } from "@/lib/orgs/members-store";
import { addMentions, assertVisible } from "./comments-store";

const MOST_MENTIONS = 20;

/**
 * Says something about a bill, or asks the people mentioned, who may see the bill from then on. In every
 * state, by everybody who sees the bill. Who is mentioned is told by ids: a name in the text may be
 * anybody's.
 * @throws AppError "not-found", for people who are not active in the organisation too
 */
export const commentOnBill = command({
  name: "bill.comment",
  input: z.object({
    billId: z.uuid(),
    text: z.string().trim().min(1, "Write something first.").max(2000, "Use at most 2,000 characters."),
    mentions: z.array(z.uuid()).max(MOST_MENTIONS, `Mention at most ${MOST_MENTIONS} people.`).default([]),
  }),
  async run({ actor, tx, record }, { billId, text, mentions }) {
    await assertVisible(tx, actor, billId);
    const members = await getMembers(tx, actor.orgId);
    const mentioned = [...new Set(mentions)].map((id) => {
      const member = members.find(({ userId, isActive }) => userId === id && isActive);
      if (!member) throw new AppError("not-found");
      return { userId: id, name: member.name };
    });
    await addMentions(
      tx,
      billId,
      mentioned.map(({ userId }) => userId),
    );
    await record("bill.commented", billId, { text, mentions: mentioned });
  },
});
