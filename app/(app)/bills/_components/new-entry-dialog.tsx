"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";

type NewEntryDialogProps = {
  title: string;
  submitLabel: string;
  pending: boolean;
  failure: Pick<FormState, "error" | "fields">;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A small window over the bill that is being entered: Enter creates, Escape goes back to the field. */
export function NewEntryDialog({ title, failure, pending, onClose, ...props }: NewEntryDialogProps) {
  const form = useRef<HTMLFormElement>(null);
  // The window has no button of its own to give the focus back to: it goes to the field it came from.
  const [cameFrom] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        if (!form.current && cameFrom instanceof HTMLElement) cameFrom.focus();
      });
    },
    [cameFrom],
  );
  useEffect(() => {
    if (Object.keys(failure.fields).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure]);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      description="It goes to QuickBooks before the first bill that names it."
    >
      <form
        ref={form}
        noValidate
        aria-label={title}
        // React hands events of a window over to the form it was opened from: the bill must not see them.
        onKeyDown={(event) => event.stopPropagation()}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          props.onSubmit();
        }}
      >
        <DialogBody>
          {failure.error && Object.keys(failure.fields).length === 0 ? (
            <Alert tone="red" title={failure.error} live />
          ) : null}
          {props.children}
        </DialogBody>
        <DialogFooter>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={pending}>
            {props.submitLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
