import type { CommandContext } from "@/lib/access/command";
import { deleteAbsence, endAbsenceBefore, getAbsences, getToday } from "@/lib/orgs/absences-store";

/**
 * Whoever may approve no more stands in for nobody from today on. Those who are away are asked themselves
 * again, and can choose somebody else.
 */
export async function endStandIns({ actor, tx, record }: CommandContext, standInId: string): Promise<void> {
  const today = await getToday(tx, actor.orgId);
  const absences = await getAbsences(tx, actor.orgId, today);
  for (const absence of absences.filter((each) => each.standInId === standInId)) {
    if (absence.firstDay < today) await endAbsenceBefore(tx, absence.id, today);
    else await deleteAbsence(tx, absence.id);
    const { userId, name, firstDay, lastDay } = absence;
    await record("absence.removed", actor.orgId, { userId, name, firstDay, lastDay });
  }
}
