"use client";

import { CheckCheck, CircleAlert, Link, Pause } from "lucide-react";
import { cn } from "@/app/_ui/cn";
import { Spinner } from "@/app/_ui/spinner";
import { Tooltip } from "@/app/_ui/tooltip";
import type { SyncStatus } from "@/lib/bills/sync-status";
import { requeueBill } from "./requeue-action";
import { type Requeue, useRequeue } from "./use-requeue";

const frame = "inline-grid size-6 shrink-0 place-items-center rounded-sm [&_svg]:size-4";

type SyncIconProps = {
  billId: string;
  /** Of a record that is not a bill: how that is put back. */
  requeue?: Requeue;
  /** What the record is called in a sentence; "bill" unless said. */
  noun?: string;
  sync: SyncStatus;
  /** QuickBooks has something else now than what was approved. */
  changed?: boolean;
  /** The reader may put a removed bill back. */
  mayRequeue: boolean;
  /** Nothing to open: on the bill's own page. */
  className?: string;
};

/** How a bill stands with QuickBooks, beside its invoice number: link, double check, or the button that requeues. */
export function SyncIcon(props: SyncIconProps) {
  const { billId, sync, changed = false, mayRequeue, className, noun = "bill" } = props;
  const requeue = props.requeue ?? (() => requeueBill({ billId }));
  if (sync.kind === "none") return null;
  if (sync.kind === "removed") {
    return mayRequeue ? (
      <RequeueButton noun={noun} requeue={requeue} sync={sync} {...(className ? { className } : {})} />
    ) : (
      <Sign label="QuickBooks refused it three times" className={cn("text-danger-ink", className)}>
        <Link aria-hidden="true" />
      </Sign>
    );
  }
  if (sync.kind === "blocked") {
    return (
      <Sign
        label="Waiting to sync to QuickBooks"
        detail={sync.reason ?? undefined}
        className={cn("text-warning-ink", className)}
      >
        <Pause aria-hidden="true" />
      </Sign>
    );
  }
  if (sync.kind === "waiting") {
    const detail = sync.error
      ? `Attempt ${sync.attempts} of 3 was refused: ${sync.error.message}`
      : undefined;
    return (
      <Sign
        label="Waiting to sync to QuickBooks"
        detail={detail}
        className={cn("text-accent-ink", className)}
      >
        <Link aria-hidden="true" />
      </Sign>
    );
  }
  return (
    <>
      <Sign label="Linked with QuickBooks" className={cn("text-accent-ink", className)}>
        <CheckCheck aria-hidden="true" />
      </Sign>
      {changed ? (
        <Sign label="Changed in QuickBooks after it was approved" className="text-warning-ink">
          <CircleAlert aria-hidden="true" />
        </Sign>
      ) : null}
    </>
  );
}

type SignProps = { label: string; detail?: string | undefined; className: string; children: React.ReactNode };

/** An icon with its words. An image, not a control: it is read where it stands and takes no tab stop of the row. */
function Sign({ label, detail, className, children }: SignProps) {
  return (
    <Tooltip content={detail ? `${label}. ${detail}` : label}>
      <span role="img" aria-label={label} className={cn(frame, "relative z-1", className)}>
        {children}
      </span>
    </Tooltip>
  );
}

type RequeueButtonProps = { noun: string; requeue: Requeue; sync: SyncStatus; className?: string };

function RequeueButton({ noun, requeue, sync, className }: RequeueButtonProps) {
  const { pending, putBack } = useRequeue(noun, requeue);
  return (
    <Tooltip
      content={
        sync.error
          ? `QuickBooks refused it three times: ${sync.error.message} Put it back into the sync queue.`
          : "Put back into the sync queue"
      }
    >
      <button
        type="button"
        aria-label="Put back into the sync queue"
        aria-busy={pending || undefined}
        onClick={pending ? undefined : putBack}
        className={cn(
          frame,
          "border border-accent-line bg-accent-soft text-accent-ink transition-colors hover:border-accent touch:size-11",
          className,
        )}
      >
        {pending ? <Spinner /> : <Link aria-hidden="true" />}
      </button>
    </Tooltip>
  );
}
