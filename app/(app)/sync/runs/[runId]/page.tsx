import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { Moment } from "@/app/_components/moment";
import { pageOf } from "@/app/_components/page-of";
import { one, pageNumber, type SearchParams } from "@/app/_components/read-address";
import { Alert } from "@/app/_ui/alert";
import { DescriptionList } from "@/app/_ui/description-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { readMessage } from "@/lib/quickbooks/sync-views/read-message";
import { readRun } from "@/lib/quickbooks/sync-views/read-run";
import { durationText } from "../../_components/duration";
import { RunBadge } from "../../_components/run-badge";
import { DownloadRun } from "./_components/download-run";
import { MessageList } from "./_components/message-list";
import { MessageTexts } from "./_components/message-texts";
import { RunErrors } from "./_components/run-errors";
import { RunSteps } from "./_components/run-steps";

export const metadata: Metadata = { title: "Run" };

type RunPageProps = {
  params: Promise<{ runId: string }>;
  searchParams: Promise<SearchParams>;
};

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const actor = await requireFollower();
  const [{ runId }, asked] = await Promise.all([params, searchParams]);
  const { run, steps, errors, messages } = await pageOf(() => readRun(actor, { runId }));
  // Only a message of this run: an id of another would show under the wrong heading.
  const shown = messages.find(({ id }) => id === one(asked.message));
  const texts =
    shown &&
    (await pageOf(() =>
      readMessage(actor, {
        messageId: shown.id,
        requestPage: pageNumber(one(asked.sent)),
        responsePage: pageNumber(one(asked.answered)),
      }),
    ));
  return (
    <>
      <PageHeader
        back={{ href: "/sync?tab=runs", label: "Runs" }}
        title={
          <>
            Run of <Moment at={run.startedAt.toISOString()} />
          </>
        }
        status={<RunBadge state={run.state} />}
        description={run.connectionName}
      />
      {run.statusText ? (
        <Alert tone={run.state === "failed" ? "red" : "neutral"} title={run.statusText} className="mb-5" />
      ) : null}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title="Run">
            <DescriptionList
              items={[
                { term: "Took", value: durationText(run.durationMs), numeric: true },
                { term: "Written", value: run.written, numeric: true },
                { term: "Refused", value: run.refused, numeric: true },
                { term: "Read", value: run.pulled, numeric: true },
                { term: "Company file", value: run.companyFilePath },
                { term: "QuickBooks", value: run.productName },
                { term: "qbXML", value: run.qbxmlVersion, numeric: true },
                { term: "Web Connector", value: run.connectorVersion, numeric: true },
              ]}
            />
          </Panel>
          {steps.length > 0 ? (
            <Panel title="Steps" flush>
              <RunSteps steps={steps} isOver={run.state !== "running"} />
            </Panel>
          ) : null}
          <DownloadRun runId={run.id} />
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {errors.length > 0 ? (
            <Panel title={errors.length === 1 ? "1 error" : `${errors.length} errors`} flush>
              <RunErrors errors={errors} />
            </Panel>
          ) : null}
          <Panel title="Messages" description="Choose one to see what was sent and answered." flush>
            {messages.length === 0 ? (
              <EmptyState title={run.isPurged ? "The messages are kept no more" : "No message was sent"}>
                {run.isPurged
                  ? "They were older than your organisation keeps them."
                  : "The run ended before QuickBooks was asked anything."}
              </EmptyState>
            ) : (
              <MessageList messages={messages} runId={run.id} shownId={shown?.id} />
            )}
          </Panel>
          {shown?.hresult ? (
            <Alert tone="red" title={shown.hresultMessage ?? "QuickBooks gave an error instead of an answer"}>
              Code{" "}
              <TextLink href={shown.helpHref ?? "/help/sync-errors"} className="font-mono">
                {shown.hresult}
              </TextLink>
            </Alert>
          ) : null}
          {texts ? <MessageTexts texts={texts} href={`/sync/runs/${run.id}?message=${texts.id}`} /> : null}
        </div>
      </div>
    </>
  );
}
