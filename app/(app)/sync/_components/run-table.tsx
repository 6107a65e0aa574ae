import { Moment } from "@/app/_components/moment";
import { CardList, CardRow } from "@/app/_ui/card-list";
import { Cell, HeaderCell, RowLink, Table, TableBody, TableHead, TableRow } from "@/app/_ui/table";
import type { RunView } from "@/lib/quickbooks/sync-views/run-view";
import { durationText } from "./duration";
import { RunBadge } from "./run-badge";

const hrefOf = (run: RunView): string => `/sync/runs/${run.id}`;

/** Runs of the Web Connector, one a row. */
export function RunTable({ runs }: { runs: RunView[] }) {
  return (
    <Table
      caption="Runs"
      cards={
        <CardList label="Runs">
          {runs.map((run) => (
            <CardRow
              key={run.id}
              href={hrefOf(run)}
              title={<Moment at={run.startedAt.toISOString()} />}
              detail={run.statusText ?? `${run.written} written, ${run.refused} refused, ${run.pulled} read`}
              status={<RunBadge state={run.state} />}
            />
          ))}
        </CardList>
      }
    >
      <TableHead>
        <HeaderCell>Started</HeaderCell>
        <HeaderCell>State</HeaderCell>
        <HeaderCell numeric>Took</HeaderCell>
        <HeaderCell numeric>Written</HeaderCell>
        <HeaderCell numeric>Refused</HeaderCell>
        <HeaderCell numeric>Read</HeaderCell>
        <HeaderCell>Company file</HeaderCell>
        <HeaderCell>Status</HeaderCell>
      </TableHead>
      <TableBody>
        {runs.map((run) => (
          <TableRow key={run.id}>
            <Cell>
              <RowLink href={hrefOf(run)}>
                <Moment at={run.startedAt.toISOString()} />
              </RowLink>
            </Cell>
            <Cell>
              <RunBadge state={run.state} />
            </Cell>
            <Cell numeric muted>
              {durationText(run.durationMs)}
            </Cell>
            <Cell numeric>{run.written}</Cell>
            <Cell numeric className={run.refused > 0 ? "font-medium text-danger-ink" : ""}>
              {run.refused}
            </Cell>
            <Cell numeric>{run.pulled}</Cell>
            <Cell muted title={run.companyFilePath ?? ""}>
              {run.connectionName}
            </Cell>
            <Cell muted title={run.statusText ?? ""}>
              {run.statusText}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
