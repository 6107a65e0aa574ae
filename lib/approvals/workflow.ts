import { compareAmounts } from "@/lib/core/money";
import { type BillFacts, ruleFits, type WhenBill } from "./conditions";

/** Some of the approvers of a rule: "any one of" them, or "all". */
export interface RuleStep {
  approverIds: string[];
  groupIds: string[];
  need: "any" | "all";
  /** Asked at the same time as the step above, of this rule or of the rules above it. */
  parallel: boolean;
}

/** A row of the approval workflow: who is asked when a bill fits. */
export interface WorkflowRule {
  name: string;
  when: WhenBill;
  /** "add" asks these too; "replace" asks these instead of whom the rules above named. */
  effect: "add" | "replace";
  steps: RuleStep[];
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
  /** Steps of one stage are asked at the same time; stages follow each other, from 1. */
  stage: number;
  need: "any" | "all";
  approvers: { userId: string; reason: string }[];
}

export interface Routing {
  rules: WorkflowRule[];
  people: Person[];
  /** Who belongs to each group, by the group's id. */
  groups: ReadonlyMap<string, readonly string[]>;
  mayApproveOwnBills: boolean;
}

interface NamedStep {
  name: string;
  need: "any" | "all";
  approverIds: string[];
  parallel: boolean;
}

type Asked = { person: Person; reason: string };

/** Whether this person's approval alone is enough for the amount. */
export const reaches = (
  { isAdmin, approvalLimit }: Pick<Person, "isAdmin" | "approvalLimit">,
  amount: string,
): boolean => isAdmin || approvalLimit === null || compareAmounts(amount, approvalLimit) <= 0;

/**
 * The supervisors above a person until one whose limit reaches the amount. Whoever cannot be asked is
 * passed over, and whoever is above them is asked instead; stops at a cycle.
 */
function supervisorsAbove(
  person: Person,
  amount: string,
  people: Map<string, Person>,
  isAble: (person: Person) => boolean,
): Person[] {
  const chain: Person[] = [];
  const seen = new Set([person.userId]);
  let current = person;
  while (!(isAble(current) && reaches(current, amount)) && current.supervisorId) {
    const supervisor = people.get(current.supervisorId);
    if (!supervisor || seen.has(supervisor.userId)) break;
    seen.add(supervisor.userId);
    if (isAble(supervisor)) chain.push(supervisor);
    current = supervisor;
  }
  return chain;
}

/** The steps that the fitting rules name, read top to bottom. */
function namedSteps(bill: BillFacts, { rules, groups }: Routing): NamedStep[] {
  let named: NamedStep[] = [];
  for (const rule of rules) {
    if (!ruleFits(rule.when, bill)) continue;
    const steps = rule.steps.map(({ approverIds, groupIds, need, parallel }) => ({
      name: rule.name,
      need,
      parallel,
      approverIds: [...new Set([...approverIds, ...groupIds.flatMap((id) => groups.get(id) ?? [])])],
    }));
    named = rule.effect === "replace" ? steps : [...named, ...steps];
  }
  return named;
}

/** Steps that are asked at the same time, together. */
function inStages(named: NamedStep[]): NamedStep[][] {
  const stages: NamedStep[][] = [];
  for (const step of named) {
    const last = stages.at(-1);
    if (step.parallel && last) last.push(step);
    else stages.push([step]);
  }
  return stages;
}

/** Whoever signs, somebody whose limit reaches the amount is sure to be among them. */
const hasAuthority = (steps: RoutedStep[], amount: string, people: Map<string, Person>): boolean =>
  steps.some(({ need, approvers }) => {
    const enough = ({ userId }: { userId: string }) => {
      const person = people.get(userId);
      return person !== undefined && reaches(person, amount);
    };
    return need === "all" ? approvers.some(enough) : approvers.every(enough);
  });

/** Whether this person may be asked about this bill at all. */
export const canBeAsked = (
  person: Person,
  bill: Pick<BillFacts, "authorIds">,
  { mayApproveOwnBills }: Pick<Routing, "mayApproveOwnBills">,
): boolean => person.canApprove && (mayApproveOwnBills || !bill.authorIds.includes(person.userId));

/**
 * Who is asked, in order. Rules are read top to bottom; after a stage come the supervisors of those
 * whose limit the amount exceeds, up the chain. Of "any one of", those are left out whose limit does
 * not reach while another's does. A step is left out only where it is met whoever signs the others.
 * Where nobody who is sure to sign has a limit that reaches the amount, any Admin is asked last; where no
 * rule names anybody who can act, any Admin alone; where no Admin may (it is their own bill), any one
 * whose limit reaches. An empty answer means that there is nobody at all with the authority.
 */
export function routeBill(bill: BillFacts, routing: Routing): RoutedStep[] {
  const people = new Map(routing.people.map((person) => [person.userId, person]));
  const isAble = (person: Person): boolean => canBeAsked(person, bill, routing);

  const routed: RoutedStep[] = [];
  const mustSign = new Set<string>();
  let stage = 0;
  const ask = (need: "any" | "all", named: Asked[]) => {
    // Two people may have one supervisor.
    const able = [...new Map(named.map((asked) => [asked.person.userId, asked])).values()].filter(
      ({ person }) => isAble(person),
    );
    // Somebody who must sign anyway signs once: "any one of" with them is met, and of "all" they are left out.
    const fresh = able.filter(({ person }) => !mustSign.has(person.userId));
    if (fresh.length === 0 || (need === "any" && fresh.length < able.length)) return;
    const ids = new Set(fresh.map(({ person }) => person.userId));
    // Whoever meets a narrower "any one of" meets this one too.
    const isImplied = ({ need: other, approvers }: RoutedStep) =>
      other === "any" && approvers.every(({ userId }) => ids.has(userId));
    if (need === "any" && routed.some(isImplied)) return;
    if (need === "all" || ids.size === 1) for (const id of ids) mustSign.add(id);
    routed.push({
      stage,
      need,
      approvers: fresh.map(({ person, reason }) => ({ userId: person.userId, reason })),
    });
  };
  const askAuthority = (why: string) => {
    stage += 1;
    const enough = routing.people.filter((person) => isAble(person) && reaches(person, bill.amount));
    const admins = enough.filter(({ isAdmin }) => isAdmin);
    const reason = `${why}: any ${admins.length > 0 ? "Admin" : "one whose limit reaches"}`;
    ask(
      "any",
      (admins.length > 0 ? admins : enough).map((person) => ({ person, reason })),
    );
  };

  for (const steps of inStages(namedSteps(bill, routing))) {
    stage += 1;
    const above: { need: "any" | "all"; chains: Asked[][] }[] = [];
    for (const { name, need, approverIds } of steps) {
      const able = approverIds.flatMap((id) => people.get(id) ?? []).filter(isAble);
      const enough = able.filter((person) => reaches(person, bill.amount));
      const chosen = need === "any" && enough.length > 0 ? enough : able;
      ask(
        need,
        chosen.map((person) => ({ person, reason: name })),
      );
      const chains = chosen.map((person) =>
        supervisorsAbove(person, bill.amount, people, isAble).map((supervisor) => ({
          person: supervisor,
          reason: `Above ${person.name}'s approval limit`,
        })),
      );
      above.push({ need, chains });
    }
    const levels = Math.max(0, ...above.flatMap(({ chains }) => chains.map((chain) => chain.length)));
    for (let level = 0; level < levels; level += 1) {
      stage += 1;
      for (const { need, chains } of above) {
        const supervisors = chains.flatMap((chain) => chain[level] ?? []);
        if (need === "any") ask("any", supervisors);
        else for (const supervisor of supervisors) ask("all", [supervisor]);
      }
    }
  }
  if (routed.length === 0) askAuthority("No rule names an approver");
  else if (!hasAuthority(routed, bill.amount, people))
    askAuthority("Above the limit of everybody who is asked");
  // A bill that nobody who may sign has the authority for is not approved by those who lack it.
  return hasAuthority(routed, bill.amount, people) ? closeGaps(routed) : [];
}

/** Stages in which nobody was left to ask are no stages. */
function closeGaps(steps: RoutedStep[]): RoutedStep[] {
  const stages = [...new Set(steps.map(({ stage }) => stage))].sort((a, b) => a - b);
  return steps.map((step) => ({ ...step, stage: stages.indexOf(step.stage) + 1 }));
}
