import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { canSendMail, enqueueMail, type NewMail } from "@/lib/mail/enqueue-mail";
import type { Kind, Told } from "./kinds";
import { type Line, mailOf } from "./mail-text";

export interface NewNotification {
  userId: string;
  kind: Kind;
  billId: string | null;
  /** With the person and the kind, its identity: the same is not told twice, but of a bill that waits again. */
  cause: string;
  told: Told;
  at: Date;
  /** The person has done it themselves: it is listed as read, and no mail goes out. */
  isKnown?: boolean;
}

/** Its type, and not an interface, because a row of `execute` is a record. */
type MadeNotification = Line & {
  id: string;
  userId: string;
  email: string;
  organisation: string;
  /** Wants a mail of its own. */
  isMailed: boolean;
};

/**
 * Tells people, in one statement, and writes the mails in the same transaction. Whoever has left is not told;
 * what somebody was told before is not told again.
 * @returns how many were made
 */
export async function addNotifications(tx: Tx, orgId: string, news: NewNotification[]): Promise<number> {
  if (news.length === 0) return 0;
  const { rows } = await tx.execute<MadeNotification>(sql`
    with made as (
      insert into notifications (org_id, user_id, kind, bill_id, cause, data, created_at, read_at, mailed_at)
      select ${orgId}, m.user_id, x.kind, x."billId", x.cause, x.told, x.at,
        case when x."isKnown" then now() end,
        case when x."isKnown" or m.mail <> 'digest' or not ${canSendMail()} then now() end
      from json_to_recordset(${JSON.stringify(news)}::json)
        as x("userId" uuid, kind text, "billId" uuid, cause text, told jsonb, at timestamptz, "isKnown" boolean)
      join memberships m on m.org_id = ${orgId} and m.user_id = x."userId" and m.is_active
      -- In one order, so that two servers that tell the same people wait for each other instead of blocking each other.
      order by m.user_id, x.kind, x.cause
      on conflict do nothing
      returning id, user_id, kind, data, read_at)
    select made.id, made.user_id as "userId", made.kind, made.data as told, u.email, o.name as organisation,
      made.read_at is null and m.mail = 'at-once' as "isMailed"
    from made join users u on u.id = made.user_id join organisations o on o.id = ${orgId}
    join memberships m on m.org_id = ${orgId} and m.user_id = made.user_id
    order by made.id`);
  await enqueueMail(tx, mailsAtOnce(orgId, rows));
  return rows.length;
}

/** One mail each, to those who want them at once. */
const mailsAtOnce = (orgId: string, rows: MadeNotification[]): NewMail[] =>
  rows
    .filter(({ isMailed }) => isMailed)
    .map((each) => ({
      ...{ orgId, cause: `notification:${each.id}`, recipient: each.email },
      ...mailOf(each, each.organisation),
    }));
