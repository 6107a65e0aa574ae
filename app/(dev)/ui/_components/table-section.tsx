import { CheckCheck, Link2 } from "lucide-react";
import { Badge, type BadgeTone } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { CardList, CardRow } from "@/app/_ui/card-list";
import { Checkbox } from "@/app/_ui/checkbox";
import { LinkTabs } from "@/app/_ui/link-tabs";
import { Pagination } from "@/app/_ui/pagination";
import { Cell, HeaderCell, RowLink, Table, TableBody, TableFoot, TableHead, TableRow } from "@/app/_ui/table";
import { Tooltip } from "@/app/_ui/tooltip";
import { Section } from "./section";

type Sample = { ref: string; name: string; date: string; state: string; tone: BadgeTone; amount: string };

const rows: readonly Sample[] = [
  {
    ref: "INV-2041",
    name: "Apex Concrete & Masonry LLC",
    date: "Nov 18",
    state: "Waiting",
    tone: "amber",
    amount: "12,480.50",
  },
  {
    ref: "10-5583",
    name: "Delta Steel Supply",
    date: "Nov 17",
    state: "Approved",
    tone: "neutral",
    amount: "3,915.00",
  },
  { ref: "88412", name: "Harbor Lumber", date: "Nov 14", state: "Refused", tone: "red", amount: "760.25" },
  { ref: "A-119", name: "Café Martín", date: "Nov 12", state: "Paid", tone: "green", amount: "148.90" },
  {
    ref: "2026-0077",
    name: "Northside Electric, Heating and Refrigeration Contractors",
    date: "Nov 9",
    state: "Draft",
    tone: "neutral",
    amount: "1,204,331.07",
  },
  {
    ref: "5521",
    name: "Summit Tool Rental",
    date: "Nov 8",
    state: "Approved",
    tone: "neutral",
    amount: "92.00",
  },
];

function LinkIcon({ linked }: { linked: boolean }) {
  const Icon = linked ? CheckCheck : Link2;
  const text = linked ? "Linked" : "Waits for the next run";
  return (
    <Tooltip content={text}>
      <button
        type="button"
        aria-label={text}
        className="grid size-6 place-items-center rounded-sm text-accent-ink"
      >
        <Icon aria-hidden="true" className="size-4" />
      </button>
    </Tooltip>
  );
}

export function TableSection() {
  const cards = (
    <CardList label="Records">
      {rows.map((row) => (
        <CardRow
          key={row.ref}
          href={`/ui?open=${row.ref}`}
          title={row.name}
          value={`$${row.amount}`}
          detail={`${row.ref} · ${row.date}`}
          status={<Badge tone={row.tone}>{row.state}</Badge>}
          actions={
            row.state === "Waiting" ? (
              <>
                <Button>Reject</Button>
                <Button variant="primary">Approve</Button>
              </>
            ) : undefined
          }
        />
      ))}
    </CardList>
  );
  return (
    <Section title="Table">
      <LinkTabs
        label="Views"
        tabs={[
          { href: "/ui", label: "Inbox", count: 4, current: false },
          { href: "/ui?tab=approvals", label: "Approvals", count: 12, current: true },
          { href: "/ui?tab=payable", label: "Accounts Payable", count: 31, current: false },
          { href: "/ui?tab=archive", label: "Archive", current: false },
        ]}
      />
      <Table caption="Records" cards={cards}>
        <TableHead>
          <HeaderCell className="w-9 pr-0">
            <Checkbox aria-label="Choose all" indeterminate />
          </HeaderCell>
          <HeaderCell sort={{ href: "/ui?sort=ref", direction: null }}>Reference</HeaderCell>
          <HeaderCell sort={{ href: "/ui?sort=name", direction: null }}>Name</HeaderCell>
          <HeaderCell sort={{ href: "/ui?sort=date", direction: "descending" }}>Date</HeaderCell>
          <HeaderCell>State</HeaderCell>
          <HeaderCell numeric sort={{ href: "/ui?sort=amount", direction: null }}>
            Amount
          </HeaderCell>
        </TableHead>
        <TableBody>
          {rows.map((row, at) => (
            <TableRow key={row.ref} selected={at === 1} active={at === 2}>
              <Cell className="pr-0">
                <Checkbox aria-label={`Choose ${row.ref}`} defaultChecked={at === 1} />
              </Cell>
              <Cell>
                <span className="flex items-center gap-1">
                  <RowLink href={`/ui?open=${row.ref}`}>{row.ref}</RowLink>
                  <LinkIcon linked={at % 2 === 1} />
                </span>
              </Cell>
              <Cell>{row.name}</Cell>
              <Cell muted>{row.date}</Cell>
              <Cell>
                <Badge tone={row.tone}>{row.state}</Badge>
              </Cell>
              <Cell numeric>{row.amount}</Cell>
            </TableRow>
          ))}
        </TableBody>
        <TableFoot>
          <tr>
            <Cell colSpan={5}>Total</Cell>
            <Cell numeric>1,221,627.72</Cell>
          </tr>
        </TableFoot>
      </Table>
      <Pagination from={1} to={50} total={1204} previousHref={null} nextHref="/ui?page=2" noun="records" />
    </Section>
  );
}
