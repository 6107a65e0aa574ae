"use client";

import { Alert } from "@/app/_ui/alert";
import { CopyField } from "@/app/_ui/copy-field";
import { Field } from "@/app/_ui/field";

/** A password that was made this moment; only its hash is kept, so it cannot be shown again. */
export function PasswordOnce({ password }: { password: string }) {
  return (
    <div className="flex flex-col gap-3">
      <Field label="Password for the Web Connector">
        <CopyField value={password} copyLabel="Copy the password" />
      </Field>
      <Alert tone="amber" title="It is shown this once">
        Copy it now, or keep this window open until it is pasted. If it is lost, make a new one.
      </Alert>
    </div>
  );
}
