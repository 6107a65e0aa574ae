import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "@/lib/access/command";

/** A company file that bills belong to. */
export interface BillCompanyFile {
  id: string;
  name: string;
  /** It was disconnected: its bills stay, none can be entered. */
  isDisconnected: boolean;
}

/** The company files of which the lists may show bills, by name: those connected, and those whose bills stayed. */
export const listBillCompanyFiles = query({
  name: "bill.list",
  input: z.object({}),
  async run({ actor, db }): Promise<BillCompanyFile[]> {
    const { rows } = await db.execute<{ file: BillCompanyFile }>(sql`
      select json_build_object('id', c.id, 'name', coalesce(c.company_name, c.name),
        'isDisconnected', c.deleted_at is not null) as file
      from connections c
      where c.org_id = ${actor.orgId}
        and (c.deleted_at is null or exists (select 1 from bills b where b.connection_id = c.id))
      order by lower(coalesce(c.company_name, c.name)), c.id`);
    return rows.map(({ file }) => file);
  },
});

/** The company file of the bill that this person entered last, which the next is probably for; null before the first. */
export const readLastCompanyFile = query({
  name: "bill.save",
  input: z.object({}),
  async run({ actor, db }): Promise<string | null> {
    const { rows } = await db.execute<{ id: string }>(sql`
      select b.connection_id as id from bills b join connections c on c.id = b.connection_id and c.deleted_at is null
      where b.org_id = ${actor.orgId} and b.entered_by = ${actor.userId} order by b.created_at desc limit 1`);
    return rows[0]?.id ?? null;
  },
});
