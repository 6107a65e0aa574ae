import { Money } from "@/app/_components/money";
import { CardList, CardRow } from "@/app/_ui/card-list";
import { Cell, HeaderCell, RowLink, Table, TableBody, TableHead, TableRow } from "@/app/_ui/table";
import type { VendorRow } from "@/lib/ledger/vendor-views";
import { EntryBadge } from "./entry-badge";

const reachOf = ({ email, phone }: VendorRow): string => [email, phone].filter(Boolean).join(" · ");
const companyOf = ({ name, companyName }: VendorRow): string | null =>
  companyName === name ? null : companyName;

/** Vendors, each with what is owed to it and how it stands with QuickBooks. */
export function VendorTable({ rows }: { rows: readonly VendorRow[] }) {
  return (
    <Table
      caption="Vendors"
      cards={
        <CardList label="Vendors">
          {rows.map((vendor) => (
            <CardRow
              key={vendor.id}
              href={`/vendors/${vendor.id}`}
              title={vendor.name}
              value={
                vendor.balance ? (
                  <Money amount={vendor.balance} sign currency={vendor.foreignCurrency} />
                ) : null
              }
              detail={companyOf(vendor) ?? reachOf(vendor)}
              status={<EntryBadge state={vendor.sync.state} />}
            />
          ))}
        </CardList>
      }
    >
      <TableHead>
        <HeaderCell>Vendor</HeaderCell>
        <HeaderCell>Company</HeaderCell>
        <HeaderCell>Email, phone</HeaderCell>
        <HeaderCell>QuickBooks</HeaderCell>
        <HeaderCell numeric>Balance</HeaderCell>
      </TableHead>
      <TableBody>
        {rows.map((vendor) => (
          <TableRow key={vendor.id}>
            <Cell>
              <RowLink href={`/vendors/${vendor.id}`}>{vendor.name}</RowLink>
            </Cell>
            <Cell muted>{companyOf(vendor)}</Cell>
            <Cell muted>{reachOf(vendor)}</Cell>
            <Cell>
              <EntryBadge state={vendor.sync.state} />
            </Cell>
            <Cell numeric>
              {vendor.balance ? (
                <Money amount={vendor.balance} sign currency={vendor.foreignCurrency} />
              ) : null}
            </Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
