import { CircleCheck } from "lucide-react";
import { Panel } from "@/app/_ui/panel";
import type { Actor } from "@/lib/access/actor";
import type { BillView } from "@/lib/bills/bill-views";
import { readPickLists } from "@/lib/ledger/ledger-views";
import { CheckItem } from "../../_components/check-item";
import { CheckFixes } from "./check-fixes";

/** States in which a bill is still worked on. */
const OPEN = ["draft", "in_approval", "rejected"];

/** What QuickBooks would refuse, before it is asked, each with its way out. Nothing to say about a bill that is settled. */
export async function ChecksPanel({ bill, actor }: { bill: BillView; actor: Actor }) {
  if (!OPEN.includes(bill.state) && bill.checks.length === 0) return null;
  const mayFix = bill.allowed.edit;
  const picks = mayFix && bill.checks.some(({ fixes }) => fixes.some(({ kind }) => kind === "pick"));
  const lists = picks ? await readPickLists(actor, { connectionId: bill.connectionId }) : null;
  return (
    <Panel title="Checks">
      {bill.checks.length === 0 ? (
        <p className="flex items-center gap-2 text-ink-muted">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-accent-ink" />
          Nothing stands against it
        </p>
      ) : (
        <ul className="flex flex-col gap-3">
          {bill.checks.map((check) => (
            <CheckItem key={`${check.field} ${check.message} ${JSON.stringify(check.fixes)}`} check={check}>
              <CheckFixes
                bill={{ id: bill.id, version: bill.version, connectionId: bill.connectionId }}
                field={check.field}
                fixes={check.fixes.filter(({ kind }) => mayFix || kind === "open")}
                lists={lists}
              />
            </CheckItem>
          ))}
        </ul>
      )}
      {!mayFix && bill.state === "approved" && bill.checks.length > 0 ? (
        <p className="mt-3 text-ink-muted text-sm">
          {bill.allowed.unapprove
            ? "Un-approve the bill to correct it."
            : "Somebody with Accounting Access has to un-approve it before it can be corrected."}
        </p>
      ) : null}
    </Panel>
  );
}
