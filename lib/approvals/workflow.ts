import { compareAmounts } from "@/lib/core/money";

/** A row of the approval workflow: who is asked when a bill fits. Every condition given must hold. */
export interface WorkflowRule {
  name: string;
  when: {
    totalAtLeast?: string;
    totalBelow?: string;
    vendorIds?: string[];
    accountIds?: string[];
    itemIds?: string[];
    classIds?: string[];
    customerIds?: string[];
    enteredBy?: string[];
  };
  /** "add" asks these too; "replace" asks these instead of whom the rules above named. */
  effect: "add" | "replace";
  steps: { approverIds: string[]; need: "any" | "all" }[];
}

/** What the rules look at. Amounts are decimal strings. */
export interface BillFacts {
  amount: string;
  vendorId: string;
  /** Null for a bill that was entered in QuickBooks. */
  enteredBy: string | null;
  accountIds: string[];
  itemIds: string[];
  classIds: string[];
  customerIds: string[];
}

export interface Person {
  userId: string;
  name: string;
  /** May give a verdict at all (the right, and not deactivated). */
  canApprove: boolean;
  isAdmin: boolean;
  /** Null is no limit. Admins have none whatever is set. */
  approvalLimit: string | null;
  supervisorId: string | null;
}

export interface RoutedStep {
  need: "any" | "all";
  approvers: { userId: string; reason: string }[];
}

const within = (limits: WorkflowRule["when"], amount: string): boolean =>
  (limits.totalAtLeast === undefined || compareAmounts(amount, limits.totalAtLeast) >= 0) &&
  (limits.totalBelow === undefined || compareAmounts(amount, limits.totalBelow) < 0);

const meets = (wanted: string[] | undefined, found: string[]): boolean =>
  wanted === undefined || wanted.length === 0 || found.some((id) => wanted.includes(id));

/** Whether a bill fits a rule's every condition. */
export function ruleFits({ when }: WorkflowRule, bill: BillFacts): boolean {
  return (
    within(when, bill.amount) &&
    meets(when.vendorIds, [bill.vendorId]) &&
    meets(when.accountIds, bill.accountIds) &&
    meets(when.itemIds, bill.itemIds) &&
    meets(when.classIds, bill.classIds) &&
    meets(when.customerIds, bill.customerIds) &&
    meets(when.enteredBy, bill.enteredBy ? [bill.enteredBy] : [])
  );
}

const isOverLimit = (person: Person, amount: string): boolean =>
  !person.isAdmin && person.approvalLimit !== null && compareAmounts(amount, person.approvalLimit) > 0;

/** The supervisors above a person until one whose limit reaches the amount; stops at a cycle. */
function supervisorsAbove(person: Person, amount: string, people: Map<string, Person>): Person[] {
  const chain: Person[] = [];
  const seen = new Set([person.userId]);
  let current = person;
  while (isOverLimit(current, amount) && current.supervisorId && !seen.has(current.supervisorId)) {
    const supervisor = people.get(current.supervisorId);
    if (!supervisor) break;
    seen.add(supervisor.userId);
    if (supervisor.canApprove) chain.push(supervisor);
    current = supervisor;
  }
  return chain;
}

/**
 * Who is asked, in order. Rules are read top to bottom; after each step come the supervisors of those
 * whose limit the amount exceeds. Nobody is asked twice. When no rule names anybody who can act, any
 * Admin may approve; an empty answer means that there is nobody at all.
 */
export function routeBill(
  bill: BillFacts,
  rules: WorkflowRule[],
  everyone: Person[],
  options: { mayApproveOwnBills: boolean },
): RoutedStep[] {
  const people = new Map(everyone.map((person) => [person.userId, person]));
  const canBeAsked = (person: Person | undefined): person is Person =>
    person?.canApprove === true && (options.mayApproveOwnBills || person.userId !== bill.enteredBy);

  let named: { name: string; need: "any" | "all"; approverIds: string[] }[] = [];
  for (const rule of rules) {
    if (!ruleFits(rule, bill)) continue;
    const steps = rule.steps.map((step) => ({ name: rule.name, ...step }));
    named = rule.effect === "replace" ? steps : [...named, ...steps];
  }

  const routed: RoutedStep[] = [];
  const asked = new Set<string>();
  const ask = (need: "any" | "all", approvers: { person: Person; reason: string }[]) => {
    const fresh = approvers.filter(({ person }) => canBeAsked(person) && !asked.has(person.userId));
    if (fresh.length === 0) return;
    // "Any one of" with somebody who must sign anyway is already met by that person.
    if (need === "any" && approvers.some(({ person }) => asked.has(person.userId))) return;
    for (const { person } of fresh) asked.add(person.userId);
    routed.push({ need, approvers: fresh.map(({ person, reason }) => ({ userId: person.userId, reason })) });
  };

  for (const step of named) {
    const approvers = step.approverIds.flatMap((id) => people.get(id) ?? []);
    ask(
      step.need,
      approvers.map((person) => ({ person, reason: step.name })),
    );
    for (const person of approvers.filter(canBeAsked)) {
      for (const supervisor of supervisorsAbove(person, bill.amount, people)) {
        ask("all", [{ person: supervisor, reason: `Above ${person.name}'s approval limit` }]);
      }
    }
  }
  if (routed.length === 0) {
    ask(
      "any",
      everyone
        .filter((p) => p.isAdmin)
        .map((person) => ({ person, reason: "No rule names an approver: any Admin" })),
    );
  }
  return routed;
}
