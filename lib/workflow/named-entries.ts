import { type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { roleMay } from "@/lib/access/permissions";
import { isRole } from "@/lib/access/roles";
import type { WorkflowRule } from "@/lib/approvals/workflow";
import { LISTS } from "@/lib/ledger/lists";

/** The lists of QuickBooks whose entries a condition can name. */
const NAMED_LISTS = ["vendor", "account", "item", "class", "customer"] as const;

export type EntryKind = "person" | "group" | (typeof NAMED_LISTS)[number];

/** Something that a rule refers to, as it stands today. */
export interface NamedEntry {
  id: string;
  kind: EntryKind;
  name: string;
  /** The company file that it belongs to, by name; null for people and groups. */
  companyFile: string | null;
  /** What an Admin must know before relying on it; null when it is in use. */
  gone: "deactivated" | "inactive in QuickBooks" | "deleted in QuickBooks" | null;
  /** person: may give a verdict at all. */
  canApprove: boolean;
}

type Row = Omit<NamedEntry, "canApprove"> & { roles: string[] | null };

const ofList = (list: (typeof NAMED_LISTS)[number], orgId: string, ids: SQL): SQL => sql`
  select r.id, ${list} as kind, r.full_name as name, coalesce(c.company_name, c.name) as "companyFile",
    case when r.deleted_at is not null then 'deleted in QuickBooks' when not r.is_active then 'inactive in QuickBooks' end as gone,
    null::text[] as roles
  from ${sql.raw(LISTS[list].table)} r join connections c on c.id = r.connection_id
  where c.org_id = ${orgId} and r.id = any(${ids})`;

/** What these ids are called, by id. Those of another organisation are not there. */
export async function getNamedEntries(
  db: Tx | Db,
  orgId: string,
  named: readonly string[],
): Promise<Map<string, NamedEntry>> {
  const ids = sql`${sql.param([...new Set(named)])}::uuid[]`;
  const { rows } = await db.execute<Row & Record<string, unknown>>(sql`
    select u.id, 'person' as kind, u.name, null as "companyFile", case when not m.is_active then 'deactivated' end as gone, m.roles
    from memberships m join users u on u.id = m.user_id where m.org_id = ${orgId} and u.id = any(${ids})
    union all
    select g.id, 'group', g.name, null, null, null from groups g where g.org_id = ${orgId} and g.id = any(${ids})
    union all ${sql.join(
      NAMED_LISTS.map((list) => ofList(list, orgId, ids)),
      sql` union all `,
    )}`);
  return new Map(
    rows.map(({ roles, ...entry }) => [
      entry.id,
      { ...entry, canApprove: roleMay((roles ?? []).filter(isRole), "bill.approve") },
    ]),
  );
}

const CONDITION_KINDS = {
  vendorIds: "vendor",
  accountIds: "account",
  itemIds: "item",
  classIds: "class",
  customerIds: "customer",
  enteredBy: "person",
} as const;

/** Every id that a rule refers to, with what it must be. */
export function referencesOf({ when, steps }: WorkflowRule): { id: string; kind: EntryKind }[] {
  const named = Object.entries(CONDITION_KINDS).flatMap(([condition, kind]) =>
    (when[condition as keyof typeof CONDITION_KINDS] ?? []).map((id) => ({ id, kind })),
  );
  const asked = steps.flatMap(({ approverIds, groupIds }) => [
    ...approverIds.map((id) => ({ id, kind: "person" as const })),
    ...groupIds.map((id) => ({ id, kind: "group" as const })),
  ]);
  return [...named, ...asked];
}

export const idsOf = (rules: readonly WorkflowRule[]): string[] =>
  rules.flatMap((rule) => referencesOf(rule).map(({ id }) => id));
