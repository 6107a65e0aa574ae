"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Failure } from "@/app/_actions/use-sending";
import { DialogForm } from "@/app/_components/dialog-form";
import { Dialog } from "@/app/_ui/dialog";

type NewEntryDialogProps = {
  title: string;
  submitLabel: string;
  pending: boolean;
  failure: Failure;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A small window over the bill that is being entered: Enter creates, Escape goes back to the field. */
export function NewEntryDialog({ title, onClose, ...props }: NewEntryDialogProps) {
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
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={title}
      description="It goes to QuickBooks before the first bill that names it."
    >
      <DialogForm ref={form} label={title} {...props} />
    </Dialog>
  );
}
