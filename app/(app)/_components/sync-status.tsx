import type { ReactNode } from "react";
import { TimeAgo } from "@/app/_components/time-ago";
import { cn } from "@/app/_ui/cn";
import { Link } from "@/app/_ui/link";
import { Progress } from "@/app/_ui/progress";
import { type Actor, may } from "@/lib/access/actor";
import type { CompanySync } from "@/lib/quickbooks/sync-views/sync-status-view";

const dots: Record<CompanySync["state"], string> = {
  new: "border border-line-control bg-transparent",
  running: "bg-accent",
  idle: "bg-ink-faint",
  failed: "bg-danger",
  silent: "bg-warning",
  paused: "border border-line-control bg-transparent",
};

function Told({
  state,
  first,
  second,
}: {
  state: CompanySync["state"];
  first: ReactNode;
  second?: ReactNode;
}) {
  return (
    <span className="flex min-w-0 items-start gap-2">
      <span
        aria-hidden="true"
        className={cn(
          "mt-1.5 size-2 shrink-0 rounded-full",
          dots[state],
          state === "running" && "animate-shimmer",
        )}
      />
      <span className="min-w-0 text-xs">
        <span className="block truncate text-ink">{first}</span>
        {second ? <span className="block truncate text-ink-muted max-md:hidden">{second}</span> : null}
      </span>
    </span>
  );
}

const next = (sync: CompanySync): ReactNode => {
  if (!sync.nextRunAt) return null;
  return sync.nextRunAt.getTime() > Date.now() ? (
    <>
      Next <TimeAgo at={sync.nextRunAt} isExpected />
    </>
  ) : (
    "Next run is due"
  );
};

function Words({ sync }: { sync: CompanySync }) {
  const { state, lastRunEndedAt, lastContactAt } = sync;
  switch (state) {
    case "running":
      return <Told state={state} first={`Syncing now, ${sync.progress ?? 0}%`} second={sync.step} />;
    case "new":
      return <Told state={state} first="Not connected yet" second="Waiting for the Web Connector" />;
    case "paused":
      return (
        <Told
          state={state}
          first="Sync is paused"
          second={
            lastRunEndedAt ? (
              <>
                Last run <TimeAgo at={lastRunEndedAt} />
              </>
            ) : null
          }
        />
      );
    case "silent":
      return (
        <Told
          state={state}
          first="Web Connector is silent"
          second={
            lastContactAt ? (
              <>
                Last seen <TimeAgo at={lastContactAt} />
              </>
            ) : null
          }
        />
      );
    case "failed":
      return (
        <Told
          state={state}
          first={
            <>
              Last run failed
              {lastRunEndedAt ? (
                <>
                  {" "}
                  <TimeAgo at={lastRunEndedAt} />
                </>
              ) : null}
            </>
          }
          second={next(sync)}
        />
      );
    case "idle":
      return (
        <Told
          state={state}
          first={
            lastRunEndedAt ? (
              <>
                Synced <TimeAgo at={lastRunEndedAt} />
              </>
            ) : (
              "Connected"
            )
          }
          second={next(sync)}
        />
      );
  }
}

type SyncStatusProps = { actor: Actor; companies: CompanySync[]; className?: string };

/** How this organisation stands with QuickBooks: for each company file the last run and the next, or what is wrong. */
export function SyncStatus({ actor, companies, className }: SyncStatusProps) {
  const goal = companies.length === 0 ? "/settings/connections/new" : "/sync";
  const mayGo = may(actor, companies.length === 0 ? "connection.create" : "run.read");
  const lines =
    companies.length === 0 ? (
      <Told
        state="new"
        first="QuickBooks is not connected"
        second={mayGo ? "Connect a company file" : "An Admin connects it"}
      />
    ) : (
      companies.map((sync) => (
        <span key={sync.connectionId} className="flex flex-col gap-1">
          {companies.length > 1 ? (
            <span className="truncate font-medium text-2xs text-ink-faint">{sync.name}</span>
          ) : null}
          <Words sync={sync} />
          {/* On a phone the bar has one line of height: the words say the percentage there. */}
          {sync.state === "running" ? (
            <Progress label={`Sync with ${sync.name}`} value={sync.progress} className="pl-4 max-md:hidden" />
          ) : null}
        </span>
      ))
    );
  const isSilent = mayGo && companies.some(({ state }) => state === "silent");
  const frame = cn(
    "flex min-w-0 flex-col gap-2 rounded-md px-2.5 py-1.5",
    isSilent && "md:border md:border-warning-line md:bg-warning-soft",
    className,
  );
  return mayGo ? (
    <Link href={goal} className={cn(frame, "transition-colors hover:bg-hover")}>
      <span className="sr-only">QuickBooks sync: </span>
      {lines}
    </Link>
  ) : (
    <div className={frame}>
      <span className="sr-only">QuickBooks sync: </span>
      {lines}
    </div>
  );
}
