"use client";

import { Alert } from "@/app/_ui/alert";
import { CopyField } from "@/app/_ui/copy-field";
import { Field } from "@/app/_ui/field";

type PasswordOnceProps = {
  password: string;
  /** Whose or what for: "Password for the Web Connector". */
  label: string;
  /** What to do with it before the window closes. */
  children: string;
};

/** A password that was made this moment; only its hash is kept, so it cannot be shown again. */
export function PasswordOnce({ password, label, children }: PasswordOnceProps) {
  return (
    <div className="flex flex-col gap-3">
      <Field label={label}>
        <CopyField value={password} copyLabel="Copy the password" />
      </Field>
      <Alert tone="amber" title="It is shown this once">
        {children} If it is lost, make a new one.
      </Alert>
    </div>
  );
}
