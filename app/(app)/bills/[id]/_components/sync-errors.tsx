import { Moment } from "@/app/_components/moment";
import { Badge } from "@/app/_ui/badge";
import { TextLink } from "@/app/_ui/text-link";
import type { SyncErrorView } from "@/lib/bills/bill-record-views";
import { explainError } from "@/lib/quickbooks/sync-views/explain-error";

/** A removed job has had this many. */
const ATTEMPTS = 3;

function ErrorItem({ error, explained = false }: { error: SyncErrorView; explained?: boolean }) {
  const { meaning, fix, codeHref, situation } = explainError(error.code, error.message);
  return (
    <li className="border-danger-line border-l-2 pl-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-xs">
        {error.attempt === null ? null : (
          <span>
            Attempt {error.attempt} of {ATTEMPTS}
          </span>
        )}
        <span>
          code <TextLink href={codeHref}>{error.code}</TextLink>
        </span>
        <Moment at={error.at} />
        {error.resolvedAt ? <Badge>Resolved</Badge> : null}
      </p>
      <p className="mt-0.5 break-words font-medium text-ink">“{error.message}”</p>
      {explained ? (
        <p className="mt-0.5 text-ink-muted">
          {meaning} <span className="text-ink">{fix}</span>{" "}
          {situation ? <TextLink href={situation.href}>{situation.title}</TextLink> : null}
        </p>
      ) : null}
    </li>
  );
}

/** What QuickBooks refused, in its own words, with what it means and what to do; what is over folds away. */
export function SyncErrors({ errors }: { errors: SyncErrorView[] }) {
  const open = errors.filter((error) => error.resolvedAt === null);
  const over = errors.filter((error) => error.resolvedAt !== null);
  if (errors.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {open.length > 0 ? (
        <>
          <h3 className="font-medium text-ink text-sm">What QuickBooks said</h3>
          <ul className="flex flex-col gap-3">
            {open.map((error, index) => (
              <ErrorItem key={`${error.at} ${error.attempt}`} error={error} explained={index === 0} />
            ))}
          </ul>
        </>
      ) : null}
      {over.length > 0 ? (
        <details>
          <summary className="w-fit rounded-sm text-ink-muted text-sm hover:text-ink">
            {over.length === 1 ? "One resolved error" : `${over.length} resolved errors`}
          </summary>
          <ul className="mt-2 flex flex-col gap-3">
            {over.map((error) => (
              <ErrorItem key={`${error.at} ${error.attempt}`} error={error} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
