import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { groupBy } from "@/lib/core/group-by";
import { enqueueMail } from "@/lib/mail/enqueue-mail";
import { type Line, listMail } from "./mail-text";

type Unmailed = Line & { userId: string; email: string; organisation: string };

/**
 * One mail to each person about all that waits to be mailed to them and is unread. Whatever waited counts as
 * mailed afterwards, so that nothing is in two digests.
 * @param day YYYY-MM-DD in the organisation's time zone: nobody gets two digests of one day
 */
export async function sendDigests(tx: Tx, orgId: string, day: string): Promise<void> {
  const { rows } = await tx.execute<Unmailed>(sql`
    with waiting as (
      update notifications set mailed_at = now() where org_id = ${orgId} and mailed_at is null
      returning user_id, kind, data, created_at, read_at)
    select n.user_id as "userId", n.kind, n.data as told, u.email, o.name as organisation
    from waiting n join users u on u.id = n.user_id join organisations o on o.id = ${orgId}
    join memberships m on m.org_id = ${orgId} and m.user_id = n.user_id and m.is_active and m.mail <> 'none'
    where n.read_at is null order by n.created_at`);
  const people = groupBy(rows, ({ userId }) => userId);
  await enqueueMail(
    tx,
    [...people].flatMap(([userId, lines]) => {
      const [first] = lines;
      if (!first) return [];
      const { email: recipient, organisation } = first;
      return {
        orgId,
        cause: `digest:${orgId}:${userId}:${day}`,
        recipient,
        ...listMail(lines, organisation),
      };
    }),
  );
}
