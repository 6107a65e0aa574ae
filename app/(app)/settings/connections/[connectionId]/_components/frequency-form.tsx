"use client";

import { useActionState } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { FrequencyField } from "../../_components/frequency-field";
import { setFrequency } from "../../actions";

/** Changes how often the Web Connector should run. */
export function FrequencyForm({ connectionId, minutes }: { connectionId: string; minutes: number }) {
  const [state, send] = useActionState(setFrequency, UNSENT);
  return (
    <form action={send}>
      <Panel title="How often it runs" footer={<SubmitButton variant="secondary">Save</SubmitButton>}>
        <div className="flex flex-col gap-3">
          {state.error && state.code !== "invalid" ? <Alert tone="red" title={state.error} live /> : null}
          {state.ok ? (
            <Alert tone="green" title="Saved" live>
              The Web Connector reads this from the .qwc file: download the file and open it there again, or
              type the minutes in its Every Min column.
            </Alert>
          ) : null}
          <input type="hidden" name="connectionId" value={connectionId} />
          <FrequencyField
            key={`${minutes} ${state.sent}`}
            minutes={minutes}
            values={state.ok ? {} : state.values}
            error={state.fields.runEveryMinutes}
          />
        </div>
      </Panel>
    </form>
  );
}
