"use client";

import { useState, useTransition } from "react";
import { refusalOf } from "@/app/_actions/refusal-of";
import { ReasonDialog } from "@/app/_components/reason-dialog";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { RadioGroup } from "@/app/_ui/radio-group";
import { toast } from "@/app/_ui/toast";
import type { BillView } from "@/lib/bills/bill-views";
import { addAgain, keep, remove } from "../../actions";

type How = "void" | "delete";

const HOW = [
  { value: "void", label: "Void it", hint: "It stays in QuickBooks with an amount of nothing." },
  { value: "delete", label: "Delete it", hint: "It is gone from QuickBooks, with its number." },
];

/** Taking an approved bill out of QuickBooks, taking that order back, and adding the bill there again. */
export function RemovalActions({
  bill,
}: {
  bill: Pick<BillView, "id" | "allowed" | "removal" | "link" | "sync">;
}) {
  const [asking, setAsking] = useState(false);
  const [how, setHow] = useState<How>("void");
  const [pending, start] = useTransition();
  const { allowed, removal, link, sync } = bill;
  const take = () =>
    start(async () => {
      const outcome = await keep({ billId: bill.id });
      if (outcome.ok) toast.success("The order was taken back", { description: "The bill stands." });
      else toast.error("It was not taken back", { description: refusalOf(outcome) ?? "" });
    });
  const again = async () => {
    const outcome = await addAgain({ billId: bill.id });
    if (outcome.ok) toast.success("The bill waits for QuickBooks");
    else toast.error("The bill was not added", { description: refusalOf(outcome) ?? "" });
    return undefined;
  };
  return (
    <>
      {removal ? (
        <Alert
          tone="amber"
          title={removal.how === "void" ? "To be voided in QuickBooks" : "To be deleted in QuickBooks"}
          action={
            allowed.keep ? (
              <Button size="sm" pending={pending} onClick={take}>
                Take back
              </Button>
            ) : null
          }
        >
          {sync.kind === "waiting" ? "It happens with the Web Connector's next update. " : null}
          {removal.by}: “{removal.reason}”
        </Alert>
      ) : null}
      {allowed.addAgain ? (
        <ConfirmDialog
          trigger={<Button className="w-full">Add to QuickBooks again</Button>}
          title="Add the bill to QuickBooks again?"
          description="It returns to Accounts Payable as it was approved, and goes with the next update as a new bill."
          confirmLabel="Add again"
          onConfirm={again}
        />
      ) : null}
      {allowed.remove ? (
        <Button variant="ghost" className="-ml-3 self-start" onClick={() => setAsking(true)}>
          {link ? "Void or delete in QuickBooks" : "Void this bill"}
        </Button>
      ) : null}
      <ReasonDialog
        open={asking}
        onOpenChange={setAsking}
        title={link ? "Take this bill out of QuickBooks" : "Void this bill"}
        description={
          link
            ? "It happens with the next update; then the bill moves to the Archive. The approval record is kept."
            : "QuickBooks does not have it yet: it leaves the sync queue and moves to the Archive at once."
        }
        label="Reason"
        missing="Say why."
        confirmLabel={link && how === "delete" ? "Delete" : "Void"}
        tone="danger"
        onConfirm={async (reason) => {
          const outcome = await remove({ billId: bill.id, how: link ? how : "void", reason });
          if (outcome.ok) toast.success(link ? "It happens with the next update" : "The bill is void");
          return refusalOf(outcome);
        }}
      >
        {link ? (
          <RadioGroup
            legend="In QuickBooks"
            name="how"
            options={HOW}
            value={how}
            onValueChange={(value) => setHow(value === "delete" ? "delete" : "void")}
          />
        ) : null}
      </ReasonDialog>
    </>
  );
}
