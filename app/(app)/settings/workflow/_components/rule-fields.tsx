"use client";

import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { RadioGroup } from "@/app/_ui/radio-group";
import { ConditionFields } from "./condition-fields";
import type { EditedRule } from "./edited-rule";
import { StepFields } from "./step-fields";
import type { WorkflowState } from "./use-workflow";

type RuleFieldsProps = { rule: EditedRule; index: number; state: WorkflowState };

/** All that is decided about one rule. */
export function RuleFields({ rule, index, state }: RuleFieldsProps) {
  const { fields, change, newStep } = state;
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Field
        label="Name"
        required
        error={fields[`${rule.key}.name`]}
        hint="Approvers read it as the reason why they are asked."
      >
        <Input
          value={rule.name}
          maxLength={80}
          autoFocus={rule.name === ""}
          onChange={(event) => change(rule.key, { name: event.target.value })}
        />
      </Field>
      <ConditionFields rule={rule} fields={fields} onChange={(when) => change(rule.key, { when })} />
      {index > 0 ? (
        <RadioGroup
          legend="Together with the rules above"
          name={`${rule.key}-effect`}
          value={rule.effect}
          onValueChange={(effect) => change(rule.key, { effect: effect === "replace" ? "replace" : "add" })}
          options={[
            {
              value: "add",
              label: "Adds to what stands above",
              hint: "These are asked as well as whom the rules above ask.",
            },
            {
              value: "replace",
              label: "Replaces what stands above",
              hint: "For these bills, whom the rules above ask is not asked. Rules below still add.",
            },
          ]}
        />
      ) : null}
      <StepFields
        rule={rule}
        isFirstRule={index === 0}
        fields={fields}
        newStep={newStep}
        onChange={(steps) => change(rule.key, { steps })}
      />
    </div>
  );
}
