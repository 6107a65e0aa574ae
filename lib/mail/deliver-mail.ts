import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { Db } from "@/db/client";
import { log } from "@/lib/core/log";
import { smtpOptions } from "./smtp-options";
import { isRefusedForGood, isServersTrouble, reasonOf } from "./smtp-troubles";

/** Minutes until the next attempt, after the first failure, the second, …: a day and half an hour in all. */
const PAUSES = [1, 5, 30, 120, 240, 480, 600];

/** Mails that one server sends at the same time. */
const LANES = 3;

/** Longer than one mail can take: eight answers, each waited for a minute at most (smtp-options.ts). */
const CLAIM_MINUTES = 10;

/** What the database is asked again for, when it was away at the moment at which a mail had gone. */
const NOTING_PAUSES_MS = [100, 400, 1_500, 5_000];

/** Its type, and not an interface, because a row of `execute` is a record. */
type ClaimedMail = {
  id: string;
  recipient: string;
  subject: string;
  text: string | null;
  html: string | null;
  attempts: number;
};

interface Delivery {
  db: Db;
  /** SMTP_URL and MAIL_FROM. */
  smtpUrl: string;
  from: string;
  /** Whether the server is shutting down: no further mail is begun. */
  isStopping?: () => boolean;
}

/**
 * Sends the mail that is due, from the oldest, until there is none or the mail server cannot be reached.
 *
 * A mail is sent once. Whoever claims it (skip locked, so that servers take different ones) commits the claim
 * before the first byte goes out, and holds it for longer than SMTP can take; the outcome is written after the
 * mail server's last word. A refusal and a line that dropped before that word leave it due again, later each
 * time, and after a day it has failed: that is shown to the Admin. What is refused for good fails at once.
 *
 * What SMTP leaves open: a mail server may take a mail and die, or lose the line, before it has said so, and this
 * process may die between its word and our note of it. Then the mail goes again, because a lost one is
 * worse; it bears the same Message-ID, by which mailboxes and mail programs fold the two into one.
 *
 * The text of a mail that has gone, or has failed, is wiped: it may hold a link that lets somebody in.
 */
export async function deliverMail({ db, smtpUrl, from, isStopping = () => false }: Delivery) {
  const told = { sent: 0, postponed: 0, failed: 0 };
  const first = isStopping() ? undefined : await claim(db);
  if (!first) return told;
  const transport = createTransport(smtpOptions(smtpUrl));
  let isAway = false;

  const lane = async (begun?: ClaimedMail) => {
    for (let mail = begun; ; mail = undefined) {
      if (!mail && (isAway || isStopping())) return;
      mail ??= await claim(db);
      if (!mail) return;
      try {
        await transport.sendMail(envelopeOf(mail, from));
      } catch (error) {
        isAway ||= isServersTrouble(error);
        told[await noteTrouble(db, mail, error)] += 1;
        continue;
      }
      await noteSent(db, mail);
      told.sent += 1;
    }
  };
  try {
    await Promise.all([lane(first), ...Array.from({ length: LANES - 1 }, () => lane())]);
  } finally {
    transport.close();
  }
  return told;
}

async function claim(db: Db): Promise<ClaimedMail | undefined> {
  const { rows } = await db.execute<ClaimedMail>(sql`
    update mails set attempts = attempts + 1, due_at = now() + make_interval(mins => ${CLAIM_MINUTES})
    where id = (select id from mails where state = 'waiting' and due_at <= now()
      order by due_at limit 1 for update skip locked)
    returning id, recipient, subject, text, html, attempts`);
  return rows[0];
}

function envelopeOf({ id, recipient, subject, text, html }: ClaimedMail, from: string) {
  return {
    from,
    // As an object: an address is never read as a list of them.
    to: { name: "", address: recipient },
    subject,
    text: text ?? "",
    ...(html ? { html } : {}),
    messageId: `<${id}@${/@([a-z0-9.-]+)/i.exec(from)?.[1] ?? "countersign"}>`,
    // Out-of-office programs do not answer what says so.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function noteSent(db: Db, { id }: ClaimedMail): Promise<void> {
  for (const wait of [...NOTING_PAUSES_MS, undefined]) {
    try {
      await db.execute(sql`update mails set state = 'sent', sent_at = now(), text = null, html = null, last_error = null
        where id = ${id} and state = 'waiting'`);
      return;
    } catch (error) {
      if (wait === undefined) throw error;
      await pause(wait);
    }
  }
}

async function noteTrouble(db: Db, mail: ClaimedMail, error: unknown): Promise<"postponed" | "failed"> {
  const minutes = isRefusedForGood(error) ? undefined : PAUSES[mail.attempts - 1];
  const reason = reasonOf(error);
  log.warn({ mail: mail.id, attempt: mail.attempts, reason }, "a mail could not be sent");
  await db.execute(
    minutes === undefined
      ? sql`update mails set state = 'failed', last_error = ${reason}, text = null, html = null
          where id = ${mail.id} and state = 'waiting'`
      : sql`update mails set due_at = now() + make_interval(mins => ${minutes}), last_error = ${reason}
          where id = ${mail.id} and state = 'waiting'`,
  );
  return minutes === undefined ? "failed" : "postponed";
}
