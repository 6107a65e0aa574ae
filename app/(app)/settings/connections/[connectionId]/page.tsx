import { Download } from "lucide-react";
import type { Metadata } from "next";
import { Moment } from "@/app/_components/moment";
import { pageOf } from "@/app/_components/page-of";
import { TimeAgo } from "@/app/_components/time-ago";
import { Button } from "@/app/_ui/button";
import { DescriptionList } from "@/app/_ui/description-list";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { may } from "@/lib/access/actor";
import { requireActor } from "@/lib/auth/session";
import { readConnection } from "@/lib/quickbooks/connections/connection-views";
import { ConnectSteps } from "../_components/connect-steps";
import { frequencyText } from "../_components/frequency";
import { StatusBadge } from "../_components/status-badge";
import { DeleteConnection, NewPassword, PauseButton } from "./_components/connection-actions";
import { FrequencyForm } from "./_components/frequency-form";

export const metadata: Metadata = { title: "Connection" };

type ConnectionPageProps = { params: Promise<{ connectionId: string }> };

const moment = (at: Date | null) => (at ? <Moment at={at.toISOString()} /> : null);

export default async function ConnectionPage({ params }: ConnectionPageProps) {
  const actor = await requireActor();
  const { connectionId } = await params;
  const connection = await pageOf(() => readConnection(actor, { connectionId }));
  const mayChange = may(actor, "connection.update");
  const isSetUp = connection.lastRunEndedAt !== null;
  return (
    <>
      <PageHeader
        back={{ href: "/settings/connections", label: "Connections" }}
        title={connection.name}
        status={<StatusBadge status={connection.status} />}
        description={connection.companyName ?? "The company file is not known yet."}
        actions={
          <>
            <Button asChild>
              <a href={`/api/qbwc/${connection.id}/file`} download>
                <Download aria-hidden="true" />
                .qwc file
              </a>
            </Button>
            {mayChange ? (
              <>
                <NewPassword connectionId={connection.id} name={connection.name} />
                <PauseButton connectionId={connection.id} isPaused={connection.status === "paused"} />
              </>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {isSetUp ? null : (
          <Panel title="Connect it" description="The steps tick themselves.">
            <ConnectSteps connection={connection} />
          </Panel>
        )}
        <Panel title="Company file">
          <DescriptionList
            items={[
              { term: "Company", value: connection.companyName },
              { term: "File", value: connection.companyFilePath },
              { term: "QuickBooks", value: connection.productName },
              { term: "qbXML", value: connection.qbxmlVersion, numeric: true },
            ]}
          />
        </Panel>
        <Panel
          title="Web Connector"
          actions={
            may(actor, "run.read") ? (
              <TextLink href={`/sync?tab=runs&connection=${connection.id}`}>Last runs</TextLink>
            ) : null
          }
        >
          <DescriptionList
            items={[
              { term: "User name", value: <code className="font-mono text-xs">{connection.username}</code> },
              { term: "FileID", value: <code className="font-mono text-xs">{connection.fileId}</code> },
              { term: "Runs", value: frequencyText(connection.runEveryMinutes) },
              { term: "First call", value: moment(connection.firstContactAt) },
              {
                term: "Last call",
                value: connection.lastContactAt ? <TimeAgo at={connection.lastContactAt} /> : null,
              },
              { term: "Last run ended", value: moment(connection.lastRunEndedAt) },
            ]}
          />
        </Panel>
        {mayChange ? (
          <FrequencyForm connectionId={connection.id} minutes={connection.runEveryMinutes} />
        ) : null}
        {may(actor, "connection.delete") ? (
          <Panel title="Delete this connection">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="max-w-sm text-ink-muted text-sm">
                Nothing syncs with the company file any more. Its bills and their history stay.
              </p>
              <DeleteConnection connectionId={connection.id} name={connection.name} />
            </div>
          </Panel>
        ) : null}
      </div>
    </>
  );
}
