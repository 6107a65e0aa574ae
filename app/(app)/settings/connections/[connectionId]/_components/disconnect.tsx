"use client";

import { Unplug } from "lucide-react";
import { useRouter } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { ConfirmDialog } from "@/app/_ui/confirm-dialog";
import { toast } from "@/app/_ui/toast";
import type { QueuedWork } from "@/lib/queue/connection-jobs";
import { disconnect } from "../../actions";

/** One and many of each kind of work, and what becomes of one. */
const KINDS: Record<string, { one: string; many: string; it: string; they: string }> = {
  vendor: { one: "vendor", many: "vendors", it: "stays here", they: "stay here" },
  item: { one: "item", many: "items", it: "stays here", they: "stay here" },
  customer: { one: "customer or job", many: "customers and jobs", it: "stays here", they: "stay here" },
  bill: { one: "bill", many: "bills", it: "stays approved", they: "stay approved" },
  payment: { one: "payment", many: "payments", it: "stays recorded", they: "stay recorded" },
  removal: {
    one: "void or deletion",
    many: "voids and deletions",
    it: "is not carried out",
    they: "are not carried out",
  },
};

const counted = (kind: string, count: number): string => {
  const { one, many } = KINDS[kind] ?? { one: `${kind} record`, many: `${kind} records` };
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
};

function remaining(kind: string, count: number): string {
  const { it, they } = KINDS[kind] ?? { it: "stays here", they: "stay here" };
  return count === 1 ? `it ${it}` : `they ${they}`;
}

type DisconnectProps = { connectionId: string; name: string; queued: QueuedWork[] };

/** Disconnects the company file, after saying what becomes of what waits for it. */
export function Disconnect({ connectionId, name, queued }: DisconnectProps) {
  const router = useRouter();
  const remove = async () => {
    const outcome = await disconnect({ connectionId });
    if (outcome.ok) router.push("/settings/connections");
    else toast.error("The company file was not disconnected", { description: outcome.error ?? "" });
    return outcome.ok;
  };
  const inFlight = queued.filter((work) => work.inFlight > 0);
  const unsent = queued.filter((work) => work.unsent > 0);
  return (
    <ConfirmDialog
      tone="danger"
      trigger={
        <Button>
          <Unplug aria-hidden="true" />
          Disconnect
        </Button>
      }
      title={`Disconnect ${name}?`}
      description="Its password stops working and nothing syncs any more. Bills, lists and history stay, and an Admin can connect the company file again."
      confirmLabel="Disconnect"
      onConfirm={remove}
    >
      {unsent.length + inFlight.length === 0 ? (
        <p className="text-ink-muted text-sm">Nothing waits for QuickBooks now.</p>
      ) : (
        <div className="flex flex-col gap-2 text-sm">
          <p className="font-medium text-ink">What waits for QuickBooks</p>
          <ul className="flex list-disc flex-col gap-1 pl-5 text-ink-muted marker:text-ink-faint">
            {unsent.map(({ kind, unsent: count }) => (
              <li key={kind}>
                {counted(kind, count)} will not be sent; {remaining(kind, count)}.
              </li>
            ))}
            {inFlight.map(({ kind, inFlight: count }) => (
              <li key={`sent-${kind}`}>
                {counted(kind, count)} sent and not answered: QuickBooks may have them. Reconnecting finds out
                first; nothing is doubled.
              </li>
            ))}
          </ul>
        </div>
      )}
    </ConfirmDialog>
  );
}
