import { sql } from "drizzle-orm";
import { fullName } from "@/e2e/quickbooks/company/references";
import type { ListEntry, ListKind } from "@/e2e/quickbooks/company/state";
import { groupBy } from "@/lib/core/group-by";
import type { Office } from "@/lib/testing/office";

/** The lists by the table that keeps what QuickBooks has. */
const LISTS = {
  accounts: "Account",
  terms: "Terms",
  classes: "Class",
  customers: "Customer",
  vendors: "Vendor",
  items: "Item",
} as const satisfies Record<string, ListKind>;

type Row = {
  id: string;
  listId: string | null;
  fullName: string;
  isActive: boolean;
  job: string | null;
  isTold: boolean;
};

/** The entries of a list that stand here, with the last job of each. */
async function entriesHere(office: Office, table: string): Promise<Row[]> {
  const { rows } = await office.database.db.execute<Row>(sql`
    select e.id, e.list_id as "listId", e.full_name as "fullName", e.is_active as "isActive", j.state as job,
      j.blocked_reason is not null or exists (
        select 1 from sync_errors s where s.job_id = j.id and s.resolved_at is null) as "isTold"
    from ${sql.identifier(table)} e
    left join lateral (select * from jobs where subject_id = e.id order by seq desc limit 1) j on true
    where e.connection_id = ${office.connectionId} and e.deleted_at is null order by e.full_name`);
  return rows;
}

/** Names are told apart without regard to case. */
const doubled = (names: string[]): string[] =>
  [...groupBy(names, (name) => name.toLowerCase())].flatMap(([name, all]) => (all.length > 1 ? [name] : []));

function checkEntry(office: Office, row: Row, there: Record<string, ListEntry>): string[] {
  if (row.listId === null) {
    // Entered here: never sent, or held back in words.
    return row.job === null || row.job === "withdrawn" || row.isTold
      ? []
      : [`${row.fullName}: not in QuickBooks, and its job is ${row.job}`];
  }
  const entry = there[row.listId];
  if (!entry) return [`${row.fullName}: here as ${row.listId}, not there`];
  const name = fullName(office.company.state, entry);
  return [
    ...(row.fullName === name ? [] : [`${row.fullName}: called ${name} there`]),
    ...(row.isActive === entry.isActive
      ? []
      : [`${name}: ${row.isActive ? "active here" : "inactive here"} alone`]),
  ];
}

/** What a vendor's change was to bring, wherever one was sent. */
async function checkVendorFields(office: Office): Promise<string[]> {
  const { rows } = await office.database.db.execute<{
    listId: string;
    name: string;
    phone: string | null;
    isPending: boolean;
    job: string | null;
  }>(sql`
    select v.list_id as "listId", v.full_name as name, v.phone, v.pending_change is not null as "isPending", j.state as job
    from vendors v
    left join lateral (select * from jobs where subject_id = v.id order by seq desc limit 1) j on true
    where v.connection_id = ${office.connectionId} and v.deleted_at is null and v.list_id is not null`);
  return rows.flatMap(({ listId, name, phone, isPending, job }) => {
    const there = office.company.state.lists.Vendor[listId]?.fields.Phone ?? "";
    return [
      ...((phone ?? "") === there ? [] : [`${name}: phone ${phone} here, ${String(there)} there`]),
      ...(isPending && job !== "removed" ? [`${name}: a change waits, and its job is ${job}`] : []),
    ];
  });
}

/** What is not equal in any list once all is quiet. */
export async function compareLists(office: Office): Promise<string[]> {
  const faults: string[] = await checkVendorFields(office);
  for (const [table, kind] of Object.entries(LISTS)) {
    const here = await entriesHere(office, table);
    const there = office.company.state.lists[kind];
    const known = new Set(here.map((row) => row.listId));
    const names = Object.values(there).map((entry) => fullName(office.company.state, entry));
    faults.push(
      ...here.flatMap((row) => checkEntry(office, row, there)).map((fault) => `${table}: ${fault}`),
      ...Object.keys(there).flatMap((id) =>
        known.has(id) ? [] : [`${table}: ${there[id]?.name} is not here`],
      ),
      ...doubled(here.map((row) => row.fullName)).map((name) => `${table}: ${name} stands here twice`),
      ...doubled(names).map((name) => `${table}: ${name} stands there twice`),
    );
  }
  return faults;
}
