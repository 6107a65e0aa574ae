import { z } from "zod";
import { type CommandContext, command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { type Absence, deleteAbsence, getAbsences, getToday } from "./absences-store";

const input = z.object({ absenceId: z.uuid() });

async function remove(
  { actor, tx, record }: CommandContext,
  absenceId: string,
  isTheirs: (absence: Absence) => boolean,
): Promise<void> {
  const absences = await getAbsences(tx, actor.orgId, await getToday(tx, actor.orgId));
  const absence = absences.find(({ id }) => id === absenceId);
  if (!absence || !isTheirs(absence)) throw new AppError("not-found");
  await deleteAbsence(tx, absenceId);
  const { userId, name, firstDay, lastDay } = absence;
  await record("absence.removed", actor.orgId, { userId, name, firstDay, lastDay });
}

/** Takes an absence of one's own back, also while it lasts. What the stand-in signed stays. */
export const removeAbsence = command({
  name: "absence.change",
  input,
  run: (context, { absenceId }) =>
    remove(context, absenceId, ({ userId }) => userId === context.actor.userId),
});

/** The same of anybody's. */
export const removeAbsenceOf = command({
  name: "absence.manage",
  input,
  run: (context, { absenceId }) => remove(context, absenceId, () => true),
});
