"use client";

import { PasswordOnce } from "@/app/_components/password-once";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";

/** The password of a person, just made: the inside of a dialog. */
export function PersonPassword({ name, password }: { name: string; password: string }) {
  return (
    <>
      <DialogBody>
        <PasswordOnce password={password} label={`Password for ${name}`}>
          Hand it over in person or in a message that only they read; they sign in with it and their email
          address.
        </PasswordOnce>
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button variant="primary">Done</Button>
        </DialogClose>
      </DialogFooter>
    </>
  );
}
