"use client";

import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { toast } from "@/app/_ui/toast";
import type { BillView } from "@/lib/bills/bill-views";
import { chooseVersion } from "../../actions";

type VersionChoiceProps = {
  bill: Pick<BillView, "id" | "sync">;
  /** Of the version that is on the screen: a newer one must be looked at first. */
  editSequence: string;
};

/** The choice between two versions of a bill, under the table that shows them side by side. */
export function VersionChoice({ bill, editSequence }: VersionChoiceProps) {
  const choose = async (keep: "approved" | "quickbooks", done: string) => {
    const outcome = await chooseVersion({ billId: bill.id, keep, editSequence });
    if (outcome.ok) toast.success(done);
    else toast.error("Nothing was chosen", { description: outcome.error ?? "" });
    return undefined;
  };
  return (
    <div className="flex flex-wrap gap-2 [&>*]:flex-1">
      <ConfirmDialog
        trigger={<Button>Write approved version</Button>}
        title="Write the approved version to QuickBooks?"
        description="With the next update QuickBooks gets the bill as it was approved. What was changed there since is overwritten."
        confirmLabel="Write approved version"
        onConfirm={() => choose("approved", "The approved version waits for QuickBooks")}
      />
      {bill.sync.kind === "blocked" ? (
        <ConfirmDialog
          trigger={<Button>Keep QuickBooks' version</Button>}
          title="Let QuickBooks' version stand?"
          description="Nothing is sent. The bill stays in QuickBooks as it is there now. The approval record here keeps what was approved."
          confirmLabel="Keep QuickBooks' version"
          onConfirm={() => choose("quickbooks", "QuickBooks' version stands")}
        />
      ) : null}
    </div>
  );
}
