"use client";

import { useState } from "react";
import { moneyText } from "@/app/_components/money";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { Dialog } from "@/app/_ui/dialog";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Link } from "@/app/_ui/link";
import { RadioGroup } from "@/app/_ui/radio-group";
import type { ApplyExample, ApplyPreview } from "@/lib/workflow/preview-apply";

const bills = (count: number): string => (count === 1 ? "1 bill" : `${count} bills`);

const OUTCOMES: Record<ApplyExample["outcome"], (approvers: string[]) => string> = {
  asked: (approvers) => `would ask ${approvers.join(", ")}`,
  approved: () => "would be approved: it has every signature it needs",
  nobody: () => "keeps its approvers: the rules name nobody who could approve it",
};

type SaveDialogProps = {
  preview: ApplyPreview;
  /** Something was changed; otherwise the saved rules are only applied. */
  isDirty: boolean;
  pending: boolean;
  onSave: (applyToActive: boolean) => void;
  onClose: () => void;
};

/** What saving does to the bills in approval, in numbers, before it is done. */
export function SaveDialog({ preview, isDirty, pending, onSave, onClose }: SaveDialogProps) {
  const [chosen, setChosen] = useState<"new" | "active">(isDirty ? "new" : "active");
  const nothingToDo = preview.changed === 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open || pending ? undefined : onClose())}
      title={isDirty ? "Save the approval workflow" : "Apply the workflow to active bills"}
    >
      <DialogBody>
        <Numbers preview={preview} />
        {isDirty && !nothingToDo ? (
          <RadioGroup
            legend="The rules count for"
            name="apply"
            value={chosen}
            onValueChange={(value) => setChosen(value === "active" ? "active" : "new")}
            options={[
              {
                value: "new",
                label: "Bills that are submitted from now on",
                hint: "Bills in approval keep their approvers.",
              },
              {
                value: "active",
                label: `Also the ${bills(preview.changed)} in approval that it changes`,
                hint: "Signatures of people who are still asked go on counting.",
              },
            ]}
          />
        ) : null}
      </DialogBody>
      <DialogFooter>
        <DialogClose>
          <Button disabled={pending}>Cancel</Button>
        </DialogClose>
        <Button
          variant="primary"
          pending={pending}
          disabled={!isDirty && nothingToDo}
          onClick={() => onSave(chosen === "active" && !nothingToDo)}
        >
          {!isDirty ? "Apply" : chosen === "active" && !nothingToDo ? "Save and apply" : "Save"}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Numbers({ preview }: { preview: ApplyPreview }) {
  const { inApproval, changed, approved, nobody, examples } = preview;
  if (changed + nobody === 0) {
    return (
      <p className="text-ink-muted text-sm">
        {inApproval === 0
          ? "No bill is in approval."
          : `${bills(inApproval)} in approval: ${inApproval === 1 ? "it has" : "all have"} the approvers that these rules ask for.`}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink text-sm">
        Of {bills(inApproval)} in approval, <strong className="font-semibold">{changed}</strong> would change
        approvers; <strong className="font-semibold">{approved}</strong> of them would be approved by it and
        go to Accounts Payable.
      </p>
      {nobody > 0 ? (
        <Alert
          tone="amber"
          title={`${bills(nobody)} could ask nobody, and ${nobody === 1 ? "keeps its" : "keep their"} approvers`}
        />
      ) : null}
      <ul
        aria-label="Bills that would change"
        className="flex flex-col divide-y divide-line rounded-md border border-line"
      >
        {examples.map(({ billId, vendor, invoiceNumber, amount, outcome, approvers }) => (
          <li key={billId} className="px-3 py-1.5 text-sm">
            <Link href={`/bills/${billId}`} target="_blank" className="text-accent-ink hover:underline">
              {[vendor || "No vendor", invoiceNumber].filter(Boolean).join(" · ")}
            </Link>{" "}
            <span className="tabular text-ink-muted">{moneyText(amount)}</span>
            <p className="text-ink-muted text-xs">{OUTCOMES[outcome](approvers)}</p>
          </li>
        ))}
      </ul>
      {changed + nobody > examples.length ? (
        <p className="text-ink-muted text-xs">and {changed + nobody - examples.length} more</p>
      ) : null}
    </div>
  );
}
