"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { useSending } from "@/app/_actions/use-sending";
import { DialogForm } from "@/app/_components/dialog-form";
import { EntryNameField } from "@/app/_components/entry-name-field";
import { Button } from "@/app/_ui/button";
import { FreshDialog } from "@/app/_ui/fresh-dialog";
import type { NewEntryRow } from "@/lib/ledger/new-entry-views";
import { suggestName } from "@/lib/ledger/suggest-name";
import { nameCustomer, nameItem } from "../../actions";

/** QuickBooks: the name of a record is in use. */
const NAME_TAKEN = "3100";

/** Another name for an entry that QuickBooks does not have yet. */
export function RenameEntry({ entry }: { entry: NewEntryRow }) {
  return (
    <FreshDialog
      size="sm"
      trigger={
        <Button>
          <Pencil aria-hidden="true" />
          Rename
        </Button>
      }
      title={`Rename ${entry.name}`}
      description="QuickBooks does not have it yet; bills that name it follow."
    >
      {(close) => <RenameForm entry={entry} onDone={close} />}
    </FreshDialog>
  );
}

function RenameForm({ entry, onDone }: { entry: NewEntryRow; onDone: () => void }) {
  const isTaken = entry.sync.error?.code === NAME_TAKEN;
  const [name, setName] = useState(isTaken ? suggestName(entry.list, entry.name) : entry.name);
  const { failure, pending, send } = useSending(
    (): Promise<FormState> =>
      entry.list === "item"
        ? nameItem({ itemId: entry.id, name })
        : nameCustomer({ customerId: entry.id, name }),
    onDone,
  );
  return (
    <DialogForm
      label={`Rename ${entry.name}`}
      submitLabel="Rename"
      pending={pending}
      failure={failure}
      onSubmit={() => send(undefined)}
    >
      <EntryNameField list={entry.list} label="Name" value={name} onChange={setName} failure={failure} />
    </DialogForm>
  );
}
