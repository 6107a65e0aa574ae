import type { WhenBill } from "./conditions";
import type { RuleStep, WorkflowRule } from "./workflow";

/** The name of whatever a rule refers to, by its id. */
export type NameOf = (id: string) => string;

const OR = new Intl.ListFormat("en", { type: "disjunction" });
const AND = new Intl.ListFormat("en", { type: "conjunction" });
/** Stands for what is not filled in yet: the words are shown while a rule is being written. */
const NOTHING_YET = "…";

/** "2500.00" as "$2,500"; cents only where there are any. */
const inDollars = (amount: string): string => {
  const [whole = "", cents = "00"] = amount.replace(/[$,\s]/g, "").split(".");
  if (whole === "") return NOTHING_YET;
  return `$${whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}${/^0*$/.test(cents) ? "" : `.${cents.padEnd(2, "0")}`}`;
};

/** One of the two that is left empty is not wished for. */
const wished = (amount: string | undefined, other: string | undefined): string | undefined =>
  amount?.trim() === "" && other?.trim() ? undefined : amount;

function totalInWords({ totalAtLeast, totalBelow }: WhenBill): string {
  const from = wished(totalAtLeast, totalBelow);
  const below = wished(totalBelow, totalAtLeast);
  if (from !== undefined && below !== undefined)
    return `of ${inDollars(from)} and more, but less than ${inDollars(below)},`;
  if (from !== undefined) return `of ${inDollars(from)} and more`;
  return below === undefined ? "" : `of less than ${inDollars(below)}`;
}

const LISTED = [
  ["vendorIds", "from"],
  ["accountIds", "with a line on the account"],
  ["itemIds", "with the item"],
  ["classIds", "of the class"],
  ["customerIds", "for"],
  ["enteredBy", "entered by"],
] as const satisfies [keyof WhenBill, string][];

/** Which bills a rule is for: "Bills of $2,500 and more from Atlas Lumber". */
export function conditionsInWords(when: WhenBill, nameOf: NameOf): string {
  const listed = LISTED.flatMap(([name, before]) => {
    const ids = when[name];
    return ids === undefined
      ? []
      : [`${before} ${ids.length > 0 ? OR.format(ids.map(nameOf)) : NOTHING_YET}`];
  });
  const total = totalInWords(when);
  if (total === "" && listed.length === 0) return "Every bill";
  return `Bills${[total, ...listed]
    .filter(Boolean)
    .join(" ")
    .replace(/^(?! )/, " ")}`.replace(/,$/, "");
}

/** Who is asked in a step: "Marcus, or any one of Office", "Ann and everybody in Office". */
export function stepInWords({ approverIds, groupIds, need }: RuleStep, nameOf: NameOf): string {
  const people = approverIds.map(nameOf);
  const groups = groupIds.map((id) => `${need === "any" ? "any one of" : "everybody in"} ${nameOf(id)}`);
  const asked = [...people, ...groups];
  return asked.length === 0 ? NOTHING_YET : (need === "any" ? OR : AND).format(asked);
}

/**
 * A rule as one sentence: "Bills of $2,500 and more from Atlas Lumber: then Marcus or any one of Office".
 * @param isFirst nothing stands above it that it could add to or replace
 */
export function ruleInWords({ when, effect, steps }: WorkflowRule, nameOf: NameOf, isFirst: boolean): string {
  const words = steps.map((step, index) => {
    if (index > 0)
      return `${step.parallel ? ", and at the same time " : ", then "}${stepInWords(step, nameOf)}`;
    if (isFirst) return stepInWords(step, nameOf);
    if (effect === "replace") return `instead of whom the rules above ask, ${stepInWords(step, nameOf)}`;
    return `${step.parallel ? "at the same time as the last step above, " : "then "}${stepInWords(step, nameOf)}`;
  });
  return `${conditionsInWords(when, nameOf)}: ${words.join("") || NOTHING_YET}`;
}
