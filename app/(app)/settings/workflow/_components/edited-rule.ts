import type { RuleStep, WorkflowRule } from "@/lib/approvals/workflow";

/** A step in the editor, known by its key while it is moved about. */
export interface EditedStep extends RuleStep {
  key: string;
}

/** A rule in the editor. Amounts are as typed; a condition that is there and empty is not filled in yet. */
export interface EditedRule extends Omit<WorkflowRule, "steps"> {
  key: string;
  steps: EditedStep[];
}

/** @param prefix keeps the keys of two lists apart */
export const editedRules = (rules: readonly WorkflowRule[], prefix: string): EditedRule[] =>
  rules.map((rule, index) => ({
    ...rule,
    key: `${prefix}-${index}`,
    steps: rule.steps.map((step, at) => ({ ...step, key: `${prefix}-${index}-${at}` })),
  }));

/** The rules as the server takes them. An amount that is left empty is left out where the other one is given. */
export const sentRules = (rules: readonly EditedRule[]): WorkflowRule[] =>
  rules.map(({ key: _, steps, when, ...rule }) => {
    const { totalAtLeast, totalBelow, ...lists } = when;
    const isEmpty = (text: string | undefined) => text === undefined || text.trim() === "";
    const total =
      isEmpty(totalAtLeast) && isEmpty(totalBelow) && totalAtLeast !== undefined
        ? { totalAtLeast }
        : {
            ...(isEmpty(totalAtLeast) ? {} : { totalAtLeast }),
            ...(isEmpty(totalBelow) ? {} : { totalBelow }),
          };
    return { ...rule, when: { ...total, ...lists }, steps: steps.map(({ key: _key, ...step }) => step) };
  });

/** Whether something that was wrong still stands after a rule was changed: other fields may well be wrong still. */
export function isStillWrong(path: string, before: EditedRule, after: EditedRule): boolean {
  const { key, when, steps } = after;
  if (path === `${key}.name`) return before.name === after.name;
  if (path === `${key}.steps`) return before.steps.length === steps.length;
  const changedStep = before.steps.find((step) => step.key === path);
  if (changedStep) return steps.includes(changedStep);
  const condition = path.startsWith(`${key}.when.`) ? path.slice(`${key}.when.`.length) : null;
  if (condition === null) return true;
  // Each of the two amounts is held against the other.
  const names = condition.startsWith("total") ? (["totalAtLeast", "totalBelow"] as const) : [condition];
  return names.every((name) => before.when[name as keyof typeof when] === when[name as keyof typeof when]);
}

/** Whether something that is wrong is this rule's or one of its steps'; a key of `fieldsByKey`. */
export const isOfRule = (path: string, { key, steps }: EditedRule): boolean =>
  path.startsWith(`${key}.`) || steps.some((step) => step.key === path);

/** What the server said of a path ("rules.0.steps.1"), under the key of the rule or step that it means. */
export function fieldsByKey(
  fields: Record<string, string[]>,
  rules: readonly EditedRule[],
): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([path, messages]) => {
      const [, ruleAt, rest = ""] = /^rules\.(\d+)\.(.+)$/.exec(path) ?? [];
      const rule = rules[Number(ruleAt ?? -1)];
      if (!rule) return [path, messages];
      const step = rule.steps[Number(/^steps\.(\d+)/.exec(rest)?.[1] ?? -1)];
      return [step ? step.key : `${rule.key}.${rest}`, messages];
    }),
  );
}
