"use client";

import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { CopyField } from "@/app/_ui/copy-field";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import type { SentLink } from "@/lib/orgs/invitation-link";

type LinkOnceProps = {
  link: SentLink;
  name: string;
  email: string;
  /** "Invitation for Ann Archer". */
  label: string;
  /** For how long it works: "seven days". */
  lasts: string;
};

/** A link that lets somebody in, just made: on its way by mail, or to be handed over. The inside of a dialog. */
export function LinkOnce({ link, name, email, label, lasts }: LinkOnceProps) {
  return (
    <>
      <DialogBody>
        {link.path ? (
          <>
            <Field label={label}>
              <CopyField value={new URL(link.path, window.location.origin).href} copyLabel="Copy the link" />
            </Field>
            <Alert tone="amber" title="It is shown this once">
              Send it to {name} in a message that only they read: whoever opens it chooses the password. It
              works once, for {lasts}. If it is lost, make a new one.
            </Alert>
          </>
        ) : (
          <Alert tone="green" title={`A mail is on its way to ${email}`}>
            The link in it works once, for {lasts}.
          </Alert>
        )}
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button variant="primary">Done</Button>
        </DialogClose>
      </DialogFooter>
    </>
  );
}
