import { sql } from "drizzle-orm";
import { type Db, db } from "@/db/client";
import { env } from "@/lib/core/env";
import { purgeUploads } from "@/lib/documents/purge-uploads";
import { deliverMail } from "@/lib/mail/deliver-mail";
import { doChores } from "./do-chores";
import { tellEvents } from "./tell-events";

/** Whether there are events to tell: most rounds find none, and then need no transaction. */
async function hasEvents(db: Db): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from event_outbox limit 1`);
  return rows.length > 0;
}

/** Tells what has happened; does the chores that are due, and clears uploads away, when `withChores`. */
export async function tellRound(db: Db, now: Date, withChores: boolean): Promise<void> {
  if (withChores) await doChores(db, now);
  if (await hasEvents(db)) await tellEvents(db);
  // Last: a file store that does not answer keeps nobody from being told.
  if (withChores) await purgeUploads(db, now);
}

/** Sends the mail that is due; nothing without a mail server. */
export async function mailRound(db: Db, isStopping: () => boolean): Promise<void> {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = env();
  if (smtpUrl) await deliverMail({ db, smtpUrl, from, isStopping });
}

/** One round of the server's own work, for whoever calls instead of keeping a server running. */
export async function tick(now: Date): Promise<void> {
  await tellRound(db(), now, true);
  await mailRound(db(), () => false);
}
