import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { foreignCurrency } from "@/db/foreign-currency";
import { approvalWorkflows, bills, users } from "@/db/schema";
import { query } from "@/lib/access/command";
import type { WorkflowRule } from "@/lib/approvals/workflow";
import { getPeople, workflowRules } from "@/lib/orgs/workflow-store";
import { getNamedEntries, idsOf, type NamedEntry } from "./named-entries";

/** Somebody whom a rule may name. */
export interface PersonChoice {
  userId: string;
  name: string;
  canApprove: boolean;
  /** Null is no limit. */
  approvalLimit: string | null;
}

/** The approval workflow as its editor shows it. */
export interface WorkflowView {
  /** What a change is based on; 0 when none was saved yet. */
  version: number;
  rules: WorkflowRule[];
  /** What the rules refer to, by id; also what is inactive or gone, marked as such. */
  entries: Record<string, NamedEntry>;
  /** Everybody who is active, by name. */
  people: PersonChoice[];
  /** Who changed it last, by name, and when; null before the first change by a person. */
  changedBy: string | null;
  changedAt: Date | null;
  billsInApproval: number;
}

export const readWorkflow = query({
  name: "workflow.read",
  input: z.object({}),
  async run({ actor, db }): Promise<WorkflowView> {
    const [saved] = await db
      .select({
        version: approvalWorkflows.version,
        rules: approvalWorkflows.rules,
        changedAt: approvalWorkflows.updatedAt,
        changedBy: users.name,
      })
      .from(approvalWorkflows)
      .leftJoin(users, eq(users.id, approvalWorkflows.updatedBy))
      .where(eq(approvalWorkflows.orgId, actor.orgId));
    const rules = workflowRules.parse(saved?.rules ?? []);
    const [entries, people, billsInApproval] = await Promise.all([
      getNamedEntries(db, actor.orgId, idsOf(rules)),
      getPeople(db, actor.orgId),
      db.$count(bills, and(eq(bills.orgId, actor.orgId), eq(bills.state, "in_approval"))),
    ]);
    return {
      ...{ version: saved?.version ?? 0, rules, entries: Object.fromEntries(entries), billsInApproval },
      people: people.map(({ userId, name, canApprove, approvalLimit, isAdmin }) => ({
        ...{ userId, name, canApprove },
        approvalLimit: isAdmin ? null : approvalLimit,
      })),
      changedBy: saved?.changedBy ?? null,
      changedAt: saved?.changedAt ?? null,
    };
  },
});

/** A bill that can be tried on the rules. */
export interface TrialBill {
  id: string;
  vendor: string | null;
  invoiceNumber: string;
  amount: string;
  /** Null where it is the company's own. */
  currency: string | null;
  state: "draft" | "in_approval";
}

const MOST_TRIALS = 20;

/** Bills in approval and drafts by vendor or invoice number, those in approval first. */
export const findTrialBills = query({
  name: "workflow.read",
  input: z.object({
    text: z
      .string()
      .transform((typed) => typed.trim().slice(0, 100))
      .default(""),
  }),
  async run({ actor, db }, { text }): Promise<TrialBill[]> {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = words.map(
      (word) => sql`and position(${word} in lower(concat_ws(' ', v.full_name, b.invoice_number))) > 0`,
    );
    const { rows } = await db.execute<TrialBill & Record<string, unknown>>(sql`
      select b.id, v.full_name as vendor, b.invoice_number as "invoiceNumber", b.amount::text, b.state,
        ${foreignCurrency()} as currency
      from bills b join connections n on n.id = b.connection_id left join vendors v on v.id = b.vendor_id
      where b.org_id = ${actor.orgId} and b.state in ('in_approval', 'draft') ${sql.join(fits, sql` `)}
      order by b.state = 'in_approval' desc, b.created_at desc limit ${MOST_TRIALS}`);
    return rows;
  },
});
