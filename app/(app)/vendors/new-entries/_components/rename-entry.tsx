"use client";

import { Pencil } from "lucide-react";
import { useState, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { EntryNameField } from "@/app/_components/entry-name-field";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import type { NewEntryRow } from "@/lib/ledger/new-entry-views";
import { suggestName } from "@/lib/ledger/suggest-name";
import { nameCustomer, nameItem } from "../../actions";

/** QuickBooks: the name of a record is in use. */
const NAME_TAKEN = "3100";

/** Another name for an entry that QuickBooks does not have yet. */
export function RenameEntry({ entry }: { entry: NewEntryRow }) {
  const [open, setOpen] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <Dialog
      size="sm"
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setRound(round + 1);
      }}
      trigger={
        <Button>
          <Pencil aria-hidden="true" />
          Rename
        </Button>
      }
      title={`Rename ${entry.name}`}
      description="QuickBooks does not have it yet; bills that name it follow."
    >
      <RenameForm key={round} entry={entry} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RenameForm({ entry, onDone }: { entry: NewEntryRow; onDone: () => void }) {
  const isTaken = entry.sync.error?.code === NAME_TAKEN;
  const [name, setName] = useState(isTaken ? suggestName(entry.list, entry.name) : entry.name);
  const [failure, setFailure] = useState<Pick<FormState, "error" | "code" | "fields">>({ fields: {} });
  const [pending, start] = useTransition();
  const save = () =>
    start(async () => {
      const { ok, error, code, fields } = await (entry.list === "item"
        ? nameItem({ itemId: entry.id, name })
        : nameCustomer({ customerId: entry.id, name }));
      if (ok) onDone();
      else setFailure({ fields, ...(error ? { error } : {}), ...(code ? { code } : {}) });
    });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!pending) save();
      }}
    >
      <DialogBody>
        {failure.error && Object.keys(failure.fields).length === 0 ? (
          <Alert tone="red" title={failure.error} live />
        ) : null}
        <EntryNameField list={entry.list} label="Name" value={name} onChange={setName} failure={failure} />
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={pending}>
          Rename
        </Button>
      </DialogFooter>
    </form>
  );
}
