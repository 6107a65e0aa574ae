"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { refusalOf } from "@/app/_actions/refusal-of";
import { ReasonDialog } from "@/app/_components/reason-dialog";
import { useKeys } from "@/app/_components/use-keys";
import { ActionBar } from "@/app/_ui/action-bar";
import { Button } from "@/app/_ui/button";
import { Kbd } from "@/app/_ui/kbd";
import { toast } from "@/app/_ui/toast";
import type { BillView } from "@/lib/bills/bill-views";
import { approve, reject, resubmit, submit, unapprove } from "../../actions";
import { OverrideDialog } from "./override-dialog";
import { useVerdict } from "./verdict-context";

type Asking = "reject" | "override" | "unapprove" | null;

type BillButtonsProps = {
  bill: Pick<BillView, "id" | "version" | "state" | "allowed" | "neighbours" | "link">;
  /** Opened by a list's key r: the window that asks for the note stands open. */
  asksToReject: boolean;
};

/** What this person may do to the bill now: only what the server would let them. */
export function BillButtons({ bill, asksToReject }: BillButtonsProps) {
  const router = useRouter();
  const { given, pending, give, changedSince, nextHref } = useVerdict();
  const [asking, setAsking] = useState<Asking>(asksToReject && bill.allowed.reject ? "reject" : null);
  const [sending, start] = useTransition();
  const { allowed, neighbours } = bill;
  const base = { billId: bill.id, version: bill.version };
  // What changed under somebody's eyes is looked at before it is decided.
  const isDeciding = given === null && !pending && changedSince === null;
  const mayApprove = allowed.approve && isDeciding;
  const mayReject = allowed.reject && isDeciding;

  const approveNow = () => give("approved", () => approve(base));
  const approveAndGoOn = async () => {
    if ((await approveNow()) && nextHref) router.push(nextHref);
  };
  const send = (action: typeof submit | typeof resubmit) =>
    start(async () => {
      const outcome = await action({ billId: bill.id });
      if (outcome.ok) toast.success("Submitted for approval");
      else toast.error("It was not submitted", { description: refusalOf(outcome) ?? "" });
    });
  useKeys({
    a: mayApprove ? () => void approveNow() : undefined,
    A: mayApprove && nextHref ? () => void approveAndGoOn() : undefined,
    r: mayReject ? () => setAsking("reject") : undefined,
    e: allowed.edit ? () => router.push(`/bills/${bill.id}/edit`) : undefined,
    j: neighbours.next ? () => router.push(`/bills/${neighbours.next}`) : undefined,
    k: neighbours.previous ? () => router.push(`/bills/${neighbours.previous}`) : undefined,
  });

  const verdicts = (key: boolean) => (
    <>
      {mayReject ? (
        <Button aria-keyshortcuts="r" className="flex-1" onClick={() => setAsking("reject")}>
          Reject
        </Button>
      ) : null}
      {mayApprove ? (
        <Button
          variant="primary"
          aria-keyshortcuts="a"
          aria-label="Approve"
          className="flex-1"
          onClick={() => void approveNow()}
        >
          Approve
          {key ? (
            <Kbd className="border-on-solid/25 bg-transparent text-on-solid max-md:hidden">a</Kbd>
          ) : null}
        </Button>
      ) : null}
      {mayApprove && nextHref ? (
        <Button aria-keyshortcuts="Shift+A" className="flex-1" onClick={() => void approveAndGoOn()}>
          Approve, next
        </Button>
      ) : null}
    </>
  );
  const others = [
    allowed.submit ? (
      <Button key="submit" variant="primary" pending={sending} onClick={() => send(submit)}>
        Submit for approval
      </Button>
    ) : null,
    allowed.resubmit ? (
      <Button key="resubmit" variant="primary" pending={sending} onClick={() => send(resubmit)}>
        Re-submit
      </Button>
    ) : null,
    allowed.edit ? (
      <Button key="edit" aria-keyshortcuts="e" onClick={() => router.push(`/bills/${bill.id}/edit`)}>
        Edit
      </Button>
    ) : null,
    (allowed.override.approve || allowed.override.reject) && isDeciding ? (
      <Button key="override" onClick={() => setAsking("override")}>
        Override
      </Button>
    ) : null,
    allowed.unapprove ? (
      <Button key="unapprove" onClick={() => setAsking("unapprove")}>
        Un-approve
      </Button>
    ) : null,
  ].filter((button) => button !== null);

  return (
    <>
      {mayApprove || mayReject ? <div className="mt-4 flex gap-2 max-md:hidden">{verdicts(true)}</div> : null}
      {others.length > 0 ? <div className="mt-4 flex flex-wrap gap-2 [&>*]:flex-1">{others}</div> : null}
      {mayApprove || mayReject ? (
        <ActionBar label="Your verdict" className="fixed inset-x-0 max-md:mx-0 md:hidden">
          {verdicts(false)}
        </ActionBar>
      ) : null}
      <ReasonDialog
        open={asking === "reject"}
        onOpenChange={(open) => setAsking(open ? "reject" : null)}
        title="Reject this bill"
        description="It goes to the Archive. Whoever entered it can correct it and submit it again."
        label="Note"
        hint="Whoever entered the bill reads this."
        missing="Say why you reject it."
        confirmLabel="Reject"
        tone="danger"
        onConfirm={async (note) => {
          await give("rejected", () => reject({ ...base, note }));
          return undefined;
        }}
      />
      <OverrideDialog
        bill={bill}
        open={asking === "override"}
        onOpenChange={(open) => setAsking(open ? "override" : null)}
      />
      <ReasonDialog
        open={asking === "unapprove"}
        onOpenChange={(open) => setAsking(open ? "unapprove" : null)}
        title="Un-approve this bill"
        description={
          bill.link
            ? "It becomes a draft and needs approval again. QuickBooks keeps the bill as it is until then."
            : "It becomes a draft, leaves the sync queue and needs approval again."
        }
        label="Reason"
        missing="Say why."
        confirmLabel="Un-approve"
        tone="danger"
        onConfirm={async (reason) => {
          const outcome = await unapprove({ billId: bill.id, reason });
          if (outcome.ok) toast.success("The bill is a draft again");
          return refusalOf(outcome);
        }}
      />
    </>
  );
}
