import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { instantText } from "@/db/instant-text";
import { announce } from "@/lib/access/announce";
import { groupBy } from "@/lib/core/group-by";
import { addNotifications } from "./add-notifications";
import type { OutboxEvent } from "./outbox-event";
import { settleWaiting } from "./settle";
import { tellMentions, tellRejections, tellSilence } from "./tell-people";
import { tellRefusals } from "./tell-refusals";
import { findAbsence, tellWaiting } from "./tell-waiting";
import { findWaiting } from "./waiting";

/** Events taken at a time: a transaction of some tenths of a second. */
const BATCH = 200;

/**
 * Turns events that were recorded into notifications and mails, from the oldest, until none is left. An event
 * leaves the outbox in the transaction that tells it, so that it is told once, by whichever server takes it
 * first. What is no longer so when it is told (a bill that is approved by now, an error that is resolved) is not told:
 * people are not asked to look at what is over.
 * @returns how many events were taken
 */
export async function tellEvents(db: Db): Promise<number> {
  let taken = 0;
  for (;;) {
    const count = await db.transaction(tellBatch);
    taken += count;
    if (count < BATCH) return taken;
  }
}

async function tellBatch(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<OutboxEvent>(sql`
    with taken as (delete from event_outbox where event_id in (
        select event_id from event_outbox order by event_id limit ${BATCH} for update skip locked)
      returning event_id)
    select a.id::text, a.org_id as "orgId", a.subject, a.name, a.actor_id as "actorId", a.actor_name as "actorName",
      a.data, ${instantText("a.at")} as at
    from audit_events a where a.id in (select event_id from taken) order by a.id`);
  for (const [orgId, events] of groupBy(rows, (event) => event.orgId)) {
    const news = [
      ...(await tellWaiting(tx, orgId, events)),
      ...(await tellRejections(tx, orgId, events)),
      ...(await tellMentions(tx, orgId, events)),
      ...(await tellRefusals(tx, orgId, events)),
      ...(await tellSilence(tx, orgId, events)),
    ];
    const added = await addNotifications(tx, orgId, news);
    const concerned = findAbsence(events) ? undefined : events.map(({ subject }) => subject);
    const waiting = await findWaiting(tx, orgId, concerned);
    const settled = await settleWaiting(tx, orgId, waiting, concerned);
    if (added + settled > 0) await announce(tx, orgId);
  }
  return rows.length;
}
