import { TriangleAlert } from "lucide-react";
import { moneyText } from "@/app/_components/money";
import { Badge, type BadgeTone } from "@/app/_ui/badge";
import { TextLink } from "@/app/_ui/text-link";
import type { BillForecast } from "@/lib/bills/approval-forecast";

type Outcome = BillForecast["outcome"];

const GROUPS: { outcome: Outcome; tone: BadgeTone; before: string; after: string }[] = [
  {
    outcome: "approved",
    tone: "blue",
    before: "Approved, and on their way to QuickBooks",
    after: "Approved, and on their way to QuickBooks",
  },
  {
    outcome: "waits",
    tone: "amber",
    before: "Approved by you, then waiting for others",
    after: "Approved by you, now waiting for others",
  },
  {
    outcome: "changed",
    tone: "amber",
    before: "Changed since this list was loaded: look at them first",
    after: "Changed since the list was loaded: not approved",
  },
  { outcome: "refused", tone: "red", before: "Not yours to approve now", after: "Not approved" },
];

/** "then Elena Sorensen", "waits for Ann and Bob". */
const names = (of: string[]): string =>
  of.length < 2 ? (of[0] ?? "") : `${of.slice(0, -1).join(", ")} and ${of.at(-1)}`;

/** The bills by what becomes of them. */
export function BillGroups({ bills, isDone }: { bills: BillForecast[]; isDone: boolean }) {
  return GROUPS.map(({ outcome, tone, before, after }) => {
    const own = bills.filter((bill) => bill.outcome === outcome);
    if (own.length === 0) return null;
    const heading = isDone ? after : before;
    return (
      <section key={outcome} aria-label={heading}>
        <h3 className="mb-1 flex items-center gap-2 font-medium text-ink-muted text-xs">
          {heading} <Badge tone={tone}>{own.length}</Badge>
        </h3>
        <ul className="divide-y divide-line rounded-lg border border-line">
          {own.map((bill) => (
            <li key={bill.billId} className="px-3 py-2 text-sm">
              <div className="flex items-baseline justify-between gap-3">
                <span className="min-w-0 truncate">
                  <TextLink href={`/bills/${bill.billId}`}>{bill.invoiceNumber || "No number"}</TextLink>
                  <span className="text-ink-muted"> · {bill.vendor}</span>
                </span>
                <span className="tabular shrink-0 font-medium text-ink">
                  {moneyText(bill.amount, bill.currency)}
                </span>
              </div>
              {bill.waitsFor.length > 0 ? (
                <p className="text-ink-muted text-xs">
                  {isDone ? "Waits for" : "Then"} {names(bill.waitsFor)}
                </p>
              ) : null}
              {bill.why ? <p className="text-ink-muted text-xs">{bill.why}</p> : null}
              {bill.warnings.map((warning) => (
                <p key={warning} className="mt-0.5 flex items-start gap-1.5 text-warning-ink text-xs">
                  <TriangleAlert aria-hidden="true" className="mt-0.5 size-3 shrink-0" />
                  <span className="min-w-0 break-words">{warning}</span>
                </p>
              ))}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}
