import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { AppError } from "@/lib/core/errors";
import type { BillInput } from "./bill-input";

/** Every record that a bill names must be of its own company file: another tenant's id is "not found". */
export async function assertReferences(tx: Tx, input: BillInput): Promise<void> {
  const wanted = [
    ["vendors", input.vendorId],
    ["terms", input.termsId],
    ["accounts", input.apAccountId],
    ...input.lines.flatMap((line) => [
      ["accounts", line.accountId],
      ["items", line.itemId],
      ["classes", line.classId],
      ["customers", line.customerId],
    ]),
  ].filter(([, id]) => id !== null);
  const rows = JSON.stringify(wanted.map(([list, id]) => ({ list, id })));
  const missing = await tx.execute(sql`
    select 1 from json_to_recordset(${rows}::json) as x(list text, id uuid)
    where not exists (
      select 1 from vendors r where x.list = 'vendors' and r.id = x.id and r.connection_id = ${input.connectionId}
      union all select 1 from terms r where x.list = 'terms' and r.id = x.id and r.connection_id = ${input.connectionId}
      union all select 1 from accounts r where x.list = 'accounts' and r.id = x.id and r.connection_id = ${input.connectionId}
      union all select 1 from items r where x.list = 'items' and r.id = x.id and r.connection_id = ${input.connectionId}
      union all select 1 from classes r where x.list = 'classes' and r.id = x.id and r.connection_id = ${input.connectionId}
      union all select 1 from customers r where x.list = 'customers' and r.id = x.id and r.connection_id = ${input.connectionId})
    limit 1`);
  if (missing.rows.length > 0) throw new AppError("not-found");
}
