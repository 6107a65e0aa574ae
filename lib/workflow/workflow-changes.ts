import { type NameOf, ruleInWords } from "@/lib/approvals/rule-words";
import type { WorkflowRule } from "@/lib/approvals/workflow";
import type { FieldChange } from "@/lib/audit/events";
import { canonicalJson } from "@/lib/core/canonical";

const bodyOf = ({ name: _, ...body }: WorkflowRule): string => canonicalJson(body);

/** What was changed about a workflow, rule by rule and in words: rules are known by their names. */
export function workflowChanges(
  before: readonly WorkflowRule[],
  after: readonly WorkflowRule[],
  nameOf: NameOf,
): FieldChange[] {
  const words = (rules: readonly WorkflowRule[], rule: WorkflowRule) =>
    ruleInWords(rule, nameOf, rules[0] === rule);
  const named = (rules: readonly WorkflowRule[], name: string) => rules.find((rule) => rule.name === name);
  const removed = before.filter(({ name }) => !named(after, name));
  const added = after.filter(({ name }) => !named(before, name));

  const changes: FieldChange[] = [];
  // One that says the same under another name was renamed.
  const renamed = new Map<WorkflowRule, WorkflowRule>();
  for (const rule of added) {
    const old = removed.find(
      (each) => bodyOf(each) === bodyOf(rule) && ![...renamed.values()].includes(each),
    );
    if (old) renamed.set(rule, old);
  }
  for (const rule of after) {
    const field = `Rule “${rule.name}”`;
    const old = renamed.get(rule);
    const same = named(before, rule.name);
    if (old) changes.push({ field: "Name of a rule", from: old.name, to: rule.name });
    else if (!same) changes.push({ field, from: "", to: words(after, rule) });
    else if (bodyOf(same) !== bodyOf(rule))
      changes.push({ field, from: words(before, same), to: words(after, rule) });
  }
  for (const rule of removed) {
    if ([...renamed.values()].includes(rule)) continue;
    changes.push({ field: `Rule “${rule.name}”`, from: words(before, rule), to: "" });
  }
  const order = (rules: readonly WorkflowRule[], others: readonly WorkflowRule[]) =>
    rules.map(({ name }) => name).filter((name) => named(others, name));
  const [from, to] = [order(before, after).join(", "), order(after, before).join(", ")];
  if (from !== to) changes.push({ field: "Order of the rules", from, to });
  return changes;
}
