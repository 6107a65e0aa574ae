import { RefreshCw } from "lucide-react";
import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { one, pageNumber, type SearchParams } from "@/app/_components/read-address";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkTabs } from "@/app/_ui/link-tabs";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { TextLink } from "@/app/_ui/text-link";
import { type Actor, may } from "@/lib/access/actor";
import { readSyncHistoryDays } from "@/lib/orgs/keep-sync-history";
import { listCompanyFiles } from "@/lib/quickbooks/connections/connection-views";
import { listRuns, RUNS_PAGE } from "@/lib/quickbooks/sync-views/list-runs";
import { listResolvedSyncErrors, RESOLVED_PAGE } from "@/lib/quickbooks/sync-views/sync-error-views";
import { openSyncErrorsOf } from "../_components/once-a-request";
import { ErrorList, NoErrors } from "./_components/error-list";
import { HistoryKept } from "./_components/history-kept";
import { RunFilters } from "./_components/run-filters";
import { RunTable } from "./_components/run-table";
import { SyncOverview } from "./_components/sync-overview";
import { type RunsAsked, readRunsAsked, runsHref } from "./runs-address";

export const metadata: Metadata = { title: "Sync" };

type SyncPageProps = { searchParams: Promise<SearchParams> };

export default async function SyncPage({ searchParams }: SyncPageProps) {
  const actor = await requireFollower();
  const asked = await searchParams;
  const tab = ["runs", "resolved"].includes(one(asked.tab)) ? one(asked.tab) : "errors";
  const page = pageNumber(one(asked.page));
  const open = await openSyncErrorsOf(actor);
  return (
    <>
      <PageHeader
        title="Sync"
        description="What went between Countersign and QuickBooks, and what QuickBooks refused."
      />
      <SyncOverview actor={actor} />
      <LinkTabs
        label="Sync"
        className="mb-5"
        tabs={[
          { href: "/sync", label: "Errors", count: open.total, current: tab === "errors" },
          { href: "/sync?tab=resolved", label: "Resolved", current: tab === "resolved" },
          { href: "/sync?tab=runs", label: "Runs", current: tab === "runs" },
        ]}
      />
      {tab === "errors" ? (
        open.errors.length === 0 ? (
          <NoErrors resolved={false} />
        ) : (
          <ErrorList label="Open sync errors" errors={open.errors} />
        )
      ) : tab === "resolved" ? (
        <Resolved actor={actor} page={page} />
      ) : (
        <Runs actor={actor} asked={readRunsAsked(asked)} />
      )}
    </>
  );
}

async function Resolved({ actor, page }: { actor: Actor; page: number }) {
  const { errors, total } = await listResolvedSyncErrors(actor, { page });
  if (errors.length === 0) return <NoErrors resolved />;
  return (
    <>
      <ErrorList label="Resolved sync errors" errors={errors} />
      <Pages
        shown={errors.length}
        size={RESOLVED_PAGE}
        total={total}
        page={page}
        href="/sync?tab=resolved"
        noun="errors"
      />
    </>
  );
}

async function Runs({ actor, asked }: { actor: Actor; asked: RunsAsked }) {
  const [{ runs, total }, files, days] = await Promise.all([
    listRuns(actor, asked),
    listCompanyFiles(actor, {}),
    readSyncHistoryDays(actor, {}),
  ]);
  const href = runsHref(asked);
  const isFiltered = href !== "/sync?tab=runs";
  if (runs.length === 0 && !isFiltered && asked.page === 1) {
    return (
      <EmptyState icon={<RefreshCw />} title="No run yet">
        The Web Connector has not called. Connect a company file under{" "}
        <TextLink href="/settings/connections">Connections</TextLink>.
      </EmptyState>
    );
  }
  return (
    <>
      <RunFilters files={files} />
      {runs.length === 0 ? (
        <EmptyState icon={<RefreshCw />} title="No such run">
          Messages of older runs are not kept, and what was in them is not found any more.
        </EmptyState>
      ) : (
        <RunTable runs={runs} />
      )}
      <Pages shown={runs.length} size={RUNS_PAGE} total={total} page={asked.page} href={href} noun="runs" />
      <HistoryKept days={days} mayChange={may(actor, "organisation.update")} />
    </>
  );
}

type PagesProps = { shown: number; size: number; total: number; page: number; href: string; noun: string };

function Pages({ shown, size, total, page, href, noun }: PagesProps) {
  if (total <= size && page === 1) return null;
  const from = (page - 1) * size;
  return (
    <Pagination
      from={from + 1}
      to={from + shown}
      total={total}
      noun={noun}
      previousHref={page > 1 ? `${href}&page=${page - 1}` : null}
      nextHref={from + shown < total ? `${href}&page=${page + 1}` : null}
    />
  );
}
