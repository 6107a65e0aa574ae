import { TextLink } from "@/app/_ui/text-link";
import type { RunErrorView } from "@/lib/quickbooks/sync-views/read-run";

/** Where a record of that kind has a page of its own. */
const PAGES: Partial<Record<string, string>> = { bill: "/bills", payment: "/payments", vendor: "/vendors" };

/** What QuickBooks refused in this run, and what was wrong with the connection. */
export function RunErrors({ errors }: { errors: readonly RunErrorView[] }) {
  return (
    <ul className="divide-y divide-line">
      {errors.map((error) => (
        <li key={error.id} className="px-4 py-2.5 text-sm">
          <p className="flex flex-wrap items-baseline gap-x-2 text-ink-muted text-xs">
            <TextLink href={error.codeHref} className="font-mono">
              {error.code}
            </TextLink>
            {error.subject && PAGES[error.subject.kind] ? (
              <TextLink href={`${PAGES[error.subject.kind]}/${error.subject.id}`}>
                {error.subject.name}
              </TextLink>
            ) : (
              <span>{error.subject?.name ?? "The connection"}</span>
            )}
            {error.attempt === null ? null : <span>attempt {error.attempt}</span>}
          </p>
          <p className="mt-0.5 break-words text-ink">{error.message}</p>
          <p className="mt-0.5 text-ink-muted">{error.fix}</p>
        </li>
      ))}
    </ul>
  );
}
