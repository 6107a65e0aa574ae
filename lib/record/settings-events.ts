import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { EventName } from "@/lib/audit/record";
import { HASHED_EVENT, type HashedEvent, type ProvenEntry, proven } from "./proven-entry";
import { type Days, writtenIn } from "./written-in";

type Area<Name extends EventName = EventName> = Name extends `${infer First}.${string}` ? First : never;

/** What the settings consist of: the first word of their events' names. Entries of lists are none of them. */
export const SETTINGS_AREAS = [
  ...(["workflow", "group", "absence", "member", "organisation"] as const),
  ...(["connection", "record"] as const),
] as const satisfies readonly Area[];

export type SettingsArea = (typeof SETTINGS_AREAS)[number];

/**
 * The events (alias `a`) in the organisation's own chain that tell of its settings, of all areas or one. That a
 * bill's record was taken out stands in the bill's chain.
 */
export const settingsEvents = (orgId: string, area?: SettingsArea): SQL => sql`
  a.subject = ${orgId} and a.org_id = ${orgId}
  and split_part(a.name, '.', 1) = any(${sql.param(area ? [area] : [...SETTINGS_AREAS])}::text[])`;

/** Events read at once: the memory of an export is bounded by it. */
const PAGE = 500;

/** What changed in the settings in these days, a page at a time, in the order of the chain. */
export async function* settingsIn(db: Db | Tx, orgId: string, days: Days): AsyncGenerator<ProvenEntry[]> {
  let after = 0;
  while (true) {
    const { rows } = await db.execute<{ event: HashedEvent }>(sql`
      select ${HASHED_EVENT} as event from audit_events a
      where ${settingsEvents(orgId)} and ${writtenIn(days)} and a.seq > ${after} order by a.seq limit ${PAGE}`);
    if (rows.length > 0) yield rows.map(({ event }) => proven(event, null));
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.event.seq;
  }
}
