"use client";

import { type ReactNode, useState, useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { Textarea } from "@/app/_ui/textarea";

/** What the words are for. */
export type Answer = {
  /** Asked for before anything is sent; null where the words may be left out. */
  missing: string | null;
  confirmLabel: string;
  tone: "primary" | "danger";
  /** Gives the reason of a refusal, undefined when it was done. */
  onConfirm: (text: string) => Promise<string | undefined>;
};

type ReasonDialogProps = Answer & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: string;
  label: string;
  hint?: string;
  /** Another answer, beside the one that is expected. */
  other?: Answer;
  children?: ReactNode;
};

/** Asks for a few words before something is done. Ctrl Enter confirms. */
export function ReasonDialog(props: ReasonDialogProps) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const confirm = (answer: Answer) => {
    if (pending) return;
    if (answer.missing && text.trim() === "") {
      setError(answer.missing);
      return;
    }
    start(async () => {
      const refusal = await answer.onConfirm(text.trim());
      setError(refusal ?? null);
      if (refusal === undefined) {
        setText("");
        props.onOpenChange(false);
      }
    });
  };
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title={props.title}
      description={props.description}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          confirm(props);
        }}
      >
        <DialogBody>
          {props.children}
          <Field
            label={props.label}
            error={error}
            hint={props.hint}
            required={props.missing !== null}
            optional={props.missing === null}
          >
            <Textarea
              value={text}
              rows={3}
              maxLength={2000}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) confirm(props);
              }}
            />
          </Field>
        </DialogBody>
        <DialogFooter>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          {props.other ? <OtherButton answer={props.other} pending={pending} onConfirm={confirm} /> : null}
          <Button type="submit" variant={props.tone} pending={pending}>
            {props.confirmLabel}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function OtherButton({
  answer,
  pending,
  onConfirm,
}: {
  answer: Answer;
  pending: boolean;
  onConfirm: (answer: Answer) => void;
}) {
  return (
    <Button variant={answer.tone} disabled={pending} onClick={() => onConfirm(answer)}>
      {answer.confirmLabel}
    </Button>
  );
}
