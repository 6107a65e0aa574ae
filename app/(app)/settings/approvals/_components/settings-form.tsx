"use client";

import { useActionState } from "react";
import { type FormState, UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Checkbox } from "@/app/_ui/checkbox";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { toast } from "@/app/_ui/toast";
import type { ApprovalSettings } from "@/lib/workflow/approval-settings";
import { saveSettings } from "../actions";

const RESTARTS: [name: keyof ApprovalSettings["restartsApproval"], label: string, hint: string][] = [
  ["dates", "Dates", "The date, the due date and the terms"],
  ["coding", "Coding", "Accounts, items, classes, customers and jobs, billable, and the order of the lines"],
  ["documents", "Documents", "One more, one less, or another one"],
  ["memo", "Memo and descriptions", "Words that change no figure and no account"],
];

type SettingsFormProps = { settings: ApprovalSettings; timeZones: string[] };

/** How the organisation approves: one form, so that what belongs together is saved together. */
export function SettingsForm({ settings, timeZones }: SettingsFormProps) {
  const [state, send] = useActionState(async (before: FormState<void>, form: FormData) => {
    const after = await saveSettings(before, form);
    if (after.ok) toast.success("The settings are saved");
    return after;
  }, UNSENT);
  // React empties a form after its action: what was refused is shown again as it was sent.
  const sent = state.sent > 0 && !state.ok ? state.values : null;
  const isOn = (name: string, saved: boolean) => (sent ? name in sent : saved);
  return (
    <form key={state.sent} noValidate action={send} className="flex max-w-2xl flex-col gap-4">
      {state.error && Object.keys(state.fields).length === 0 ? (
        <Alert tone="red" title={state.error} live />
      ) : null}
      <Panel title="Who approves">
        <div className="flex flex-col gap-2">
          <Checkbox
            name="adminsMayOverrideWorkflow"
            label="Admins may override the workflow"
            hint="An Admin can approve or reject a bill that the workflow does not bring to them. Its history says that it was an override."
            defaultChecked={isOn("adminsMayOverrideWorkflow", settings.adminsMayOverrideWorkflow)}
          />
          <Checkbox
            name="nobodyApprovesOwnBills"
            label="Nobody approves what they entered"
            hint="Nor what they changed so that it asks for approval anew. Bills in approval that ask such a person go to others at once."
            defaultChecked={isOn("nobodyApprovesOwnBills", !settings.mayApproveOwnBills)}
          />
        </div>
      </Panel>
      <Panel title="When a bill in approval is changed">
        <fieldset>
          <legend className="text-ink text-sm">These edits start the approval again:</legend>
          <div className="mt-2 flex flex-col gap-2">
            <Checkbox
              label="Amount, vendor, invoice number and lines"
              hint="Always, also a line more or less"
              checked
              disabled
              readOnly
            />
            {RESTARTS.map(([name, label, hint]) => (
              <Checkbox
                key={name}
                name={name}
                label={label}
                hint={hint}
                defaultChecked={isOn(name, settings.restartsApproval[name])}
              />
            ))}
          </div>
          <p className="mt-3 text-ink-muted text-xs">
            After any other edit the signatures count on, and whoever signs next signs the new revision. Other
            coding can still bring other approvers, where the workflow goes by it.
          </p>
        </fieldset>
      </Panel>
      <Panel title="Reminders and days" footer={<SubmitButton>Save</SubmitButton>}>
        <div className="grid gap-4 md:grid-cols-2">
          <Field
            label="Remind approvers after"
            hint="Days that a bill has waited for them; 0 is never."
            error={state.fields.reminderDays}
          >
            <Input
              name="reminderDays"
              type="number"
              inputMode="numeric"
              min={0}
              max={60}
              defaultValue={sent?.reminderDays ?? String(settings.reminderDays)}
            />
          </Field>
          <Field
            label="Time zone"
            hint="Absences, digests and reminders go by its days."
            error={state.fields.timeZone}
          >
            <Combobox
              name="timeZone"
              clearable={false}
              options={timeZones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
              defaultValue={sent?.timeZone ?? settings.timeZone}
            />
          </Field>
        </div>
      </Panel>
    </form>
  );
}
