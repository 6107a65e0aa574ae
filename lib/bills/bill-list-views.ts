import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { foreignCurrency } from "@/db/foreign-currency";
import type { QuickBooksBill } from "@/db/schema";
import { may } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import { type GivenSignature, waitingFor } from "@/lib/approvals/decide";
import { type AskedApprover, stepsInForce } from "@/lib/approvals/steps-in-force";
import { containing } from "@/lib/core/like-pattern";
import { standInOf } from "@/lib/orgs/stand-ins";
import { type BillState, TABS, type Tab } from "./bill-states";
import { diffQuickBooksBills } from "./quickbooks-diff";
import { SYNC_JOINS, SYNC_KIND, SYNC_KINDS, SYNC_STATUS, type SyncStatus, withoutError } from "./sync-status";
import { visibleTo, waitsFor } from "./visible-bills";

export const PAGE_SIZE = 50;

/** What a list may be sorted by. Text ignores case; an empty date stands last either way. */
const SORTS = {
  entered: "b.created_at",
  changed: "b.updated_at",
  vendor: "lower(v.full_name)",
  invoice: "lower(b.invoice_number)",
  date: "b.bill_date",
  due: "b.due_date",
  amount: "b.amount",
  open: "k.open_amount",
  state: "b.state",
} as const;
export type BillSort = keyof typeof SORTS;
export const BILL_SORTS = Object.keys(SORTS) as [BillSort, ...BillSort[]];

/** How each tab is sorted before anybody asks: what is due first; in the Archive what moved last. */
export const DEFAULT_SORTS: Record<Tab, { sort: BillSort; dir: "asc" | "desc" }> = {
  inbox: { sort: "entered", dir: "desc" },
  approvals: { sort: "due", dir: "asc" },
  payables: { sort: "due", dir: "asc" },
  archive: { sort: "changed", dir: "desc" },
};

/** A bill as a list shows it. Amounts are decimal strings, days YYYY-MM-DD. */
export interface BillRow {
  id: string;
  version: number;
  state: BillState;
  vendor: { id: string; name: string } | null;
  /** The company file it belongs to, by name. */
  companyFile: string;
  invoiceNumber: string;
  billDate: string | null;
  dueDate: string | null;
  amount: string;
  /** The vendor's currency by name, where it is not the company's own. */
  currency: string | null;
  enteredBy: string;
  /** It was entered in QuickBooks and taken over from there. */
  isImported: boolean;
  /** Whose verdict it waits for now, by name. */
  waitingFor: string[];
  waitsForMe: boolean;
  sync: SyncStatus;
  /** What QuickBooks says is still to be paid; null while it has said nothing. */
  openAmount: string | null;
  /** What payments of ours that wait for QuickBooks will settle of it. */
  paying: string | null;
  /** It is ordered to be voided or deleted in QuickBooks. */
  isLeaving: boolean;
  /** QuickBooks has something else than what was approved. */
  changedInQuickBooks: boolean;
}

export interface BillList {
  rows: BillRow[];
  /** Of all that fit, not of this page. */
  total: number;
  sum: string;
  openSum: string;
  /** The name of the vendor that is filtered by. */
  vendorName: string | null;
}

const listInput = z.object({
  tab: z.enum(Object.keys(TABS) as [Tab, ...Tab[]]),
  q: z.string().trim().max(100).default(""),
  sort: z.enum(BILL_SORTS).optional(),
  dir: z.enum(["asc", "desc"]).optional(),
  page: z.number().int().min(1).max(10_000).default(1),
  /** Only those that wait for the actor's own verdict. */
  mine: z.boolean().default(false),
  /** Only those of this company file. */
  connectionId: z.uuid().optional(),
  vendorId: z.uuid().optional(),
  sync: z.enum(SYNC_KINDS).optional(),
});

/** Every word must occur in the vendor's name, the invoice number, the memo or the amount. */
function search(q: string): SQL {
  const conditions = q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => {
      const like = containing(word);
      const amount = `${word.replace(/[$,]/g, "").replace(/[\\%_]/g, "")}%`;
      return sql`and (b.invoice_number ilike ${like} or v.full_name ilike ${like} or b.memo ilike ${like}
        or (${amount} <> '%' and b.amount::text like ${amount}))`;
    });
  return sql.join(conditions, sql` `);
}

type Asked = AskedApprover & { name: string; standInName: string | null };
type RawRow = Omit<BillRow, "waitingFor" | "changedInQuickBooks"> & {
  asked: Asked[];
  signed: Pick<GivenSignature, "userId" | "forUserId" | "verdict">[];
  differing: { written: QuickBooksBill; current: QuickBooksBill } | null;
};

function rowOf({ asked, signed, differing, ...row }: RawRow): BillRow {
  const names = new Map(asked.map(({ userId, name }) => [userId, name]));
  for (const { standInId, standInName } of asked) if (standInId) names.set(standInId, standInName ?? "");
  return {
    ...row,
    waitingFor: waitingFor(stepsInForce(asked), signed).map(({ userId }) => names.get(userId) ?? ""),
    // The stored texts differ when a record was only renamed there; the comparison looks at identities.
    changedInQuickBooks:
      differing !== null && diffQuickBooksBills(differing.written, differing.current).length > 0,
  };
}

/** Sums are in the company's own currency, at the rate of each bill. */
const RATE = sql.raw("coalesce(b.exchange_rate, (k.current->>'exchangeRate')::numeric, 1)");

/**
 * One page of a tab, with the count and the sum of all that fit: two statements whatever the page holds.
 * An Approver without another role finds only bills that asked for a verdict of theirs or that they entered.
 */
export const listBills = query({
  name: "bill.list",
  input: listInput,
  async run({ actor, db }, input): Promise<BillList> {
    const sort = input.sort ?? DEFAULT_SORTS[input.tab].sort;
    const dir = input.dir ?? (input.sort ? "asc" : DEFAULT_SORTS[input.tab].dir);
    const mine = waitsFor(actor.userId);
    const from = sql`from bills b left join vendors v on v.id = b.vendor_id ${SYNC_JOINS}
      where ${visibleTo(actor)} and b.state = any(${sql.param([...TABS[input.tab]])}::text[])
      ${search(input.q)}
      ${input.mine ? sql`and ${mine}` : sql``}
      ${input.connectionId ? sql`and b.connection_id = ${input.connectionId}` : sql``}
      ${input.vendorId ? sql`and b.vendor_id = ${input.vendorId}` : sql``}
      ${input.sync ? sql`and ${SYNC_KIND} = ${input.sync}` : sql``}`;
    const page = db.execute<{ row: RawRow }>(sql`
      select json_build_object('id', b.id, 'version', b.version, 'state', b.state,
        'vendor', case when v.id is null then null else json_build_object('id', v.id, 'name', v.full_name) end,
        'companyFile', coalesce(file.company_name, file.name), 'invoiceNumber', b.invoice_number, 'billDate', b.bill_date, 'dueDate', b.due_date, 'amount', b.amount::text,
        'currency', ${foreignCurrency("v", "file")},
        'enteredBy', coalesce(u.name, 'QuickBooks'), 'isImported', u.id is null, 'waitsForMe', ${mine}, 'sync', ${SYNC_STATUS}, 'openAmount', k.open_amount::text,
        'paying', (select sum(a.amount + a.discount_amount + coalesce((
            select sum(c.amount) from payment_credits c where c.application_id = a.id), 0))::numeric(15, 2)::text
          from payment_applications a join payments p on p.id = a.payment_id
          where a.bill_id = b.id and p.state = 'waiting'),
        'isLeaving', b.removal is not null,
        'asked', case when b.state <> 'in_approval' then '[]'::json else (
          select coalesce(json_agg(json_build_object('step', p.step, 'stage', p.stage, 'need', p.need, 'userId', p.user_id,
                   'name', w.name, 'standInId', deputy.id, 'standInName', deputy.name) order by p.step, w.name), '[]'::json)
          from bill_approvers p join users w on w.id = p.user_id
          left join users deputy on deputy.id = ${standInOf("b", "p.user_id")} where p.bill_id = b.id and p.round = b.round) end,
        'signed', case when b.state <> 'in_approval' then '[]'::json else (
          select coalesce(json_agg(json_build_object('userId', s.user_id, 'forUserId', s.for_user_id, 'verdict', s.verdict)), '[]'::json)
          from bill_signatures s where s.bill_id = b.id and s.round = b.round) end,
        'differing', case when k.written is distinct from k.current and k.written is not null and k.current is not null
          then json_build_object('written', k.written, 'current', k.current) end) as row
      from (select b.id, row_number() over (order by ${sql.raw(SORTS[sort])} ${sql.raw(dir)} nulls last, b.created_at, b.id) as place
            ${from} order by place limit ${PAGE_SIZE} offset ${(input.page - 1) * PAGE_SIZE}) chosen
      join bills b on b.id = chosen.id join connections file on file.id = b.connection_id
      left join users u on u.id = b.entered_by left join vendors v on v.id = b.vendor_id ${SYNC_JOINS}
      order by chosen.place`);
    const totals = db.execute<{ total: number; sum: string; openSum: string; vendorName: string | null }>(sql`
      select count(*)::int as total, coalesce(sum(b.amount * ${RATE}), 0)::numeric(18, 2)::text as sum,
        coalesce(sum(coalesce(k.open_amount, b.amount) * ${RATE}), 0)::numeric(18, 2)::text as "openSum",
        ${input.vendorId ? sql`max(v.full_name)` : sql`null`} as "vendorName" ${from}`);
    const [{ rows }, counted] = await Promise.all([page, totals]);
    const showsErrors = may(actor, "sync-error.read");
    return {
      ...(counted.rows[0] ?? { total: 0, sum: "0.00", openSum: "0.00", vendorName: null }),
      rows: rows
        .map(({ row }) => rowOf(row))
        .map((row) => (showsErrors ? row : { ...row, sync: withoutError(row.sync) })),
    };
  },
});
