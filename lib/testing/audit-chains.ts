import { asc } from "drizzle-orm";
import type { Db } from "@/db/client";
import { auditEvents } from "@/db/schema";
import { CHAIN_START, eventHash, type NewEvent } from "@/lib/audit/record";

/**
 * Follows every chain of events from its start.
 * @returns what is wrong with them: a gap, a link that does not hold, a hash that is not its event's
 */
export async function brokenChains(db: Db): Promise<string[]> {
  const rows = await db.select().from(auditEvents).orderBy(asc(auditEvents.subject), asc(auditEvents.seq));
  const heads = new Map<string, { seq: number; hash: string }>();
  const faults: string[] = [];
  for (const row of rows) {
    const head = heads.get(row.subject) ?? { seq: 0, hash: CHAIN_START };
    const where = `${row.subject} ${row.seq} (${row.name})`;
    if (row.seq !== head.seq + 1) faults.push(`${where}: follows ${head.seq}`);
    if (row.previousHash !== head.hash) faults.push(`${where}: does not link to the event before`);
    const event = row as Omit<typeof row, "name" | "data"> & Pick<NewEvent, "name" | "data">;
    if (eventHash({ ...event, at: row.at.toISOString() }) !== row.hash)
      faults.push(`${where}: has another hash`);
    heads.set(row.subject, { seq: row.seq, hash: row.hash });
  }
  return faults;
}
