import { Moment } from "@/app/_components/moment";
import { Badge } from "@/app/_ui/badge";
import { TextLink } from "@/app/_ui/text-link";
import type { SyncErrorView } from "@/lib/bills/bill-record-views";
import { MAX_ATTEMPTS } from "@/lib/queue/states";
import { explainError } from "@/lib/quickbooks/sync-views/explain-error";

/** QuickBooks' refusals are counted; what Countersign holds back for a person's choice is told in its own words. */
const isRefusal = ({ attempt }: SyncErrorView): boolean => attempt !== null;

function ErrorItem({ error, explained = false }: { error: SyncErrorView; explained?: boolean }) {
  const { meaning, fix, codeHref, situation } = explainError(error.code, error.message);
  return (
    <li className="border-danger-line border-l-2 pl-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-muted text-xs">
        {error.attempt === null ? null : (
          <span>
            Attempt {error.attempt} of {MAX_ATTEMPTS}
          </span>
        )}
        <span>
          code <TextLink href={codeHref}>{error.code}</TextLink>
        </span>
        <Moment at={error.at} />
        {error.resolvedAt ? <Badge>Resolved</Badge> : null}
      </p>
      {isRefusal(error) ? (
        <p className="mt-0.5 break-words font-medium text-ink">“{error.message}”</p>
      ) : error.resolvedAt ? (
        <p className="mt-0.5 break-words text-ink">{error.message}</p>
      ) : null}
      {explained ? (
        <p className="mt-0.5 text-ink-muted">
          {meaning} <span className="text-ink">{fix}</span>{" "}
          {situation ? <TextLink href={situation.href}>{situation.title}</TextLink> : null}
        </p>
      ) : null}
    </li>
  );
}

function OpenErrors({ title, errors }: { title: string; errors: SyncErrorView[] }) {
  if (errors.length === 0) return null;
  return (
    <>
      <h3 className="font-medium text-ink text-sm">{title}</h3>
      <ul className="flex flex-col gap-3">
        {errors.map((error, index) => (
          <ErrorItem key={`${error.at} ${error.attempt}`} error={error} explained={index === 0} />
        ))}
      </ul>
    </>
  );
}

/**
 * What QuickBooks refused, in its own words, with what it means and what to do; what is over folds away.
 * Why the bill is held back now stands at the panel's head, and is not said a second time.
 */
export function SyncErrors({ errors }: { errors: SyncErrorView[] }) {
  const open = errors.filter((error) => error.resolvedAt === null);
  const over = errors.filter((error) => error.resolvedAt !== null);
  if (errors.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <OpenErrors title="What it waits for" errors={open.filter((error) => !isRefusal(error))} />
      <OpenErrors title="What QuickBooks said" errors={open.filter(isRefusal)} />
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
