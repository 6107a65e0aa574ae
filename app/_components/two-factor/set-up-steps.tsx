"use client";

import { type ReactNode, useState } from "react";
import { useSending } from "@/app/_actions/use-sending";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { CopyField } from "@/app/_ui/copy-field";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import type { NewTwoFactor } from "@/lib/auth/set-up-two-factor";
import { begin, confirm } from "./doors";
import { RecoveryCodes } from "./recovery-codes";

type SetUpStepsProps = {
  /** What to press when the recovery codes are put away. */
  done: ReactNode;
};

/** Sets an authenticator app up: scan, type a first code, put the recovery codes away. */
export function SetUpSteps({ done }: SetUpStepsProps) {
  const [made, setMade] = useState<NewTwoFactor>();
  const [codes, setCodes] = useState<string[]>();
  const [code, setCode] = useState("");
  const beginning = useSending(begin, setMade);
  const confirming = useSending(confirm, (result) => setCodes(result.codes));

  if (codes) {
    return (
      <div className="flex flex-col gap-4">
        <Alert tone="green" title="Two-factor sign-in is on" live />
        <RecoveryCodes codes={codes} />
        <div>{done}</div>
      </div>
    );
  }
  if (!made) {
    return (
      <div className="flex flex-col items-start gap-3">
        {beginning.failure.error ? <Alert tone="red" title={beginning.failure.error} live /> : null}
        <p className="text-ink-muted text-sm">
          You need an authenticator app on your phone, such as Google Authenticator, Microsoft Authenticator
          or 1Password.
        </p>
        <Button variant="primary" pending={beginning.pending} onClick={() => beginning.send({})}>
          Set it up
        </Button>
      </div>
    );
  }
  const { error, fields } = confirming.failure;
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        confirming.send({ code });
      }}
    >
      {error && !fields.code ? <Alert tone="red" title={error} live /> : null}
      <div className="flex gap-4 max-md:flex-col">
        <QrPicture qr={made.qr} />
        <div className="flex min-w-0 flex-1 flex-col gap-3">
          <p className="text-ink text-sm">
            Scan this with the app. It then shows six digits, new ones every half minute.
          </p>
          <Field label="Or type this key into it">
            <CopyField value={made.secret} copyLabel="Copy the key" />
          </Field>
        </div>
      </div>
      <Field label="Code that the app shows" required error={fields.code}>
        <Input
          name="code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          autoComplete="one-time-code"
          inputMode="numeric"
          maxLength={7}
          autoFocus
        />
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={confirming.pending}>
          Turn it on
        </Button>
      </div>
    </form>
  );
}

/** Black on white in both themes: not every app reads the other way round. */
function QrPicture({ qr: { size, path } }: { qr: NewTwoFactor["qr"] }) {
  return (
    <svg
      role="img"
      aria-label="QR code for the authenticator app"
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      shapeRendering="crispEdges"
      className="size-44 shrink-0 rounded-md border border-line"
    >
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
