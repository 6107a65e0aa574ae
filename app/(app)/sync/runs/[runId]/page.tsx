import type { Metadata } from "next";
import { Moment } from "@/app/_components/moment";
import { pageOf } from "@/app/_components/page-of";
import { Alert } from "@/app/_ui/alert";
import { Badge } from "@/app/_ui/badge";
import { CodeBlock } from "@/app/_ui/code-block";
import { DescriptionList } from "@/app/_ui/description-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { requireActor } from "@/lib/auth/session";
import { type Document, type MessageTexts, readMessage } from "@/lib/quickbooks/sync-views/read-message";
import { readRun, type StepView } from "@/lib/quickbooks/sync-views/run-views";
import { durationText } from "../../_components/duration";
import { RunBadge } from "../../_components/run-badge";
import { MessageList } from "./_components/message-list";

export const metadata: Metadata = { title: "Run" };

type RunPageProps = {
  params: Promise<{ runId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function RunPage({ params, searchParams }: RunPageProps) {
  const actor = await requireActor();
  const [{ runId }, { message }] = await Promise.all([params, searchParams]);
  const { run, steps, messages } = await pageOf(() => readRun(actor, { runId }));
  // Only a message of this run: an id of another would show under the wrong heading.
  const shown = messages.find(({ id }) => id === message);
  const texts = shown && (await pageOf(() => readMessage(actor, { messageId: shown.id })));
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
                { term: "Web Connector", value: run.connectorVersion },
              ]}
            />
          </Panel>
          {steps.length > 0 ? (
            <Panel title="Steps" flush>
              <ol className="divide-y divide-line">
                {steps.map((step) => (
                  <Step key={step.position} step={step} />
                ))}
              </ol>
            </Panel>
          ) : null}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title="Messages" description="Choose one to see what was sent and answered." flush>
            {messages.length === 0 ? (
              <EmptyState title="No message was sent">
                The run ended before QuickBooks was asked anything.
              </EmptyState>
            ) : (
              <MessageList messages={messages} runId={run.id} shownId={shown?.id} />
            )}
          </Panel>
          {texts ? <Texts texts={texts} /> : null}
        </div>
      </div>
    </>
  );
}

const STEP_SAID = {
  pending: { tone: "neutral", words: "To come" },
  started: { tone: "blue", words: "Now" },
  done: { tone: "neutral", words: "Done" },
} as const;

function Step({ step }: { step: StepView }) {
  const { tone, words } = STEP_SAID[step.state];
  return (
    <li className="flex items-center justify-between gap-3 px-4 py-2">
      <span className="min-w-0 truncate text-sm">{step.label}</span>
      <span className="flex shrink-0 items-center gap-2 text-ink-muted text-xs">
        {step.received > 0 ? (
          <span className="tabular">
            {step.received}
            {step.remaining ? ` of ${step.received + step.remaining}` : ""} read
          </span>
        ) : null}
        <Badge tone={tone}>{words}</Badge>
      </span>
    </li>
  );
}

function Texts({ texts }: { texts: MessageTexts }) {
  const title = (name: string, { isCut }: Document) => (isCut ? `${name} (only its beginning)` : name);
  return (
    <>
      <CodeBlock title={title("Sent to QuickBooks", texts.request)} code={texts.request.text} />
      {texts.response ? (
        <CodeBlock title={title("QuickBooks' answer", texts.response)} code={texts.response.text} />
      ) : (
        <Alert title="No answer is kept for this message" />
      )}
    </>
  );
}
