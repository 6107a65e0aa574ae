"use client";

import { Plus } from "lucide-react";
import { useActionState, useState } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ConnectionView } from "@/lib/quickbooks/connections/connection-views";
import { addConnection } from "../actions";
import { ConnectSteps } from "./connect-steps";
import { ConnectorPassword } from "./connector-password";
import { FrequencyField } from "./frequency-field";

/** Adds a company file: first its name, then its password and what to do with it. */
export function AddConnection({ connections }: { connections: ConnectionView[] }) {
  const [open, setOpen] = useState(false);
  // A new number makes a new form, so that the next company file does not begin with the last one's password.
  const [round, setRound] = useState(0);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setRound(round + 1);
      }}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          Add a company file
        </Button>
      }
      title="Connect a company file"
      description="Through Intuit's QuickBooks Web Connector, on the computer that has QuickBooks."
    >
      <AddForm key={round} connections={connections} />
    </Dialog>
  );
}

function AddForm({ connections }: { connections: ConnectionView[] }) {
  const [state, send] = useActionState(addConnection, UNSENT);
  const { fields, values, result } = state;
  if (result) {
    const created = connections.find(({ id }) => id === result.connectionId);
    return (
      <>
        <DialogBody>
          <ConnectorPassword password={result.password} />
          <ConnectSteps
            connection={
              created ?? {
                id: result.connectionId,
                firstContactAt: null,
                recognisedAt: null,
                lastRunEndedAt: null,
              }
            }
          />
        </DialogBody>
        <DialogFooter>
          <DialogClose>
            <Button variant="primary">Done</Button>
          </DialogClose>
        </DialogFooter>
      </>
    );
  }
  return (
    <form action={send}>
      <DialogBody>
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
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <SubmitButton>Create the connection</SubmitButton>
      </DialogFooter>
    </form>
  );
}
