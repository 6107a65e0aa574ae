import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { instantText } from "@/db/instant-text";
import type { BillState } from "@/lib/bills/bill-states";
import { type BrokenLinks, SHOWN } from "./broken-links";
import { STATES_TOLD } from "./states-told";
import { within } from "./within";

const MOVING = Object.fromEntries(Object.entries(STATES_TOLD).filter(([, states]) => states.length > 0));

interface UntoldBill extends Record<string, unknown> {
  subject: string;
  at: string;
  state: BillState;
  hasHistory: boolean;
  /** The last event that moved it; null where none did. */
  seq: number | null;
  name: keyof typeof STATES_TOLD | null;
}

const words = (state: BillState): string => state.replace("_", " ");

function faultOf({ state, hasHistory, seq, name }: UntoldBill): string {
  if (!hasHistory) return "the bill has no history at all";
  if (name === null) return `the bill is ${words(state)}, and its history does not say how`;
  const told = STATES_TOLD[name];
  return told.includes(state)
    ? "the bill was approved once, and its history does not say so"
    : `the bill is ${words(state)}, and event ${seq} (${name}) left it ${told.map(words).join(" or ")}`;
}

/** Bills that are in another state than their history left them in, or that have no history. */
export async function checkStates(db: Db, orgId: string | undefined, broken: BrokenLinks): Promise<void> {
  const { rows } = await db.execute<UntoldBill>(sql`
    select b.id as subject, b.state, last.seq, last.name,
      ${instantText("coalesce(last.at, b.created_at)")} as at,
      exists (select 1 from audit_events a where a.subject = b.id) as "hasHistory"
    from bills b left join lateral (
      select a.seq, a.name, a.at from audit_events a
      where a.subject = b.id and a.name = any(${sql.param(Object.keys(MOVING))}::text[])
      order by a.seq desc limit 1) last on true
    where ${within("b.org_id", orgId)} and (last.seq is null
      or not ${JSON.stringify(MOVING)}::jsonb->last.name ? b.state
      or (b.approved_at is not null and not exists (
        select 1 from audit_events a where a.subject = b.id and a.name in ('bill.approved', 'bill.imported'))))
    order by at limit ${SHOWN}`);
  broken.add(...rows.map((row) => ({ subject: row.subject, seq: row.seq, at: row.at, fault: faultOf(row) })));
}
