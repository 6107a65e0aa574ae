"use client";

import { useRouter } from "next/navigation";
import { useActionState, useEffect } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Link } from "@/app/_ui/link";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { FrequencyField } from "../../_components/frequency-field";
import { useNewPasswords } from "../../_components/new-passwords";
import { addConnection } from "../../actions";

/** Names a company file and says how often it syncs; the guide goes on from there, with the password. */
export function AddConnection() {
  const [state, send] = useActionState(addConnection, UNSENT);
  const { keep } = useNewPasswords();
  const router = useRouter();
  const { fields, values, result } = state;
  useEffect(() => {
    if (!result) return;
    keep(result.connectionId, result.password);
    router.replace(`/settings/connections/${result.connectionId}/guide`);
  }, [result, keep, router]);
  return (
    <form action={send} className="max-w-xl">
      <Panel
        footer={
          <>
            <Button asChild>
              <Link href="/settings/connections">Cancel</Link>
            </Button>
            <SubmitButton pending={result !== undefined}>Go on</SubmitButton>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          {state.error && state.code !== "invalid" ? <Alert tone="red" title={state.error} live /> : null}
          <Field
            label="Name"
            required
            error={fields.name}
            hint="Shown in the Web Connector and in QuickBooks. Use one name for each company file."
          >
            <Input
              name="name"
              defaultValue={values.name}
              placeholder="Countersign Northwind"
              maxLength={60}
              autoFocus
            />
          </Field>
          <FrequencyField key={state.sent} values={values} error={fields.runEveryMinutes} />
          <p className="text-ink-muted text-xs">
            So often the Web Connector runs by itself. It can be run by hand at any time, and changed later.
          </p>
        </div>
      </Panel>
    </form>
  );
}
