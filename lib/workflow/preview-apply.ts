import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { bills } from "@/db/schema";
import { query } from "@/lib/access/command";
import { planReroutes, type Reroute } from "@/lib/bills/reroute-bills";
import { getRouting } from "@/lib/orgs/workflow-store";
import { rulesInput } from "./rule-input";

/** A bill in approval that the rules would treat otherwise than now. */
export interface ApplyExample {
  billId: string;
  vendor: string;
  invoiceNumber: string;
  amount: string;
  /** asked: other people are asked · approved: it has every signature it needs · nobody: it keeps its approvers. */
  outcome: "asked" | "approved" | "nobody";
  /** Who would be asked, in order, by name. */
  approvers: string[];
}

/** What applying rules to the active bills would do. */
export interface ApplyPreview {
  inApproval: number;
  /** Bills that would be asked of others than now; those that are approved by it among them. */
  changed: number;
  approved: number;
  /** Bills for which nobody could be asked: they keep the approvers they have. */
  nobody: number;
  /** Some of them, the most notable first. */
  examples: ApplyExample[];
}

const MOST_EXAMPLES = 10;
const NOTABLE: ApplyExample["outcome"][] = ["nobody", "approved", "asked"];

const outcomeOf = ({ isNobody, isApproved }: Reroute): ApplyExample["outcome"] =>
  isNobody ? "nobody" : isApproved ? "approved" : "asked";

/** Counts what rules that need not be saved would do to the bills in approval; changes nothing. */
export const previewApply = query({
  name: "workflow.read",
  input: z.object({ rules: rulesInput }),
  async run({ actor, db }, { rules }): Promise<ApplyPreview> {
    const [routing, inApproval] = await Promise.all([
      getRouting(db, actor.orgId),
      db.$count(bills, and(eq(bills.orgId, actor.orgId), eq(bills.state, "in_approval"))),
    ]);
    const names = new Map(routing.people.map(({ userId, name }) => [userId, name]));
    const planned = await planReroutes(db, actor.orgId, { ...routing, rules });
    const examples = planned.map((plan): ApplyExample => {
      const { id, vendor, invoiceNumber, facts } = plan.bill;
      return {
        ...{ billId: id, vendor, invoiceNumber, amount: facts.amount, outcome: outcomeOf(plan) },
        approvers: plan.places.map(({ userId }) => names.get(userId) ?? ""),
      };
    });
    const count = (outcome: ApplyExample["outcome"]) =>
      examples.filter((example) => example.outcome === outcome).length;
    return {
      ...{ inApproval, changed: count("asked") + count("approved"), approved: count("approved") },
      nobody: count("nobody"),
      examples: examples
        .sort((a, b) => NOTABLE.indexOf(a.outcome) - NOTABLE.indexOf(b.outcome))
        .slice(0, MOST_EXAMPLES),
    };
  },
});
