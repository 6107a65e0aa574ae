import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "@/lib/access/command";

/**
 * A text that changes whenever something of the organisation does, for pages that must ask. Whatever a
 * person does writes an event; whatever the Web Connector does touches its run: both have an index. Several of
 * the newest events, since one that was begun before another may be committed after it.
 */
export const readVersion = query({
  name: "live.follow",
  input: z.object({}),
  async run({ actor, db }): Promise<string> {
    const { rows } = await db.execute<{ version: string }>(sql`
      select md5(concat_ws('|',
        (select string_agg(a.id::text, ',' order by a.id) from (select id from audit_events where org_id = ${actor.orgId}
          order by at desc, id desc limit 20) a),
        (select max(n.created_at) from notifications n where n.user_id = ${actor.userId}),
        (select count(*) from notifications n where n.org_id = ${actor.orgId} and n.user_id = ${actor.userId}
          and n.read_at is null),
        (select string_agg(concat_ws(',', c.id, c.qwc_downloaded_at, c.last_contact_at, c.last_run_ended_at,
            c.first_pull_at, f.failures, r.id, r.state, r.last_call_at,
            r.written, r.refused, r.pulled), ';' order by c.id)
          from connections c
          left join lateral (select * from runs where connection_id = c.id order by started_at desc limit 1) r on true
          left join sign_in_failures f on f.key = 'account:web-connector:' || lower(c.username)
          where c.org_id = ${actor.orgId} and c.deleted_at is null))) as version`);
    return rows[0]?.version ?? "";
  },
});
