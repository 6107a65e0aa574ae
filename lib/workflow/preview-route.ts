import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { bills, vendors } from "@/db/schema";
import { query } from "@/lib/access/command";
import { type BillFacts, type Condition, unmetConditions } from "@/lib/approvals/conditions";
import { type RoutedStep, routeBill } from "@/lib/approvals/workflow";
import { getFacts } from "@/lib/bills/routing-facts";
import { AppError } from "@/lib/core/errors";
import { getRouting } from "@/lib/orgs/workflow-store";
import { rulesInput, typedAmount } from "./rule-input";

/** Whether a rule counts for the bill. */
export interface RuleOutcome {
  name: string;
  fits: boolean;
  /** The conditions that the bill does not meet. */
  unmet: Condition[];
  /** It fits, and a rule below replaces it. */
  isReplaced: boolean;
}

export interface PreviewStep {
  need: "any" | "all";
  approvers: { name: string; reason: string }[];
}

/** Who would be asked to approve a bill, and why. */
export interface RoutePreview {
  /** The bill that was tried; null for an example. */
  bill: { vendor: string | null; invoiceNumber: string; amount: string } | null;
  rules: RuleOutcome[];
  /** One after the other; the steps of a stage are asked at the same time. Empty: there is nobody at all. */
  stages: PreviewStep[][];
}

const ids = z.array(z.uuid()).max(50).default([]);

const exampleFacts = z.object({
  amount: typedAmount,
  vendorId: z.uuid().nullable().default(null),
  enteredBy: z.uuid().nullable().default(null),
  accountIds: ids,
  itemIds: ids,
  classIds: ids,
  customerIds: ids,
});

function inStages(steps: readonly RoutedStep[], nameOf: (userId: string) => string): PreviewStep[][] {
  const stages: PreviewStep[][] = [];
  for (const { stage, need, approvers } of steps) {
    const named = approvers.map(({ userId, reason }) => ({ name: nameOf(userId), reason }));
    stages[stage - 1] = [...(stages[stage - 1] ?? []), { need, approvers: named }];
  }
  return stages;
}

/** Tries rules that need not be saved on a bill, or on an example: who would be asked, and which rules count. */
export const previewRoute = query({
  name: "workflow.read",
  input: z
    .object({
      rules: rulesInput,
      billId: z.uuid().nullable().default(null),
      facts: exampleFacts.nullable().default(null),
    })
    .refine(({ billId, facts }) => billId !== null || facts !== null, {
      message: "Choose a bill, or enter an example.",
      path: ["billId"],
    }),
  async run({ actor, db }, { rules, billId, facts: example }): Promise<RoutePreview> {
    const [bill] =
      billId === null
        ? []
        : await db
            .select({
              vendor: vendors.fullName,
              invoiceNumber: bills.invoiceNumber,
              amount: bills.amount,
            })
            .from(bills)
            .leftJoin(vendors, eq(vendors.id, bills.vendorId))
            .where(and(eq(bills.id, billId), eq(bills.orgId, actor.orgId)));
    if (billId !== null && !bill) throw new AppError("not-found");
    const facts: BillFacts = billId !== null ? await getFacts(db, billId) : exampleBill(example);
    const routing = await getRouting(db, actor.orgId);
    const names = new Map(routing.people.map(({ userId, name }) => [userId, name]));
    const outcomes = rules.map(({ name, when }) => ({ name, unmet: unmetConditions(when, facts) }));
    const lastReplacing = rules.findLastIndex(
      ({ effect }, index) => effect === "replace" && outcomes[index]?.unmet.length === 0,
    );
    return {
      bill: bill ?? null,
      rules: outcomes.map(({ name, unmet }, index) => {
        const fits = unmet.length === 0;
        return { name, unmet, fits, isReplaced: fits && index < lastReplacing };
      }),
      stages: inStages(routeBill(facts, { ...routing, rules }), (userId) => names.get(userId) ?? ""),
    };
  },
});

const exampleBill = (example: z.output<typeof exampleFacts> | null): BillFacts => ({
  ...{ amount: "0.00", accountIds: [], itemIds: [], classIds: [], customerIds: [], enteredBy: null },
  ...example,
  vendorId: example?.vendorId ?? "",
  authorIds: example?.enteredBy ? [example.enteredBy] : [],
});
