import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { instantText } from "@/db/instant-text";
import { type BrokenLink, type BrokenLinks, SHOWN } from "./broken-links";
import { within } from "./within";

/** Before signatures took their event's own instant they had the database's: its clock and the server's differ. */
const CLOCKS_APART = sql`interval '5 minutes'`;

/**
 * What a signature (s, on the revision r) and its event (a) say differently, in words; '' where nothing.
 * Compared as texts, because the event may have been tampered with to be no number at all. Events of
 * before `forUserId` tell less: what they are silent about is not held against the signature.
 */
const DIFFERENT: SQL = sql`concat_ws(', ',
  case when a.data->>'revisionHash' is distinct from s.hash or a.data->>'revision' is distinct from s.number::text
    then 'revision' end,
  case when coalesce(a.data->>'note', '') <> coalesce(s.note, '') then 'note' end,
  case when case when a.data ? 'step' then a.data->>'step' is distinct from s.step::text else a.data ? 'forUserId' end
    then 'step' end,
  case when case when a.data ? 'override' then a.data->>'override' is distinct from s.is_override::text
      else a.data ? 'forUserId' end
    then 'override' end,
  case when case when a.data ? 'forUserId' then a.data->>'forUserId' is distinct from s.for_user_id::text
      else a.name = 'bill.signed' and (a.data ? 'for') <> (s.for_user_id is not null) end
    then 'for whom' end,
  case when case when a.data ? 'forUserId' then a.at <> s.signed_at
      else s.signed_at not between a.at - ${CLOCKS_APART} and a.at + ${CLOCKS_APART} end
    then 'time' end)`;

/** Each signature against the event that tells of it, both ways. Gives how many signatures there are. */
export async function checkSignatures(
  db: Db,
  orgId: string | undefined,
  broken: BrokenLinks,
): Promise<{ signatures: number }> {
  const given = sql`(select s.*, r.hash, r.number, u.name as who from bill_signatures s
    join bills b on b.id = s.bill_id join bill_revisions r on r.id = s.revision_id join users u on u.id = s.user_id
    where ${within("b.org_id", orgId)})`;
  const { rows } = await db.execute<BrokenLink & Record<string, unknown>>(sql`
    select coalesce(a.subject, s.bill_id) as subject, a.seq, ${instantText("coalesce(a.at, s.signed_at)")} as at,
      case when s.id is null then 'event ' || a.seq || ' (' || a.name || ') has no signature'
        else 'the signature of ' || s.who || ' in round ' || s.round || case when a.id is null then ' is not in its chain'
          else ' is not as event ' || a.seq || ' (' || a.name || ') tells it: ' || ${DIFFERENT} end end as fault
    from ${given} s
    full join (select * from audit_events
      where name in ('bill.signed', 'bill.rejected') and ${within("org_id", orgId)}) a
      on a.subject = s.bill_id and a.actor_id = s.user_id and a.data->>'round' = s.round::text
        and a.name = case s.verdict when 'approved' then 'bill.signed' else 'bill.rejected' end
    where s.id is null or a.id is null or ${DIFFERENT} <> '' order by at limit ${SHOWN}`);
  broken.add(...rows);
  const { rows: counted } = await db.execute<{ signatures: number }>(sql`
    select count(*)::int as signatures from bill_signatures s join bills b on b.id = s.bill_id
    where ${within("b.org_id", orgId)}`);
  return { signatures: counted[0]?.signatures ?? 0 };
}
