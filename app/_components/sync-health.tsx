import { RunProgress } from "@/app/_components/run-progress";
import { TimeAgo } from "@/app/_components/time-ago";
import type { CompanySync } from "@/lib/quickbooks/sync-views/sync-status-view";

/** One line on how a company file stands: the last run and how it ended, the next expected; a bar while one is on. */
export function SyncHealth({ sync, named }: { sync: CompanySync; named?: boolean }) {
  const { state, progress, step, lastRunEndedAt, lastRunText, nextRunAt, lastContactAt } = sync;
  return (
    <div className="min-w-0 text-ink-muted text-sm">
      {named ? <span className="font-medium text-ink">{sync.name}: </span> : null}
      {state === "new" ? "The Web Connector has not called yet." : null}
      {lastRunEndedAt ? (
        <>
          Last run <TimeAgo at={lastRunEndedAt} />
          {lastRunText ? `: ${lastRunText}` : "."}{" "}
        </>
      ) : null}
      {state === "paused" ? "Paused; nothing is expected." : null}
      {state === "silent" && lastContactAt ? (
        <>
          Last call <TimeAgo at={lastContactAt} />; it was expected since.
        </>
      ) : null}
      {nextRunAt && nextRunAt.getTime() > Date.now() ? (
        <>
          Next expected <TimeAgo at={nextRunAt} />.
        </>
      ) : nextRunAt ? (
        "The next run is due."
      ) : null}
      {state === "running" ? (
        <div className="mt-1.5 max-w-xl">
          <RunProgress percent={progress ?? 0} step={step ?? "Opening the company file"} />
        </div>
      ) : null}
    </div>
  );
}
