import { sql } from "drizzle-orm";
import type { Db } from "@/db/client";
import { instantText } from "@/db/instant-text";
import { type BillContent, diffContent, getContents, type Named } from "@/lib/bills/bill-content";
import type { BrokenLinks } from "./broken-links";
import { within } from "./within";

interface FrozenBill extends Record<string, unknown> {
  billId: string;
  number: number;
  content: BillContent;
  at: string;
}

/** Each has the lines of a whole bill, twice. */
const PAGE = 500;

/** What QuickBooks merged, and into what: bills follow it, and what was signed goes on naming the first. */
async function mergedEntries(db: Db, orgId: string | undefined): Promise<Map<string, string>> {
  const tables = ["vendors", "accounts", "items", "classes", "customers", "terms"].map(
    (
      table,
    ) => sql`select e.id, e.merged_into from ${sql.raw(table)} e join connections n on n.id = e.connection_id
      where e.merged_into is not null and ${within("n.org_id", orgId)}`,
  );
  const { rows } = await db.execute<{ id: string; merged_into: string }>(sql.join(tables, sql` union all `));
  return new Map(rows.map((row) => [row.id, row.merged_into]));
}

/** A frozen bill as it reads today: with what its entries were merged into. Documents are held by their own events. */
function asOfToday(content: BillContent, merged: Map<string, string>): BillContent {
  const follow = (entry: Named | null): Named | null => {
    if (!entry) return null;
    let { id } = entry;
    // No longer than there are merges: a damaged table may go round in a circle.
    for (let left = merged.size; left > 0 && merged.has(id); left -= 1) id = merged.get(id) ?? id;
    return { ...entry, id };
  };
  const { documents: _, ...rest } = content;
  return {
    ...rest,
    ...{ vendor: follow(content.vendor), terms: follow(content.terms), apAccount: follow(content.apAccount) },
    lines: content.lines.map((line) => ({
      ...line,
      ...{ account: follow(line.account), item: follow(line.item) },
      ...{ class: follow(line.class), customer: follow(line.customer) },
    })),
  };
}

/**
 * Bills in approval, approved or paid that are not as their last revision says: what is asked for and what
 * goes to QuickBooks is what is signed. Entries are told apart by what they are, not by their names.
 */
export async function checkLiveBills(db: Db, orgId: string | undefined, broken: BrokenLinks): Promise<void> {
  const merged = await mergedEntries(db, orgId);
  let last: string | undefined;
  while (true) {
    const { rows } = await db.execute<FrozenBill>(sql`
      select b.id as "billId", r.number, r.content, ${instantText("b.updated_at")} as at
      from bills b join lateral (select number, content from bill_revisions where bill_id = b.id
        order by number desc limit 1) r on true
      where b.state in ('in_approval', 'approved', 'paid') and ${within("b.org_id", orgId)}
        ${last ? sql`and b.id > ${last}` : sql``} order by b.id limit ${PAGE}`);
    const live = await getContents(
      db,
      rows.map(({ billId }) => billId),
    );
    for (const { billId, number, content, at } of rows) {
      const now = live.get(billId);
      // Frozen content that has no lines was tampered with, and is told of by its hash.
      if (!now || !Array.isArray(content.lines)) continue;
      const { documents: _, ...standing } = now;
      const fields = diffContent(asOfToday(content, merged), standing).map(({ field }) => field);
      if (fields.length === 0) continue;
      const fault = `the bill is not as revision ${number} says: ${fields.join(", ")}`;
      broken.add({ subject: billId, seq: null, at, fault });
    }
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.billId;
  }
}
