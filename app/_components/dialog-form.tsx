"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import type { Failure } from "@/app/_actions/use-sending";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";

type DialogFormProps = {
  label: string;
  submitLabel: string;
  pending: boolean;
  failure: Failure;
  onSubmit: () => void;
  children: ReactNode;
  ref?: RefObject<HTMLFormElement | null>;
};

/** The form inside a window: what was wrong above its fields, or the first wrong field in focus. */
export function DialogForm({ label, submitLabel, pending, failure, onSubmit, ...props }: DialogFormProps) {
  const own = useRef<HTMLFormElement>(null);
  const form = props.ref ?? own;
  const isOfField = Object.keys(failure.fields).length > 0;
  useEffect(() => {
    if (Object.keys(failure.fields).length > 0)
      form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure, form]);
  return (
    <form
      ref={form}
      noValidate
      aria-label={label}
      // React hands events of a window over to the form it was opened from, which must not see them.
      onKeyDown={(event) => event.stopPropagation()}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onSubmit();
      }}
    >
      <DialogBody>
        {failure.error && !isOfField ? <Alert tone="red" title={failure.error} live /> : null}
        {props.children}
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
