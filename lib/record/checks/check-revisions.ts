import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { instantText } from "@/db/instant-text";
import { canonicalJson } from "@/lib/core/canonical";
import { sha256 } from "@/lib/core/hash";
import { type BrokenLink, type BrokenLinks, SHOWN } from "./broken-links";
import { within } from "./within";

interface RevisionRow extends Record<string, unknown> {
  id: string;
  billId: string;
  number: number;
  content: unknown;
  hash: string;
  at: string;
}

/** Each has the lines of a whole bill, so fewer than events at once. */
const PAGE = 500;

/** Frozen bills whose content is not what their hash says. Gives how many were read. */
async function checkContents(db: Db, orgId: string | undefined, broken: BrokenLinks): Promise<number> {
  let read = 0;
  let last: string | undefined;
  while (true) {
    const { rows } = await db.execute<RevisionRow>(sql`
      select r.id, r.bill_id as "billId", r.number, r.content, r.hash, ${instantText("r.created_at")} as at
      from bill_revisions r join bills b on b.id = r.bill_id
      where ${within("b.org_id", orgId)} ${last ? sql`and r.id > ${last}` : sql``} order by r.id limit ${PAGE}`);
    for (const { billId, number, content, hash, at } of rows) {
      read += 1;
      if (sha256(canonicalJson(content)) === hash) continue;
      broken.add({ subject: billId, seq: null, at, fault: `revision ${number} was changed` });
    }
    if (rows.length < PAGE) return read;
    last = rows.at(-1)?.id;
  }
}

/** Frozen bills that no event names, and events that name one which is not there: under that hash or at all. */
async function checkNames(db: Db, orgId: string | undefined, broken: BrokenLinks): Promise<void> {
  const { rows } = await db.execute<BrokenLink & Record<string, unknown>>(sql`
    select coalesce(a.subject, r.bill_id) as subject, a.seq, ${instantText("coalesce(a.at, r.created_at)")} as at,
      case when r.id is null
        then 'event ' || a.seq || ' (' || a.name || ') names revision ' || coalesce(a.data->>'revision', '?')
          || ', and none has its hash'
        else 'no event names revision ' || r.number || ' with its hash' end as fault
    from (select r.* from bill_revisions r join bills b on b.id = r.bill_id where ${within("b.org_id", orgId)}) r
    full join (select * from audit_events
      where name in ('bill.submitted', 'bill.revised') and ${within("org_id", orgId)}) a
      on a.subject = r.bill_id and a.data->>'revisionHash' = r.hash and a.data->>'revision' = r.number::text
        and a.data->>'round' = r.round::text
    where r.id is null or a.id is null order by at limit ${SHOWN}`);
  broken.add(...rows);
}

/** The frozen bills against their own hashes, and these against the chains. Gives how many there are. */
export async function checkRevisions(
  db: Db,
  orgId: string | undefined,
  broken: BrokenLinks,
): Promise<{ revisions: number }> {
  const revisions = await checkContents(db, orgId, broken);
  await checkNames(db, orgId, broken);
  return { revisions };
}
