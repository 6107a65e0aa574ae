"use client";

import { Plus, Trash2 } from "lucide-react";
import { moneyText } from "@/app/_components/money";
import { Button } from "@/app/_ui/button";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { type Chip, Chips } from "./chips";
import { useChoices } from "./choices";
import type { EditedRule, EditedStep } from "./edited-rule";

type StepFieldsProps = {
  rule: EditedRule;
  isFirstRule: boolean;
  fields: Record<string, string[]>;
  newStep: () => EditedStep;
  onChange: (steps: EditedStep[]) => void;
};

/** Who is asked: steps that follow each other, or are asked at the same time. */
export function StepFields({ rule, isFirstRule, fields, newStep, onChange }: StepFieldsProps) {
  const { steps } = rule;
  const wrong = fields[`${rule.key}.steps`];
  const startsAnew = isFirstRule || rule.effect === "replace";
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="mb-1 font-medium text-ink text-sm">Who approves</legend>
      {wrong ? (
        <p role="alert" className="text-danger-ink text-xs">
          {wrong.join(" ")}
        </p>
      ) : null}
      <ol className="flex flex-col gap-3">
        {steps.map((step, index) => (
          <li key={step.key}>
            <Step
              step={step}
              number={index + 1}
              asksWhen={index > 0 ? "step" : startsAnew ? null : "rules"}
              isOnly={steps.length === 1}
              error={fields[step.key]}
              onChange={(next) =>
                onChange(steps.map((each) => (each.key === step.key ? { ...each, ...next } : each)))
              }
              onRemove={() => onChange(steps.filter(({ key }) => key !== step.key))}
            />
          </li>
        ))}
      </ol>
      <Button size="sm" className="self-start" onClick={() => onChange([...steps, newStep()])}>
        <Plus aria-hidden="true" />
        Add a step
      </Button>
    </fieldset>
  );
}

type StepProps = {
  step: EditedStep;
  number: number;
  /** After what it can be asked; null when nothing stands above it. */
  asksWhen: "step" | "rules" | null;
  isOnly: boolean;
  error: string[] | undefined;
  onChange: (next: Partial<EditedStep>) => void;
  onRemove: () => void;
};

function Step({ step, number, asksWhen, isOnly, error, onChange, onRemove }: StepProps) {
  const { people, groups, nameOf, entryOf } = useChoices();
  const { approverIds, groupIds, need } = step;
  const asksSeveral = approverIds.length + groupIds.length > 1 || groupIds.length > 0;
  const above = asksWhen === "step" ? "the step above" : "the last step above";
  const options = [
    ...groups.map(({ id, name, members }) => ({
      ...{ value: id, label: name, hint: `Group: ${members.map((member) => member.name).join(", ")}` },
    })),
    ...people
      .filter(({ canApprove }) => canApprove)
      .map(({ userId, name, approvalLimit }) => ({
        ...{ value: userId, label: name },
        ...(approvalLimit === null ? {} : { hint: `up to ${moneyText(approvalLimit)}` }),
      })),
  ].filter(({ value }) => !approverIds.includes(value) && !groupIds.includes(value));
  const add = (id: string | null) => {
    if (id === null) return;
    if (groups.some((group) => group.id === id)) onChange({ groupIds: [...groupIds, id] });
    else onChange({ approverIds: [...approverIds, id] });
  };
  const chips: Chip[] = [
    ...approverIds.map((id) => {
      const isAble = people.some(({ userId, canApprove }) => userId === id && canApprove);
      return { id, name: nameOf(id), note: entryOf(id)?.gone ?? (isAble ? null : "may not approve") };
    }),
    ...groupIds.map((id) => ({ id, name: `${nameOf(id)} (group)` })),
  ];
  const remove = (id: string) =>
    onChange({
      approverIds: approverIds.filter((each) => each !== id),
      groupIds: groupIds.filter((each) => each !== id),
    });
  return (
    <section
      aria-label={`Step ${number}`}
      className="flex min-w-0 flex-col gap-2.5 rounded-md border border-line bg-canvas p-3"
    >
      <div className="flex items-start gap-2">
        <span className="min-h-8 flex-1 content-center font-medium text-ink-muted text-xs touch:min-h-11">
          Step {number}
        </span>
        {isOnly ? null : (
          <Button variant="ghost" size="icon" aria-label={`Remove step ${number}`} onClick={onRemove}>
            <Trash2 aria-hidden="true" />
          </Button>
        )}
      </div>
      {asksWhen ? (
        <Field label="Asked">
          <Select
            value={step.parallel ? "same" : "after"}
            onChange={(event) => onChange({ parallel: event.target.value === "same" })}
          >
            <option value="after">after {above}</option>
            <option value="same">at the same time as {above}</option>
          </Select>
        </Field>
      ) : null}
      <Field label="People and groups" error={error}>
        <Combobox
          options={options}
          value={null}
          onValueChange={add}
          placeholder={chips.length > 0 ? "Add another" : "Type a name"}
          emptyText="Nobody else may approve"
        />
      </Field>
      <Chips label={`Step ${number}: who approves`} chips={chips} onRemove={remove} />
      {asksSeveral ? (
        <Field label="How many must approve">
          <Select
            value={need}
            onChange={(event) => onChange({ need: event.target.value === "all" ? "all" : "any" })}
          >
            <option value="any">Any one of them</option>
            <option value="all">All of them</option>
          </Select>
        </Field>
      ) : null}
    </section>
  );
}
