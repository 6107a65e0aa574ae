import { ActorName } from "@/app/_components/actor-name";
import { Day } from "@/app/_components/day";
import { Moment } from "@/app/_components/moment";
import { Badge, type BadgeTone } from "@/app/_ui/badge";
import { Panel } from "@/app/_ui/panel";
import { Stepper } from "@/app/_ui/stepper";
import { TextLink } from "@/app/_ui/text-link";
import type { ApproverView, StepView } from "@/lib/bills/approval-steps";
import type { BillView } from "@/lib/bills/bill-views";
import type { PersonView } from "@/lib/orgs/people-views";
import { AddApprover } from "./add-approver";

const STATUS: Record<ApproverView["status"], { words: string; tone: BadgeTone }> = {
  approved: { words: "Approved", tone: "blue" },
  rejected: { words: "Rejected", tone: "red" },
  waiting: { words: "Waiting", tone: "amber" },
  upcoming: { words: "To come", tone: "neutral" },
  spared: { words: "Not needed", tone: "neutral" },
};

function titleOf(step: StepView): string {
  if (step.approvers.length === 1) return step.approvers[0]?.name ?? "";
  return step.need === "all" ? "All of these" : "Any one of these";
}

const standInWords = (standIn: ApproverView["standIn"], readerId: string): string =>
  !standIn
    ? "nobody can stand in"
    : standIn.userId === readerId
      ? "you stand in"
      : `${standIn.name} stands in`;

/** Spans throughout: the stepper shows it in a paragraph. */
function Approver({
  approver,
  userId,
  showsName,
}: {
  approver: ApproverView;
  /** The reader's. */
  userId: string;
  showsName: boolean;
}) {
  const { words, tone } = STATUS[approver.status];
  const { signature, awayUntil, standIn } = approver;
  const isOpen = approver.status === "waiting" || approver.status === "upcoming";
  return (
    <span className="mt-1.5 flex flex-col gap-0.5">
      <span className="flex items-center justify-between gap-2 text-ink text-sm">
        {showsName ? (
          <ActorName name={approver.name} isMe={approver.userId === userId} />
        ) : (
          <span className="text-ink-muted text-xs">{approver.reason}</span>
        )}
        <Badge tone={tone}>{signature?.isOverride ? `${words} by override` : words}</Badge>
      </span>
      {showsName ? <span className="text-ink-muted text-xs">{approver.reason}</span> : null}
      {awayUntil && isOpen ? (
        <span className="text-ink-muted text-xs">
          Away until <Day day={awayUntil} />;{" "}
          <span className="text-ink">{standInWords(standIn, userId)}</span>
        </span>
      ) : null}
      {signature ? (
        <span className="text-ink-muted text-xs">
          {signature.userId === approver.userId ? null : `${signature.name}, standing in, `}
          <Moment at={signature.at} />
          {signature.note ? <span className="text-ink"> “{signature.note}”</span> : null}
        </span>
      ) : null}
    </span>
  );
}

/** What an approver of a later round compares with: what they signed last before it, or else what anybody did. */
function signedBefore(bill: BillView, userId: string): number | undefined {
  const before = bill.signatures.filter(({ round }) => round < bill.round);
  const mine = before.filter((signature) => signature.userId === userId);
  const [earlier] = bill.revisions.filter(({ round }) => round < bill.round).slice(-1);
  return (mine.at(-1) ?? before.at(-1))?.revision ?? earlier?.number;
}

/** The round; and what changed about the bill since it was signed before. */
function Round({ bill, userId }: { bill: BillView; userId: string }) {
  const last = bill.revisions.at(-1)?.number;
  const from = signedBefore(bill, userId);
  const isComparable = from !== undefined && last !== undefined && from < last;
  return (
    <>
      Round {bill.round}
      {isComparable ? (
        <>
          {" · "}
          <TextLink href={`/bills/${bill.id}/revisions?from=${from}&to=${last}`}>
            What changed since revision {from}
          </TextLink>
        </>
      ) : null}
    </>
  );
}

/** Whom the workflow asks in this round, in order, and why; the buttons stand in `children`. */
export function ApprovalPanel({
  bill,
  userId,
  people,
  children,
}: {
  bill: BillView;
  userId: string;
  /** Who is active in the organisation. */
  people: readonly PersonView[];
  children: React.ReactNode;
}) {
  const { steps } = bill;
  const overriding = bill.signatures.find(
    ({ round, isOverride, userId: by }) =>
      round === bill.round && isOverride && !steps.some((s) => s.approvers.some((a) => a.userId === by)),
  );
  return (
    <Panel title="Approval" description={bill.round > 1 ? <Round bill={bill} userId={userId} /> : undefined}>
      {steps.length > 0 ? (
        <Stepper
          label="Approval steps"
          layout="column"
          steps={steps.map((step) => ({
            id: String(step.number),
            title: titleOf(step),
            state: step.state,
            detail: (
              <span className="block">
                {step.approvers.map((approver) => (
                  <Approver
                    key={approver.userId}
                    approver={approver}
                    userId={userId}
                    showsName={step.approvers.length > 1}
                  />
                ))}
              </span>
            ),
          }))}
        />
      ) : (
        <p className="text-ink-muted">
          {bill.state === "draft"
            ? "Not submitted yet. The workflow decides who is asked when it is."
            : bill.isImported
              ? "The bill was entered in QuickBooks. Nobody was asked to approve it here."
              : "Nobody is asked in this round."}
        </p>
      )}
      {overriding ? (
        <p className="mt-3 text-ink-muted text-sm">
          <span className="text-ink">{overriding.name}</span>{" "}
          {overriding.verdict === "approved" ? "approved" : "rejected"} it, overriding the workflow.
        </p>
      ) : null}
      {children}
      {bill.allowed.addApprover ? <AddApprover bill={bill} people={people} /> : null}
    </Panel>
  );
}
