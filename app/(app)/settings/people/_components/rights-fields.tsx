"use client";

import { useId } from "react";
import { AmountInput } from "@/app/_ui/amount-input";
import { Checkbox } from "@/app/_ui/checkbox";
import { cn } from "@/app/_ui/cn";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { ROLE_NAMES, ROLES, type Role } from "@/lib/access/roles";
import type { MemberView } from "@/lib/orgs/members-views";
import { checkboxOf } from "./rights-form";

const MEANS: Record<Role, string> = {
  admin: "Everything, and people and connections",
  accounting: "Every bill, the sync queue and its errors",
  approver: "Approves or rejects the bills that ask for it",
  clerk: "Enters bills and submits them",
  viewer: "Sees every bill and changes nothing",
};

type RightsFieldsProps = {
  people: readonly MemberView[];
  /** Whose rights they are; left out for somebody new. */
  person?: MemberView;
  /** What was sent and refused: shown again. */
  values: Record<string, string>;
  fields: Record<string, string[]>;
};

/**
 * Rights, approval limit and supervisor. Give it a new key for each sending: React resets a form after
 * its action, and a checkbox or a select then shows what it was made with.
 */
export function RightsFields({ people, person, values, fields }: RightsFieldsProps) {
  const id = useId();
  const wasSent = Object.keys(values).length > 0;
  const has = (role: Role) =>
    wasSent ? checkboxOf(role) in values : (person?.roles ?? ["clerk"]).includes(role);
  const supervisors = people.filter(
    ({ userId, isActive }) => userId !== person?.userId && (isActive || userId === person?.supervisorId),
  );
  return (
    <>
      <fieldset aria-describedby={`${id}-error`} className="flex min-w-0 flex-col gap-1">
        <legend className="mb-1 font-medium text-ink text-sm">Rights</legend>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            name={checkboxOf(role)}
            label={ROLE_NAMES[role]}
            hint={MEANS[role]}
            defaultChecked={has(role)}
          />
        ))}
        <p
          id={`${id}-error`}
          aria-live="polite"
          className={cn("text-danger-ink text-xs", !fields.roles && "hidden")}
        >
          {fields.roles?.join(" ")}
        </p>
      </fieldset>
      <div className="grid gap-3 md:grid-cols-2">
        <Field
          label="Approval limit"
          optional
          error={fields.approvalLimit}
          hint="A larger bill also asks the supervisor. Empty is no limit."
        >
          <AmountInput
            name="approvalLimit"
            currency="$"
            defaultValue={values.approvalLimit ?? person?.approvalLimit ?? ""}
          />
        </Field>
        <Field label="Supervisor" optional error={fields.supervisorId}>
          <Select
            name="supervisorId"
            placeholder="Nobody"
            defaultValue={values.supervisorId ?? person?.supervisorId ?? ""}
          >
            {supervisors.map(({ userId, name, isActive }) => (
              <option key={userId} value={userId}>
                {isActive ? name : `${name} (deactivated)`}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </>
  );
}
