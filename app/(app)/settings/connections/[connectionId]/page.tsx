import { Download, MonitorSmartphone } from "lucide-react";
import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { Moment } from "@/app/_components/moment";
import { pageOf } from "@/app/_components/page-of";
import { SilentWarning } from "@/app/_components/silent-warning";
import { SyncHealth } from "@/app/_components/sync-health";
import { TimeAgo } from "@/app/_components/time-ago";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { DescriptionList } from "@/app/_ui/description-list";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { may } from "@/lib/access/actor";
import { readConnection } from "@/lib/quickbooks/connections/connection-views";
import { readPaymentAccounts, readQueuedWork } from "@/lib/quickbooks/connections/settings-views";
import { syncStatusOf } from "../../../_components/once-a-request";
import { frequencyText } from "../_components/frequency";
import { StatusBadge } from "../_components/status-badge";
import { CompareButton } from "./_components/compare-button";
import { NewPassword, PauseButton } from "./_components/connection-actions";
import { Disconnect } from "./_components/disconnect";
import { FrequencyForm } from "./_components/frequency-form";
import { ImportForm } from "./_components/import-form";
import { PaymentAccountsForm } from "./_components/payment-accounts-form";

export const metadata: Metadata = { title: "Connection" };

type ConnectionPageProps = { params: Promise<{ connectionId: string }> };

const moment = (at: Date | null) => (at ? <Moment at={at.toISOString()} /> : null);

export default async function ConnectionPage({ params }: ConnectionPageProps) {
  const actor = await requireFollower();
  const { connectionId } = await params;
  const connection = await pageOf(() => readConnection(actor, { connectionId }));
  const mayChange = may(actor, "connection.update");
  const [accounts, queued, companies] = await Promise.all([
    mayChange ? readPaymentAccounts(actor, { connectionId }) : null,
    may(actor, "connection.delete") ? readQueuedWork(actor, { connectionId }) : null,
    syncStatusOf(actor),
  ]);
  const sync = companies.find((company) => company.connectionId === connectionId);
  const isSetUp = connection.firstPullAt !== null || connection.lastRunEndedAt !== null;
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
      <div className="mb-5 flex flex-col gap-4">
        {sync ? <SyncHealth sync={sync} /> : null}
        {sync ? <SilentWarning sync={sync} /> : null}
        {isSetUp ? null : (
          <Alert
            tone="blue"
            title="It is not connected yet"
            action={
              <Button asChild variant="primary">
                <Link href={`/settings/connections/${connection.id}/guide`}>Open the guide</Link>
              </Button>
            }
          >
            The guide leads through it at the QuickBooks computer, step by step.
          </Alert>
        )}
      </div>
      <div className="grid items-start gap-5 lg:grid-cols-2">
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
        {accounts ? <PaymentAccountsForm connectionId={connection.id} accounts={accounts} /> : null}
        {mayChange ? <ImportForm connectionId={connection.id} since={connection.importBillsSince} /> : null}
        {may(actor, "connection.compare") ? (
          <Panel title="Compare everything">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="max-w-sm text-ink-muted text-sm">
                The next run reads every list and every linked bill anew, not only what changed. For a company
                file that was restored from a backup, or when something looks wrong. It takes longer.
              </p>
              <CompareButton connectionId={connection.id} isOrdered={connection.comparesNext} />
            </div>
          </Panel>
        ) : null}
        {may(actor, "connection.rotate-password") ? (
          <Panel title="Another computer">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="max-w-sm text-ink-muted text-sm">
                One computer runs the Web Connector for a company file. A short guide moves it to another.
              </p>
              <Button asChild>
                <Link href={`/settings/connections/${connection.id}/move`}>
                  <MonitorSmartphone aria-hidden="true" />
                  Move it
                </Link>
              </Button>
            </div>
          </Panel>
        ) : null}
        {queued ? (
          <Panel title="Disconnect this company file">
            <div className="flex flex-wrap items-center justify-between gap-3">
              <p className="max-w-sm text-ink-muted text-sm">
                Nothing syncs with it any more. Its bills and their history stay, and it can be connected
                again.
              </p>
              <Disconnect connectionId={connection.id} name={connection.name} queued={queued} />
            </div>
          </Panel>
        ) : null}
      </div>
    </>
  );
}
