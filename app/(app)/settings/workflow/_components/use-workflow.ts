"use client";

import { useRef, useState } from "react";
import type { WorkflowView } from "@/lib/workflow/workflow-views";
import { type EditedRule, editedRules, isOfRule, isStillWrong, sentRules } from "./edited-rule";

interface Base {
  version: number;
  /** As it was read, for telling whether anything was changed. */
  text: string;
}

const textOf = (rules: readonly EditedRule[]): string => JSON.stringify(sentRules(rules));

/** State of the editor: the rules as they are being changed, and the version that they were made from. */
export function useWorkflow(workflow: WorkflowView) {
  const [rules, setRules] = useState(() => editedRules(workflow.rules, "v"));
  const [base, setBase] = useState<Base>(() => ({ version: workflow.version, text: textOf(rules) }));
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [fields, setFields] = useState<Record<string, string[]>>({});
  const serial = useRef(0);
  const isDirty = textOf(rules) !== base.text;

  const take = () => {
    const next = editedRules(workflow.rules, `v${workflow.version}`);
    setRules(next);
    setBase({ version: workflow.version, text: textOf(next) });
    setFields({});
  };
  // Somebody else saved: what is shown follows, unless it would throw away what is being written here.
  if (workflow.version > base.version && !isDirty) take();

  const newKey = () => {
    serial.current += 1;
    return `n${serial.current}`;
  };
  const toggle = (key: string, isOpen: boolean) =>
    setOpen((before) => new Set(isOpen ? [...before, key] : [...before].filter((each) => each !== key)));

  const insert = (rule: EditedRule, at: number) => {
    setRules((before) => before.toSpliced(at, 0, rule));
    toggle(rule.key, true);
  };
  const newStep = () => ({
    ...{ key: newKey(), approverIds: [], groupIds: [], need: "any" as const, parallel: false },
  });

  return {
    rules,
    fields,
    isDirty,
    version: base.version,
    /** Another version was saved while this one is being changed. */
    isOvertaken: isDirty && workflow.version > base.version,
    isOpen: (key: string) => open.has(key),
    toggle,
    take,
    newStep,
    change: (key: string, next: Partial<EditedRule>) => {
      setRules((before) => before.map((rule) => (rule.key === key ? { ...rule, ...next } : rule)));
      const rule = rules.find((each) => each.key === key);
      if (!rule || Object.keys(fields).length === 0) return;
      setFields((before) =>
        Object.fromEntries(
          Object.entries(before).filter(([path]) => isStillWrong(path, rule, { ...rule, ...next })),
        ),
      );
    },
    add: () => insert({ key: newKey(), name: "", when: {}, effect: "add", steps: [newStep()] }, rules.length),
    duplicate: (rule: EditedRule) =>
      insert(
        {
          ...rule,
          key: newKey(),
          name: `${rule.name} (copy)`,
          steps: rule.steps.map((step) => ({ ...step, key: newKey() })),
        },
        rules.indexOf(rule) + 1,
      ),
    remove: (key: string) => {
      setRules((before) => before.filter((rule) => rule.key !== key));
      // What was wrong with it went with it; what it made wrong with others is asked anew.
      setFields({});
    },
    move: (from: number, to: number) =>
      setRules((before) => {
        const rule = before[from];
        return rule && to >= 0 && to < before.length
          ? before.toSpliced(from, 1).toSpliced(to, 0, rule)
          : before;
      }),
    saved: (version: number) => {
      setBase({ version, text: textOf(rules) });
      setFields({});
    },
    /** Shows what is wrong, and opens the rules that it is in. */
    refuse: (next: Record<string, string[]>) => {
      setFields(next);
      const wrong = rules.filter((rule) => Object.keys(next).some((path) => isOfRule(path, rule)));
      setOpen((before) => new Set([...before, ...wrong.map(({ key }) => key)]));
    },
  };
}

export type WorkflowState = ReturnType<typeof useWorkflow>;
