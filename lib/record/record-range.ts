import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "@/lib/access/command";
import { todayOf } from "@/lib/orgs/stand-ins";

/** From when the record is, in the organisation's days (YYYY-MM-DD), and how much there is of it. */
export const readRecordRange = query({
  name: "record.export",
  input: z.object({}),
  async run({ actor, db }) {
    const { rows } = await db.execute<{ firstDay: string; today: string; events: number }>(sql`
      select coalesce((select min(at)::date from audit_events where org_id = o.id), ${todayOf("o")})::text as "firstDay",
        ${todayOf("o")}::text as today,
        (select count(*)::int from audit_events where org_id = o.id) as events
      from organisations o where o.id = ${actor.orgId}`);
    return rows[0] ?? { firstDay: "", today: "", events: 0 };
  },
});
