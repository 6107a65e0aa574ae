"use client";

import { type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { VendorFields } from "@/app/_components/vendor-fields";
import type { VendorForm } from "@/app/_components/vendor-form";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import type { PickOption } from "@/lib/ledger/ledger-views";

type VendorDialogProps = {
  trigger: ReactNode;
  title: string;
  description: string;
  submitLabel: string;
  initial: VendorForm;
  terms: readonly PickOption[];
  /** Shows check name and address from the start. */
  whole?: boolean;
  save: (vendor: VendorForm) => Promise<FormState>;
};

/** The form of a vendor in a window: made anew each time it is opened. */
export function VendorDialog({ trigger, title, description, ...form }: VendorDialogProps) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setRound(round + 1);
      }}
      trigger={trigger}
      title={title}
      description={description}
    >
      <VendorDialogForm key={round} {...form} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

type FormProps = Omit<VendorDialogProps, "trigger" | "title" | "description"> & { onDone: () => void };

function VendorDialogForm({ initial, terms, whole, submitLabel, save, onDone }: FormProps) {
  const [vendor, setVendor] = useState(initial);
  const [failure, setFailure] = useState<Pick<FormState, "error" | "code" | "fields">>({ fields: {} });
  const [pending, start] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(failure.fields).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure]);
  const submit = () =>
    start(async () => {
      const { ok, error, code, fields } = await save(vendor);
      if (ok) onDone();
      else setFailure({ fields, ...(error ? { error } : {}), ...(code ? { code } : {}) });
    });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) submit();
      }}
    >
      <DialogBody>
        {failure.error && Object.keys(failure.fields).length === 0 ? (
          <Alert tone="red" title={failure.error} live />
        ) : null}
        <VendorFields
          vendor={vendor}
          change={(next) => setVendor((before) => ({ ...before, ...next }))}
          terms={terms}
          failure={failure}
          {...(whole ? { whole } : {})}
        />
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          {submitLabel}
        </Button>
      </DialogFooter>
    </form>
  );
}
