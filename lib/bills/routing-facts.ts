import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import type { BillFacts } from "@/lib/approvals/conditions";
import type { GivenSignature } from "@/lib/approvals/decide";
import type { AskedApprover } from "@/lib/approvals/steps-in-force";
import { authorsOf } from "@/lib/orgs/bill-authors";
import { standInOf } from "@/lib/orgs/stand-ins";

/** A bill in approval with all that its routing looks at and has led to. */
export interface RoutedBill {
  id: string;
  vendor: string;
  invoiceNumber: string;
  facts: BillFacts;
  route: (AskedApprover & { reason: string; addedBy: string | null })[];
  signatures: GivenSignature[];
}

const idsOf = (column: string) =>
  sql.raw(
    `coalesce((select json_agg(distinct l.${column}) from bill_lines l where l.bill_id = b.id and l.${column} is not null), '[]'::json)`,
  );

const FACTS = sql`json_build_object('amount', b.home_amount::text, 'vendorId', coalesce(b.vendor_id::text, ''), 'enteredBy', b.entered_by, 'authorIds', to_json(${authorsOf("b")}),
  'accountIds', ${idsOf("account_id")}, 'itemIds', ${idsOf("item_id")}, 'classIds', ${idsOf("class_id")},
  'customerIds', ${idsOf("customer_id")})`;

/** What the rules look at in one bill. */
export async function getFacts(tx: Tx | Db, billId: string): Promise<BillFacts> {
  const { rows } = await tx.execute<{ facts: BillFacts }>(
    sql`select ${FACTS} as facts from bills b where b.id = ${billId}`,
  );
  const facts = rows[0]?.facts;
  if (!facts) throw new Error(`bill ${billId} is not there`);
  return facts;
}

/** The bills of an organisation that are in approval, or those of them that are named: one query. */
export async function getRoutedBills(
  tx: Tx | Db,
  orgId: string,
  billIds?: readonly string[],
): Promise<RoutedBill[]> {
  const { rows } = await tx.execute<{ bill: RoutedBill }>(sql`
    select json_build_object('id', b.id, 'vendor', coalesce(v.full_name, ''), 'invoiceNumber', b.invoice_number, 'facts', ${FACTS},
      'route', (select coalesce(json_agg(json_build_object('step', p.step, 'stage', p.stage, 'need', p.need, 'userId', p.user_id,
          'standInId', ${standInOf("b", "p.user_id")}, 'reason', p.reason, 'addedBy', p.added_by)
          order by p.step, p.user_id), '[]'::json)
        from bill_approvers p where p.bill_id = b.id and p.round = b.round),
      'signatures', (select coalesce(json_agg(json_build_object('userId', s.user_id, 'forUserId', s.for_user_id,
          'verdict', s.verdict, 'isOverride', s.is_override)), '[]'::json)
        from bill_signatures s where s.bill_id = b.id and s.round = b.round)) as bill
    from bills b left join vendors v on v.id = b.vendor_id
    where b.org_id = ${orgId} and b.state = 'in_approval'
      ${billIds ? sql`and b.id = any(${sql.param([...billIds])}::uuid[])` : sql``}
    order by b.id`);
  return rows.map((row) => row.bill);
}
