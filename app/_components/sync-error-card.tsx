import { Badge } from "@/app/_ui/badge";
import { TextLink } from "@/app/_ui/text-link";
import { HELPER_WORDS } from "@/lib/quickbooks/sync-views/helper-words";
import type { ErrorSubject, SyncErrorView } from "@/lib/quickbooks/sync-views/sync-error-views";
import { MissingBillsChoice } from "./missing-bills-choice";
import { moneyText } from "./money";
import { RequeueButton } from "./requeue-button";
import { TimeAgo } from "./time-ago";

/** The subject in words: "Cascade Lumber 4471". */
export function subjectName(subject: ErrorSubject): string {
  if (subject.kind === "payment") {
    return [subject.vendor ?? "A vendor of QuickBooks", subject.refNumber].filter(Boolean).join(" ");
  }
  if (subject.kind !== "bill") return subject.name;
  const parts = [subject.vendor, subject.invoiceNumber].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : "A bill without a vendor";
}

/** Where the error is put right: the bill, at the field that QuickBooks speaks of; a record's own page. */
export function subjectHref({ subject, field }: SyncErrorView): string {
  switch (subject.kind) {
    case "bill":
      return `/bills/${subject.id}${field ? `#${field}` : ""}`;
    case "payment":
      return `/payments/${subject.id}`;
    case "vendor":
      return `/vendors/${subject.id}`;
    case "item":
    case "customer":
      return `/vendors/new-entries?company=${subject.connectionId}#${subject.id}`;
    case "connection":
      return `/settings/connections/${subject.id}`;
  }
}

const KIND = {
  bill: "Bill",
  payment: "Payment",
  vendor: "Vendor",
  item: "New item",
  customer: "New customer or job",
  connection: "Connection",
} as const;

function AttemptBadge({ error }: { error: SyncErrorView }) {
  const { attempt, attempts } = error;
  if (error.resolvedAt) return <Badge>Resolved</Badge>;
  if (attempt === null) return error.isRemoved ? <Badge tone="red">Removed from the queue</Badge> : null;
  const counted = `Attempt ${attempt} of ${attempts}`;
  if (error.isRemoved) return <Badge tone="red">{counted}; removed from the queue</Badge>;
  return error.isLatest ? (
    <Badge tone="amber">
      {counted}; {error.isHeldBack ? "held back until it is corrected" : "goes again in the next run"}
    </Badge>
  ) : (
    <Badge>{counted}</Badge>
  );
}

/** Whose words they are. What is held back for a choice uses up no attempt, and the words are our own. */
const whoSaid = ({ subject, attempt }: SyncErrorView): string => {
  if (subject.kind === "connection") return "Web Connector";
  return attempt === null ? "Countersign" : "QuickBooks";
};

/** One sync error: what it is about, QuickBooks' own words, what they mean, what to do. */
export function SyncErrorCard({ error }: { error: SyncErrorView }) {
  const { subject } = error;
  const href = subjectHref(error);
  const name = subjectName(error.subject);
  return (
    <article className="flex flex-col gap-2.5 px-5 py-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <h3 className="min-w-0 font-medium text-ink text-sm">
          <span className="text-ink-muted">{KIND[error.subject.kind]} </span>
          <TextLink href={href}>{name}</TextLink>
          {error.subject.kind === "bill" || error.subject.kind === "payment" ? (
            <span className="tabular text-ink-muted">
              {" "}
              {moneyText(error.subject.amount, error.subject.currency)}
            </span>
          ) : null}
        </h3>
        <span className="text-ink-faint text-xs">
          <TimeAgo at={error.resolvedAt ?? error.at} />
        </span>
      </header>
      <blockquote className="border-danger-line border-l-2 pl-3 text-ink text-sm">
        <p className="break-words">{error.message}</p>
        {error.named.map(({ listId, name }) => (
          <p key={`${listId} ${name}`} className="mt-0.5 text-ink-muted text-xs">
            {listId} is {name}
          </p>
        ))}
        <footer className="mt-0.5 text-ink-muted text-xs">
          {whoSaid(error)}, code{" "}
          <TextLink href={error.codeHref} className="font-mono">
            {error.code}
          </TextLink>
        </footer>
      </blockquote>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm">
        <dt className="text-ink-faint">Means</dt>
        <dd className="text-ink-muted">{error.meaning}</dd>
        <dt className="text-ink-faint">To do</dt>
        <dd className="text-ink">
          {error.fix} <span className="text-ink-faint text-xs">({HELPER_WORDS[error.who]})</span>
        </dd>
        {error.situation ? (
          <>
            <dt className="text-ink-faint">Help</dt>
            <dd>
              <TextLink href={error.situation.href}>{error.situation.title}</TextLink>
            </dd>
          </>
        ) : null}
      </dl>
      <footer className="flex flex-wrap items-center gap-2">
        <AttemptBadge error={error} />
        {error.isRemoved && !error.resolvedAt && (subject.kind === "bill" || subject.kind === "payment") ? (
          <RequeueButton kind={subject.kind} id={subject.id} />
        ) : null}
        {error.code === "restored-backup" && !error.resolvedAt && error.subject.kind === "connection" ? (
          <MissingBillsChoice connectionId={error.subject.id} />
        ) : null}
      </footer>
    </article>
  );
}
