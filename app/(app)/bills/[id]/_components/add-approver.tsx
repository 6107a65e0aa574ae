"use client";

import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useSending } from "@/app/_actions/use-sending";
import { DialogForm } from "@/app/_components/dialog-form";
import { Button } from "@/app/_ui/button";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { FreshDialog } from "@/app/_ui/fresh-dialog";
import { Textarea } from "@/app/_ui/textarea";
import { toast } from "@/app/_ui/toast";
import type { BillView } from "@/lib/bills/bill-views";
import type { PersonView } from "@/lib/orgs/people-views";
import { addApprover } from "../../actions";

type AddApproverProps = { bill: Pick<BillView, "id" | "steps">; people: readonly PersonView[] };

/** Asks one more person to approve this bill. */
export function AddApprover(props: AddApproverProps) {
  return (
    <FreshDialog
      trigger={
        <Button variant="ghost" className="mt-2 w-full">
          <UserPlus aria-hidden="true" />
          Add an approver
        </Button>
      }
      title="Add an approver"
      description="They are asked now, beside whoever the workflow asks, and must approve as well. It is for this round of this bill alone."
      size="sm"
    >
      {(close) => <ApproverForm {...props} onDone={close} />}
    </FreshDialog>
  );
}

function ApproverForm({ bill, people, onDone }: AddApproverProps & { onDone: () => void }) {
  const [userId, setUserId] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const { failure, pending, send } = useSending(addApprover, () => {
    toast.success("They are asked to approve");
    onDone();
  });
  const asked = new Set(bill.steps.flatMap(({ approvers }) => approvers.map((each) => each.userId)));
  const others = people.filter((person) => person.mayApprove && !asked.has(person.userId));
  return (
    <DialogForm
      label="Add an approver"
      submitLabel="Ask them"
      pending={pending}
      failure={failure}
      onSubmit={() => send({ billId: bill.id, userId: userId ?? "", ...(note.trim() ? { note } : {}) })}
    >
      <Field label="Who" error={failure.fields.userId} required>
        <Combobox
          options={others.map((person) => ({ value: person.userId, label: person.name }))}
          value={userId}
          onValueChange={setUserId}
          emptyText="Nobody else may approve"
        />
      </Field>
      <Field label="Note" hint="They read it in the bill's timeline." error={failure.fields.note} optional>
        <Textarea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
    </DialogForm>
  );
}
