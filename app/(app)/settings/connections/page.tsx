import { Plug, Plus } from "lucide-react";
import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { TimeAgo } from "@/app/_components/time-ago";
import { Button } from "@/app/_ui/button";
import { CardList, CardRow } from "@/app/_ui/card-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { Link } from "@/app/_ui/link";
import { PageHeader } from "@/app/_ui/page-header";
import { Cell, HeaderCell, RowLink, Table, TableBody, TableHead, TableRow } from "@/app/_ui/table";
import { may } from "@/lib/access/actor";
import { type ConnectionView, listConnections } from "@/lib/quickbooks/connections/connection-views";
import { listDisconnected } from "@/lib/quickbooks/connections/settings-views";
import { DisconnectedFiles } from "./_components/disconnected-files";
import { frequencyText } from "./_components/frequency";
import { StatusBadge } from "./_components/status-badge";

export const metadata: Metadata = { title: "Connections" };

/** One that has not read its lists yet is still being connected. */
const hrefOf = ({ id, firstPullAt, lastRunEndedAt }: ConnectionView): string =>
  `/settings/connections/${id}${firstPullAt || lastRunEndedAt ? "" : "/guide"}`;

export default async function ConnectionsPage() {
  const actor = await requireFollower();
  const mayAdd = may(actor, "connection.create");
  const [connections, disconnected] = await Promise.all([
    listConnections(actor, {}),
    mayAdd ? listDisconnected(actor, {}) : [],
  ]);
  const add = mayAdd ? (
    <Button asChild variant="primary">
      <Link href="/settings/connections/new">
        <Plus aria-hidden="true" />
        Add a company file
      </Link>
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title="Connections"
        description="Each company file is connected through one Web Connector login."
        actions={add}
      />
      {connections.length === 0 ? (
        <EmptyState icon={<Plug />} title="No company file is connected">
          {add
            ? "Add one, then follow the steps on the computer that has QuickBooks. It takes about five minutes."
            : "An Admin adds the first one."}
        </EmptyState>
      ) : (
        <Table
          caption="Company files"
          cards={
            <CardList label="Company files">
              {connections.map((connection) => (
                <CardRow
                  key={connection.id}
                  href={hrefOf(connection)}
                  title={connection.companyName ?? connection.name}
                  detail={frequencyText(connection.runEveryMinutes)}
                  status={<StatusBadge status={connection.status} />}
                />
              ))}
            </CardList>
          }
        >
          <TableHead>
            <HeaderCell>Name</HeaderCell>
            <HeaderCell>Company file</HeaderCell>
            <HeaderCell>Status</HeaderCell>
            <HeaderCell>Runs</HeaderCell>
            <HeaderCell>Last run</HeaderCell>
          </TableHead>
          <TableBody>
            {connections.map((connection) => (
              <TableRow key={connection.id}>
                <Cell>
                  <RowLink href={hrefOf(connection)}>{connection.name}</RowLink>
                </Cell>
                <Cell muted>{connection.companyName ?? "Not known yet"}</Cell>
                <Cell>
                  <StatusBadge status={connection.status} />
                </Cell>
                <Cell muted>{frequencyText(connection.runEveryMinutes)}</Cell>
                <Cell muted>
                  {connection.lastRunEndedAt ? <TimeAgo at={connection.lastRunEndedAt} /> : "Never"}
                </Cell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {disconnected.length > 0 ? <DisconnectedFiles files={disconnected} /> : null}
    </>
  );
}
