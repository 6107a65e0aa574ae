import { and, asc, eq, gte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db, Tx } from "@/db/client";
import { absences, users } from "@/db/schema";
import { todayOf } from "./stand-ins";

/** Days on which somebody is away, and who signs for them then. Days are YYYY-MM-DD, both included. */
export interface Absence {
  id: string;
  userId: string;
  name: string;
  standInId: string;
  standInName: string;
  firstDay: string;
  lastDay: string;
}

/** Today in the organisation's time zone, YYYY-MM-DD. */
export async function getToday(tx: Tx | Db, orgId: string): Promise<string> {
  const { rows } = await tx.execute<{ today: string }>(
    sql`select ${todayOf("home")}::text as today from organisations home where home.id = ${orgId}`,
  );
  const today = rows[0]?.today;
  if (!today) throw new Error(`organisation ${orgId} is not there`);
  return today;
}

/** The absences that are not over on that day, the first to come first. */
export async function getAbsences(tx: Tx | Db, orgId: string, today: string): Promise<Absence[]> {
  const standIn = alias(users, "stand_in");
  return tx
    .select({
      id: absences.id,
      userId: absences.userId,
      name: users.name,
      standInId: absences.standInId,
      standInName: standIn.name,
      firstDay: absences.firstDay,
      lastDay: absences.lastDay,
    })
    .from(absences)
    .innerJoin(users, eq(users.id, absences.userId))
    .innerJoin(standIn, eq(standIn.id, absences.standInId))
    .where(and(eq(absences.orgId, orgId), gte(absences.lastDay, today)))
    .orderBy(asc(absences.firstDay), asc(users.name), asc(absences.id));
}

export async function insertAbsence(
  tx: Tx,
  absence: Pick<Absence, "userId" | "standInId" | "firstDay" | "lastDay"> & { orgId: string },
): Promise<void> {
  await tx.insert(absences).values(absence);
}

export async function deleteAbsence(tx: Tx, absenceId: string): Promise<void> {
  await tx.delete(absences).where(eq(absences.id, absenceId));
}

/** Lets an absence that has begun end before that day. */
export async function endAbsenceBefore(tx: Tx, absenceId: string, day: string): Promise<void> {
  await tx
    .update(absences)
    .set({ lastDay: sql`${day}::date - 1` })
    .where(eq(absences.id, absenceId));
}
