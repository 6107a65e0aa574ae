import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { Moment } from "@/app/_components/moment";
import { pageOf } from "@/app/_components/page-of";
import { one, pageNumber, type SearchParams } from "@/app/_components/read-address";
import { Alert } from "@/app/_ui/alert";
import { Badge } from "@/app/_ui/badge";
import { PageHeader } from "@/app/_ui/page-header";
import { Panel } from "@/app/_ui/panel";
import { compareRevisions, type RevisionComparison } from "@/lib/bills/compare-revisions";
import { ComparedTable } from "../_components/compared-table";
import { ComparedLines } from "./_components/compared-lines";
import { RevisionPicker } from "./_components/revision-picker";

export const metadata: Metadata = { title: "Revisions" };

type RevisionsPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

type Revision = RevisionComparison["revisions"][number];

/** Who put a revision before the approvers, and who signed it. */
function RevisionFacts({ revision }: { revision: Revision }) {
  return (
    <div className="min-w-0 text-sm">
      <p className="font-medium text-ink">
        Revision {revision.number}
        <span className="ml-2 font-normal text-ink-muted text-xs">round {revision.round}</span>
      </p>
      <p className="text-ink-muted text-xs">
        {revision.createdBy ?? "QuickBooks"}, <Moment at={revision.at} />
      </p>
      <ul className="mt-1 flex flex-wrap gap-1">
        {revision.signedBy.length === 0 ? (
          <li className="text-ink-faint text-xs">Not signed</li>
        ) : (
          revision.signedBy.map(({ name, verdict }) => (
            <li key={`${name} ${verdict}`}>
              <Badge tone={verdict === "approved" ? "blue" : "red"}>
                {verdict === "approved" ? "Approved" : "Rejected"} by {name}
              </Badge>
            </li>
          ))
        )}
      </ul>
    </div>
  );
}

/** Two revisions of a bill side by side: what changed since an approver signed. */
export default async function RevisionsPage({ params, searchParams }: RevisionsPageProps) {
  const [actor, { id }, query] = await Promise.all([requireFollower(), params, searchParams]);
  const wanted = (name: string) => (one(query[name]) ? pageNumber(one(query[name])) : undefined);
  const compared = await pageOf(() =>
    compareRevisions(actor, { billId: id, earlier: wanted("from"), later: wanted("to") }),
  );
  const { from, to, revisions, header, lines } = compared;
  const [before, after] = [`Revision ${from}`, `Revision ${to}`];
  const differing =
    header.filter(({ differs }) => differs).length + lines.filter(({ state }) => state !== "same").length;
  const shown = [from, to].flatMap(
    (number) => revisions.find((revision) => revision.number === number) ?? [],
  );
  return (
    <>
      <PageHeader
        title="Two revisions side by side"
        description={[compared.vendor, compared.invoiceNumber].filter(Boolean).join(" · ")}
        back={{ href: `/bills/${id}`, label: "Back to the bill" }}
      />
      <div className="flex max-w-4xl flex-col gap-4">
        <Panel>
          <RevisionPicker billId={id} from={from} to={to} revisions={revisions} />
          <div className="mt-4 grid grid-cols-2 gap-3">
            {shown.map((revision, index) => (
              <RevisionFacts
                key={`${index === 0 ? "left" : "right"} ${revision.number}`}
                revision={revision}
              />
            ))}
          </div>
        </Panel>
        {differing === 0 ? (
          <Alert title="Nothing differs">
            {from === to ? "This is one and the same revision." : "Both say the same."}
          </Alert>
        ) : null}
        <Panel title="The bill">
          <ComparedTable
            caption="The bill in both revisions"
            before={before}
            after={after}
            groups={[{ key: "header", fields: header }]}
          />
        </Panel>
        <Panel title={lines.length === 1 ? "1 line" : `${lines.length} lines`}>
          {lines.length === 0 ? (
            <p className="text-ink-muted">Neither revision has a line.</p>
          ) : (
            <ComparedLines lines={lines} before={before} after={after} />
          )}
        </Panel>
      </div>
    </>
  );
}
