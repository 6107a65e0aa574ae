import { roleMay } from "@/lib/access/permissions";
import { AppError } from "@/lib/core/errors";
import type { Absence } from "./absences-store";
import { findMember } from "./member-rules";
import type { Member } from "./members-store";

type Wished = Pick<Absence, "userId" | "standInId" | "firstDay" | "lastDay">;

const words = new Intl.DateTimeFormat("en-US", {
  ...{ timeZone: "UTC", month: "short", day: "numeric", year: "numeric" },
});
const dayWords = (day: string): string => words.format(new Date(day));
const daysOf = ({ firstDay, lastDay }: Pick<Absence, "firstDay" | "lastDay">): string =>
  firstDay === lastDay ? `on ${dayWords(firstDay)}` : `from ${dayWords(firstDay)} to ${dayWords(lastDay)}`;

const refused = (path: keyof Wished, message: string) =>
  new AppError("invalid", { fields: [{ path, message }] });

/** Days are YYYY-MM-DD, so they compare as text. */
const overlaps = (a: Pick<Absence, "firstDay" | "lastDay">, b: typeof a): boolean =>
  a.firstDay <= b.lastDay && b.firstDay <= a.lastDay;

/**
 * Whether this absence may be entered beside those that there are. A stand-in is there on all of the days,
 * so that nobody stands in for somebody who stands in: no bill is handed round in a circle.
 * @throws AppError "invalid" with the field, "not-found" for people of another organisation
 */
export function assertAbsence(
  wished: Wished,
  { members, absences, today }: { members: readonly Member[]; absences: readonly Absence[]; today: string },
): void {
  const person = findMember(members, wished.userId);
  const standIn = findMember(members, wished.standInId);
  if (!person.isActive) throw refused("userId", `${person.name} is deactivated.`);
  if (wished.lastDay < wished.firstDay) {
    throw refused("lastDay", "The last day cannot be before the first.");
  }
  if (wished.lastDay < today) throw refused("lastDay", "These days are over already.");
  if (wished.standInId === wished.userId) throw refused("standInId", "Choose somebody else to stand in.");
  if (!standIn.isActive || !roleMay(standIn.roles, "bill.approve")) {
    throw refused("standInId", `${standIn.name} may not approve bills. Choose somebody else.`);
  }
  for (const other of absences.filter((each) => overlaps(each, wished))) {
    const when = daysOf(other);
    if (other.userId === wished.userId) {
      throw refused("firstDay", `An absence ${when} is entered already. Remove it, or choose other days.`);
    }
    if (other.userId === wished.standInId) {
      throw refused("standInId", `${standIn.name} is away ${when}. Choose somebody else.`);
    }
    if (other.standInId === wished.userId) {
      throw refused(
        "firstDay",
        `${person.name} stands in for ${other.name} ${when}. Somebody else has to stand in for ${other.name} first.`,
      );
    }
  }
}
