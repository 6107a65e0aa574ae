"use client";

import { AlertDialog as Radix } from "radix-ui";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { scrimClass } from "@/app/_ui/dialog-parts";

type ConfirmDialogProps = {
  trigger?: ReactNode;
  title: ReactNode;
  /** What will happen, and whether it can be undone. */
  description: ReactNode;
  confirmLabel: string;
  cancelLabel?: string;
  /** "danger" for what cannot be undone. */
  tone?: "primary" | "danger";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** May be async: the button waits for it. Return false to keep the window open (it was refused). */
  onConfirm: () => undefined | boolean | Promise<undefined | boolean>;
  /** What else to show, such as the list of what is affected or a refusal's words. */
  children?: ReactNode;
};

/** Asks before something that matters. The focus starts on "Cancel"; only the two buttons and Escape close it. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { tone = "primary", cancelLabel = "Cancel", open, onOpenChange } = props;
  const [ownOpen, setOwnOpen] = useState(false);
  const [pending, startTransition] = useTransition();
  const shown = open ?? ownOpen;
  const setShown = (next: boolean) => {
    setOwnOpen(next);
    onOpenChange?.(next);
  };
  const confirm = () =>
    startTransition(async () => {
      if ((await props.onConfirm()) !== false) setShown(false);
    });
  return (
    <Radix.Root open={shown} onOpenChange={(next) => (pending ? undefined : setShown(next))}>
      {props.trigger ? <Radix.Trigger asChild>{props.trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content className="fixed inset-x-4 top-[20vh] z-50 mx-auto max-h-[70vh] max-w-md overflow-y-auto rounded-xl bg-raised p-5 shadow-overlay focus:outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in">
          <Radix.Title className="font-semibold text-base text-ink">{props.title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1.5 text-ink-muted text-sm">{props.description}</div>
          </Radix.Description>
          {props.children ? <div className="mt-4">{props.children}</div> : null}
          <div className="mt-5 flex justify-end gap-2 max-md:flex-col-reverse">
            <Radix.Cancel asChild>
              <Button disabled={pending}>{cancelLabel}</Button>
            </Radix.Cancel>
            <Button variant={tone} pending={pending} onClick={confirm}>
              {props.confirmLabel}
            </Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
