import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { instantText } from "@/db/instant-text";
import { announce } from "@/lib/access/announce";
import { zoneOf } from "@/lib/orgs/stand-ins";
import { purgeHistories } from "@/lib/quickbooks/connections/purge-history";
import { claimChore } from "./chores";
import { purgeTold } from "./purge-told";
import { recordSilence } from "./record-silence";
import { remind } from "./remind";
import { sendDigests } from "./send-digests";
import { settleTroubles, settleWaiting } from "./settle";
import { findWaiting } from "./waiting";

const MINUTE_MS = 60_000;

/** The hour at which people are reminded and get their digest, in their organisation's time zone. */
const MORNING_HOUR = 7;

type Due = {
  orgId: string;
  day: string;
  morning: string;
  isNew: boolean;
  isMorning: boolean;
  isWatch: boolean;
};

/**
 * What nobody asks for, for every organisation for which it is due: every minute whether a Web Connector
 * has gone silent or a trouble is over; every morning reminders and digests, and clearing away. Each is claimed in its
 * own transaction, so that one server does it.
 */
export async function doChores(db: Db, now: Date): Promise<void> {
  for (const due of await findDue(db, now)) {
    if (due.isWatch) await watch(db, due.orgId, now);
    // Outside its transaction: nobody waits for what is cleared away.
    if ((due.isMorning || due.isNew) && (await beginDay(db, due, now))) {
      await purgeTold(db, due.orgId, now);
      await purgeHistories(db, due.orgId, now);
    }
  }
}

async function findDue(db: Db, now: Date): Promise<Due[]> {
  const zone = zoneOf("o");
  const at = sql`${now.toISOString()}::timestamptz`;
  // The last morning that has begun: yesterday's, before seven.
  const morning = sql`(date_trunc('day', (${at} at time zone ${zone}) - make_interval(hours => ${MORNING_HOUR}))
    + make_interval(hours => ${MORNING_HOUR}))`;
  const { rows } = await db.execute<Due>(sql`
    select * from (
      select o.id as "orgId", to_char(${morning}, 'YYYY-MM-DD') as day,
        ${instantText(sql`(${morning} at time zone ${zone})`)} as morning,
        m.done_at is null as "isNew", coalesce(m.done_at < ${morning} at time zone ${zone}, false) as "isMorning",
        coalesce(w.done_at < ${at} - make_interval(secs => ${MINUTE_MS / 1000}), true) as "isWatch"
      from organisations o
      left join chores m on m.org_id = o.id and m.name = 'morning'
      left join chores w on w.org_id = o.id and w.name = 'watch') due
    where "isNew" or "isMorning" or "isWatch"`);
  return rows;
}

async function watch(db: Db, orgId: string, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const doneBefore = new Date(now.getTime() - MINUTE_MS);
    if (!(await claimChore(tx, orgId, "watch", { doneBefore, now }))) return;
    await recordSilence(tx, orgId, now);
    if ((await settleTroubles(tx, orgId)) > 0) await announce(tx, orgId);
  });
}

/**
 * Reminders and digests. An organisation that is new waits for its first morning: nothing has had the time to wait.
 * @returns whether this server did it
 */
async function beginDay(db: Db, { orgId, day, morning, isNew }: Due, now: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    const isMine = await claimChore(tx, orgId, "morning", { doneBefore: new Date(morning), now });
    if (!isMine || isNew) return false;
    const waiting = await findWaiting(tx, orgId);
    // An absence begins and ends by date: no event says for whom bills have ceased to wait.
    await settleWaiting(tx, orgId, waiting);
    await remind(tx, orgId, { waiting, now });
    await sendDigests(tx, orgId, day);
    await announce(tx, orgId);
    return true;
  });
}
