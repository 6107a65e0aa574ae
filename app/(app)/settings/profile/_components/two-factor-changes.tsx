"use client";

import { useState } from "react";
import { useSending } from "@/app/_actions/use-sending";
import { DialogForm } from "@/app/_components/dialog-form";
import { renewCodes, turnOff } from "@/app/_components/two-factor/doors";
import { RecoveryCodes } from "@/app/_components/two-factor/recovery-codes";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { FreshDialog } from "@/app/_ui/fresh-dialog";
import { Input } from "@/app/_ui/input";

type ProofFieldProps = {
  hasPassword: boolean;
  value: string;
  onChange: (value: string) => void;
  error?: string[] | undefined;
};

/** The password; for whoever has none, a code. */
function ProofField({ hasPassword, value, onChange, error }: ProofFieldProps) {
  return (
    <Field label={hasPassword ? "Your password" : "Code of your authenticator app"} required error={error}>
      <Input
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoFocus
        {...(hasPassword
          ? { type: "password", autoComplete: "current-password" }
          : { autoComplete: "one-time-code" })}
      />
    </Field>
  );
}

export function RenewCodes({ hasPassword }: { hasPassword: boolean }) {
  return (
    <FreshDialog
      trigger={<Button>New recovery codes</Button>}
      title="New recovery codes"
      description="The old ones work no more."
    >
      {() => <RenewForm hasPassword={hasPassword} />}
    </FreshDialog>
  );
}

function RenewForm({ hasPassword }: { hasPassword: boolean }) {
  const [password, setPassword] = useState("");
  const [codes, setCodes] = useState<string[]>();
  const { failure, pending, send } = useSending(renewCodes, (result) => setCodes(result.codes));
  if (codes) {
    return (
      <>
        <DialogBody>
          <RecoveryCodes codes={codes} />
        </DialogBody>
        <DialogFooter>
          <DialogClose>
            <Button variant="primary">I have put them away</Button>
          </DialogClose>
        </DialogFooter>
      </>
    );
  }
  return (
    <DialogForm
      label="New recovery codes"
      submitLabel="Make new codes"
      pending={pending}
      failure={failure}
      onSubmit={() => send({ password })}
    >
      <ProofField
        hasPassword={hasPassword}
        value={password}
        onChange={setPassword}
        error={failure.fields.password}
      />
    </DialogForm>
  );
}

type TurnOffProps = { hasPassword: boolean; isRequired: boolean; onDone: () => void };

export function TurnOff({ hasPassword, isRequired, onDone }: TurnOffProps) {
  return (
    <FreshDialog
      trigger={<Button>Turn off</Button>}
      title="Turn two-factor sign-in off?"
      description={
        isRequired
          ? "Your organisation asks for it: you are led to setting it up again at once, for another phone."
          : "You sign in with your password alone, and the recovery codes work no more."
      }
    >
      {(close) => (
        <TurnOffForm
          hasPassword={hasPassword}
          onDone={() => {
            close();
            onDone();
          }}
        />
      )}
    </FreshDialog>
  );
}

function TurnOffForm({ hasPassword, onDone }: { hasPassword: boolean; onDone: () => void }) {
  const [password, setPassword] = useState("");
  const { failure, pending, send } = useSending(turnOff, onDone);
  return (
    <DialogForm
      label="Turn two-factor sign-in off"
      submitLabel="Turn off"
      pending={pending}
      failure={failure}
      onSubmit={() => send({ password })}
    >
      <ProofField
        hasPassword={hasPassword}
        value={password}
        onChange={setPassword}
        error={failure.fields.password}
      />
    </DialogForm>
  );
}
