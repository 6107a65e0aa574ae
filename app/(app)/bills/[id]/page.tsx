import { ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireFollower } from "@/app/_components/drawn-version";
import { Moment } from "@/app/_components/moment";
import { moneyText } from "@/app/_components/money";
import { SyncIcon } from "@/app/_components/sync-icon";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { may } from "@/lib/access/actor";
import type { BillState } from "@/lib/bills/bill-states";
import { env } from "@/lib/core/env";
import { listPeople } from "@/lib/orgs/people-views";
import { findBill } from "../_components/find-bill";
import { ApprovalPanel } from "./_components/approval-panel";
import { BillButtons } from "./_components/bill-buttons";
import { BillDetails } from "./_components/bill-details";
import { BillDocuments } from "./_components/bill-documents";
import { BillLines } from "./_components/bill-lines";
import { BillSeen } from "./_components/bill-seen";
import { BillTimeline } from "./_components/bill-timeline";
import { ChecksPanel } from "./_components/checks-panel";
import { CommentPanel } from "./_components/comment-panel";
import { HistoryPanel } from "./_components/history-panel";
import { PaymentsPanel } from "./_components/payments-panel";
import { QuickBooksPanel } from "./_components/quickbooks-panel";
import { StateBadge } from "./_components/state-badge";
import { VerdictProvider } from "./_components/verdict-context";
import { VerdictNotice } from "./_components/verdict-notice";

type BillPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ reject?: string }>;
};

/** Where the bill is listed now. */
const LISTED: Record<BillState, { href: string; label: string }> = {
  draft: { href: "/inbox", label: "Inbox" },
  in_approval: { href: "/approvals", label: "Approvals" },
  approved: { href: "/payables", label: "Accounts Payable" },
  paid: { href: "/archive", label: "Archive" },
  rejected: { href: "/archive", label: "Archive" },
  voided: { href: "/archive", label: "Archive" },
  deleted: { href: "/archive", label: "Archive" },
};

export async function generateMetadata({ params }: BillPageProps): Promise<Metadata> {
  const bill = await findBill(await requireFollower(), (await params).id);
  if (!bill) return { title: "Bill" };
  const { vendor, invoiceNumber } = bill.content;
  return { title: [vendor?.name ?? "Bill", invoiceNumber].filter(Boolean).join(" ") };
}

function Neighbour({ href, label, icon }: { href: string | null; label: string; icon: React.ReactNode }) {
  if (!href) return null;
  return (
    <Button asChild size="icon" variant="ghost">
      <Link href={href} aria-label={label} title={label}>
        {icon}
      </Link>
    </Button>
  );
}

/** One bill: what it says at the left, where it stands and what can be done at the right. */
export default async function BillPage({ params, searchParams }: BillPageProps) {
  const [actor, { id }, query] = await Promise.all([requireFollower(), params, searchParams]);
  const [bill, people] = await Promise.all([findBill(actor, id), listPeople(actor, {})]);
  if (!bill) notFound();
  const { content, neighbours, sync, link } = bill;
  const next = neighbours.next ?? neighbours.previous;
  return (
    <VerdictProvider
      key={id}
      nextHref={next ? `/bills/${next}` : null}
      revision={bill.revisions.at(-1) ?? null}
    >
      <BillSeen actor={actor} billId={id} />
      <PageHeader
        title={content.vendor?.name ?? "No vendor yet"}
        back={LISTED[bill.state]}
        status={
          <>
            <StateBadge state={bill.state} />
            {bill.isImported ? <Badge>From QuickBooks</Badge> : null}
          </>
        }
        description={
          <span className="flex flex-wrap items-center gap-x-1.5">
            <span>{content.invoiceNumber || "No invoice number"}</span>
            <SyncIcon
              billId={id}
              sync={sync}
              changed={link?.differs ?? false}
              mayRequeue={bill.allowed.requeue}
            />
            <span>
              <span className="max-md:hidden">· </span>entered by {bill.enteredBy},{" "}
              <Moment at={bill.createdAt} />
            </span>
          </span>
        }
        actions={
          <div className="flex items-center gap-3">
            <span className="tabular font-semibold text-2xl text-ink tracking-tight">
              {moneyText(content.amount, content.currency)}
            </span>
            {neighbours.previous || neighbours.next ? (
              <nav aria-label="Bills waiting for you" className="flex">
                <Neighbour
                  href={neighbours.previous ? `/bills/${neighbours.previous}` : null}
                  label="Previous bill waiting for you"
                  icon={<ChevronLeft aria-hidden="true" />}
                />
                <Neighbour
                  href={neighbours.next ? `/bills/${neighbours.next}` : null}
                  label="Next bill waiting for you"
                  icon={<ChevronRight aria-hidden="true" />}
                />
              </nav>
            ) : null}
          </div>
        }
      />
      <BillDocuments
        billId={id}
        documents={bill.documents}
        mayChange={bill.allowed.edit}
        isInApproval={bill.state === "in_approval"}
        megabytes={env().MAX_DOCUMENT_MB}
      >
        <div className="grid items-start gap-4 lg:max-[68.75rem]:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] @min-[52rem]:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
          <div className="flex min-w-0 flex-col gap-4">
            <BillDetails bill={bill} />
            <div id="lines" className="scroll-mt-24">
              <BillLines content={content} />
            </div>
            <div className="flex flex-col gap-4 max-lg:hidden @max-[52rem]:hidden">
              <BillTimeline entries={bill.timeline} />
            </div>
          </div>
          {/* In one column, which the documents leave, the verdict comes first: it stands beside what it is about. */}
          <div className="flex min-w-0 flex-col gap-4 @max-[52rem]:contents">
            <div className="min-w-0 @max-[52rem]:order-first">
              <ApprovalPanel bill={bill} userId={actor.userId} people={people}>
                <VerdictNotice bill={bill} userId={actor.userId} />
                <BillButtons key={bill.version} bill={bill} asksToReject={query.reject === "1"} />
              </ApprovalPanel>
            </div>
            <CommentPanel billId={id} timeline={bill.timeline} people={people} myId={actor.userId} />
            <ChecksPanel bill={bill} actor={actor} />
            <PaymentsPanel actor={actor} billId={id} />
            <QuickBooksPanel bill={bill} />
            <HistoryPanel bill={bill} mayExport={may(actor, "record.export")} />
            <div className="lg:hidden @max-[52rem]:block">
              <BillTimeline entries={bill.timeline} />
            </div>
            {/* On a phone the verdict's bar stands over the page's end: as much room is left there. */}
            {bill.allowed.approve || bill.allowed.reject ? <div className="h-12 md:hidden" /> : null}
          </div>
        </div>
      </BillDocuments>
    </VerdictProvider>
  );
}
