"use client";

import { useActionState, useState } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { DateInput } from "@/app/_ui/date-input";
import { Field } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { Switch } from "@/app/_ui/switch";
import { setImport } from "../../actions";

/** Whether bills that somebody enters in QuickBooks come over, and from which bill date on. */
export function ImportForm({ connectionId, since }: { connectionId: string; since: string | null }) {
  const [state, send] = useActionState(setImport, UNSENT);
  const [on, setOn] = useState(since !== null);
  return (
    <form action={send}>
      <Panel
        title="Bills entered in QuickBooks"
        description="They come over marked as entered there, without an approval."
        footer={<SubmitButton variant="secondary">Save</SubmitButton>}
      >
        <div className="flex flex-col gap-3">
          {state.error && state.code !== "invalid" ? <Alert tone="red" title={state.error} live /> : null}
          {state.ok ? (
            <Alert tone="green" title="Saved" live>
              {on ? "The next run reads them." : "Bills that came over already stay."}
            </Alert>
          ) : null}
          <input type="hidden" name="connectionId" value={connectionId} />
          <input type="hidden" name="import" value={on ? "on" : "off"} />
          <Switch label="Take them over" checked={on} onCheckedChange={setOn} />
          <Field label="Dated from" error={state.fields.since} hint="Older bills stay in QuickBooks alone.">
            <DateInput
              className="max-w-48"
              key={state.sent}
              name="since"
              defaultValue={state.values.since ?? since ?? ""}
              disabled={!on}
              required={on}
            />
          </Field>
        </div>
      </Panel>
    </form>
  );
}
