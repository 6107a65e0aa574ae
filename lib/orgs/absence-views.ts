import { z } from "zod";
import { may } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import { type Absence, getAbsences, getToday } from "./absences-store";

export interface AbsenceView extends Absence {
  /** It is the reader who is away. */
  isMine: boolean;
  /** Today is one of the days. */
  isNow: boolean;
}

/**
 * The absences that are not over: the reader's own and those in which they stand in; everybody's for an
 * Admin. With today's date in the organisation's time zone, YYYY-MM-DD.
 */
export const listAbsences = query({
  name: "absence.read",
  input: z.object({}),
  async run({ actor, db }): Promise<{ today: string; absences: AbsenceView[] }> {
    const today = await getToday(db, actor.orgId);
    const concerns = ({ userId, standInId }: Absence) =>
      userId === actor.userId || standInId === actor.userId || may(actor, "absence.manage");
    const absences = (await getAbsences(db, actor.orgId, today)).filter(concerns).map((absence) => ({
      ...absence,
      isMine: absence.userId === actor.userId,
      isNow: absence.firstDay <= today,
    }));
    return { today, absences };
  },
});
