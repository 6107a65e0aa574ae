"use client";

import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { AmountInput } from "@/app/_ui/amount-input";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Menu, MenuItem } from "@/app/_ui/menu";
import type { WhenBill } from "@/lib/approvals/conditions";
import type { EditedRule } from "./edited-rule";
import { ENTRY_CONDITIONS, type EntryCondition, EntryPicker } from "./entry-picker";

const CONDITIONS = Object.keys(ENTRY_CONDITIONS) as EntryCondition[];

type ConditionFieldsProps = {
  rule: EditedRule;
  fields: Record<string, string[]>;
  onChange: (when: WhenBill) => void;
};

/** Which bills a rule is for: every condition must hold, one of several values is enough. */
export function ConditionFields({ rule, fields, onChange }: ConditionFieldsProps) {
  const { when, key } = rule;
  const hasTotal = when.totalAtLeast !== undefined || when.totalBelow !== undefined;
  const shown = CONDITIONS.filter((name) => when[name] !== undefined);
  const offered = CONDITIONS.filter((name) => when[name] === undefined);
  const { totalAtLeast: _from, totalBelow: _below, ...withoutTotal } = when;
  const errorOf = (name: keyof WhenBill) => fields[`${key}.when.${name}`];
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-medium text-ink text-sm">For which bills</legend>
      {hasTotal || shown.length > 0 ? null : (
        <p className="text-ink-muted text-sm">Every bill. Add a condition to narrow it down.</p>
      )}
      {hasTotal ? (
        <Row label="total" onRemove={() => onChange(withoutTotal)}>
          <div className="flex flex-wrap gap-2">
            <Field label="Total at least" error={errorOf("totalAtLeast")} className="w-44 max-md:flex-1">
              <AmountInput
                currency="$"
                value={when.totalAtLeast ?? ""}
                onChange={(event) => onChange({ ...when, totalAtLeast: event.target.value })}
              />
            </Field>
            <Field label="and less than" error={errorOf("totalBelow")} className="w-44 max-md:flex-1">
              <AmountInput
                currency="$"
                value={when.totalBelow ?? ""}
                onChange={(event) => onChange({ ...when, totalBelow: event.target.value })}
              />
            </Field>
          </div>
        </Row>
      ) : null}
      {shown.map((name) => (
        <Row
          key={name}
          label={ENTRY_CONDITIONS[name].label}
          onRemove={() => onChange({ ...when, [name]: undefined })}
        >
          <EntryPicker
            condition={name}
            ids={when[name] ?? []}
            onChange={(ids) => onChange({ ...when, [name]: ids })}
            error={errorOf(name)}
          />
        </Row>
      ))}
      {!hasTotal || offered.length > 0 ? (
        <Menu
          align="start"
          trigger={
            <Button size="sm" className="self-start">
              <Plus aria-hidden="true" />
              Add a condition
            </Button>
          }
        >
          {hasTotal ? null : (
            <MenuItem onSelect={() => onChange({ ...when, totalAtLeast: "" })}>Total</MenuItem>
          )}
          {offered.map((name) => (
            <MenuItem key={name} onSelect={() => onChange({ ...when, [name]: [] })}>
              {ENTRY_CONDITIONS[name].label}
            </MenuItem>
          ))}
        </Menu>
      ) : null}
    </fieldset>
  );
}

function Row({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) {
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">{children}</div>
      <Button
        variant="ghost"
        size="icon"
        aria-label={`Remove the condition: ${label}`}
        onClick={onRemove}
        className="mt-6"
      >
        <Trash2 aria-hidden="true" />
      </Button>
    </div>
  );
}
