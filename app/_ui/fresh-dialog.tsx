"use client";

import { Fragment, type ReactNode, useState } from "react";
import { Dialog, type DialogProps } from "@/app/_ui/dialog";

type FreshDialogProps = Pick<DialogProps, "title" | "description"> & {
  trigger: ReactNode;
  size?: "sm" | "md" | "lg";
  /** What is inside, made anew each time the window opens. */
  children: (close: () => void) => ReactNode;
};

/** A window whose inside keeps nothing of the last time: no old words, no old mistakes, no old password. */
export function FreshDialog({ children, ...props }: FreshDialogProps) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <Dialog
      {...props}
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setRound(round + 1);
      }}
    >
      <Fragment key={round}>{children(() => setOpen(false))}</Fragment>
    </Dialog>
  );
}
