import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "@/lib/access/command";
import type { TimelineEntry } from "@/lib/bills/tell-event";
import { HASHED_EVENT, type HashedEvent, proven } from "./proven-entry";
import { SETTINGS_AREAS, settingsEvents } from "./settings-events";

export const CHANGES_PAGE = 25;

/** What changed in the settings, the newest first, of all areas or one. */
export const listSettingsChanges = query({
  name: "record.export",
  input: z.object({
    area: z.enum(SETTINGS_AREAS).optional(),
    page: z.number().int().min(1).max(10_000).default(1),
  }),
  async run({ actor, db }, { area, page }): Promise<{ changes: TimelineEntry[]; total: number }> {
    const from = sql`from audit_events a where ${settingsEvents(actor.orgId, area)}`;
    const [listed, counted] = await Promise.all([
      db.execute<{ event: HashedEvent }>(sql`
        select ${HASHED_EVENT} as event ${from}
        order by a.seq desc limit ${CHANGES_PAGE} offset ${(page - 1) * CHANGES_PAGE}`),
      db.execute<{ total: number }>(sql`select count(*)::int as total ${from}`),
    ]);
    return {
      changes: listed.rows.map(({ event }) => proven(event, null)),
      total: counted.rows[0]?.total ?? 0,
    };
  },
});
