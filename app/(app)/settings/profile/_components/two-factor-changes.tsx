"use client";

import { useState } from "react";
import { type Failure, useSending } from "@/app/_actions/use-sending";
import { DialogForm } from "@/app/_components/dialog-form";
import { renewCodes, turnOff } from "@/app/_components/two-factor/doors";
import { RecoveryCodes } from "@/app/_components/two-factor/recovery-codes";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { FreshDialog } from "@/app/_ui/fresh-dialog";
import { Input } from "@/app/_ui/input";

type ProofFormProps = {
  label: string;
  submitLabel: string;
  hasPassword: boolean;
  sending: { failure: Failure; pending: boolean; send(input: { password: string }): void };
};

/** Asks for the password before something is changed; for whoever has none, for a code. */
function ProofForm({ label, submitLabel, hasPassword, sending }: ProofFormProps) {
  const [password, setPassword] = useState("");
  const { failure, pending, send } = sending;
  return (
    <DialogForm
      label={label}
      submitLabel={submitLabel}
      pending={pending}
      failure={failure}
      onSubmit={() => send({ password })}
    >
      <Field
        label={hasPassword ? "Your password" : "Code of your authenticator app"}
        required
        error={failure.fields.password}
      >
        <Input
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          autoFocus
          {...(hasPassword
            ? { type: "password", autoComplete: "current-password" }
            : { autoComplete: "one-time-code" })}
        />
      </Field>
    </DialogForm>
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
  const [codes, setCodes] = useState<string[]>();
  const sending = useSending(renewCodes, (result) => setCodes(result.codes));
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
    <ProofForm
      label="New recovery codes"
      submitLabel="Make new codes"
      hasPassword={hasPassword}
      sending={sending}
    />
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
  const sending = useSending(turnOff, onDone);
  return (
    <ProofForm
      label="Turn two-factor sign-in off"
      submitLabel="Turn off"
      hasPassword={hasPassword}
      sending={sending}
    />
  );
}
