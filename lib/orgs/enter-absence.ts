import { z } from "zod";
import { type CommandContext, command } from "@/lib/access/command";
import { assertAbsence } from "./absence-rules";
import { getAbsences, getToday, insertAbsence } from "./absences-store";
import { findMember } from "./member-rules";
import { lockPeople } from "./members-store";

const days = {
  firstDay: z.iso.date("Enter the first day."),
  lastDay: z.iso.date("Enter the last day."),
  standInId: z.uuid("Choose who stands in."),
};

interface Wished {
  userId: string;
  standInId: string;
  firstDay: string;
  lastDay: string;
}

async function enter({ actor, tx, record }: CommandContext, wished: Wished): Promise<void> {
  const members = await lockPeople(tx, actor.orgId);
  const today = await getToday(tx, actor.orgId);
  assertAbsence(wished, { members, today, absences: await getAbsences(tx, actor.orgId, today) });
  await insertAbsence(tx, { orgId: actor.orgId, ...wished });
  const { userId, firstDay, lastDay } = wished;
  await record("absence.entered", actor.orgId, {
    ...{ userId, firstDay, lastDay },
    name: findMember(members, userId).name,
    standIn: findMember(members, wished.standInId).name,
  });
}

/**
 * Says that oneself is away on these days and who signs meanwhile. Nothing is moved: whoever stands in is
 * found by the date. Throws what assertAbsence refuses.
 */
export const enterAbsence = command({
  name: "absence.change",
  input: z.object(days),
  run: (context, input) => enter(context, { userId: context.actor.userId, ...input }),
});

/** The same of anybody, for who fell ill and cannot do it. */
export const enterAbsenceOf = command({
  name: "absence.manage",
  input: z.object({ userId: z.uuid("Choose who is away."), ...days }),
  run: enter,
});
