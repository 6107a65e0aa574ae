import { Moment } from "@/app/_components/moment";
import { Badge } from "@/app/_ui/badge";
import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import type { BillView } from "@/lib/bills/bill-views";

/** Enough of a hash to compare by eye. */
const HASH_SHOWN = 12;

/** Takes the record of this bill out, as a document or as a table. */
function ExportMenu({ billId }: { billId: string }) {
  return (
    <span className="flex gap-1">
      {(["pdf", "csv"] as const).map((format) => (
        <Button key={format} asChild size="sm" variant="ghost">
          <a href={`/api/record/bills/${billId}?format=${format}`} download>
            <span className="sr-only">Take out the record as </span>
            {format.toUpperCase()}
          </a>
        </Button>
      ))}
    </span>
  );
}

/** Each revision that was ever put before approvers, and who signed it. Nothing in it is ever rewritten. */
export function HistoryPanel({ bill, mayExport }: { bill: BillView; mayExport: boolean }) {
  if (bill.revisions.length === 0) return null;
  return (
    <Panel
      title="Approval history"
      description="Signatures of all rounds; never rewritten"
      actions={mayExport ? <ExportMenu billId={bill.id} /> : null}
      flush
    >
      <ol className="divide-y divide-line">
        {bill.revisions.toReversed().map((revision) => {
          const signatures = bill.signatures.filter((signature) => signature.revision === revision.number);
          return (
            <li key={revision.number} className="px-4 py-3">
              <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
                <p className="font-medium text-ink">
                  Revision {revision.number}
                  <span className="ml-2 font-normal text-ink-muted text-xs">round {revision.round}</span>
                </p>
                <code
                  className="font-mono text-2xs text-ink-faint"
                  title={`SHA-256 of the frozen bill: ${revision.hash}`}
                >
                  {revision.hash.slice(0, HASH_SHOWN)}
                </code>
              </div>
              <p className="text-ink-muted text-xs">
                Submitted{revision.createdBy ? ` by ${revision.createdBy}` : ""}, <Moment at={revision.at} />
                {revision.number > 1 ? (
                  <>
                    {" · "}
                    <TextLink
                      href={`/bills/${bill.id}/revisions?from=${revision.number - 1}&to=${revision.number}`}
                      aria-label={`What changed in revision ${revision.number}`}
                    >
                      What changed
                    </TextLink>
                  </>
                ) : null}
              </p>
              {signatures.length === 0 ? (
                <p className="mt-1.5 text-ink-muted text-sm">
                  {revision.round === bill.round ? "No signature yet" : "Nobody signed this revision"}
                </p>
              ) : (
                <ul className="mt-1.5 flex flex-col gap-1.5">
                  {signatures.map((signature) => (
                    <li key={`${signature.userId} ${signature.round}`}>
                      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
                        <span className="flex items-center gap-2">
                          <Badge tone={signature.verdict === "approved" ? "blue" : "red"}>
                            {signature.verdict === "approved" ? "Approved" : "Rejected"}
                          </Badge>
                          <span className="text-ink">
                            {signature.name}
                            {signature.forName ? (
                              <span className="text-ink-muted"> for {signature.forName}</span>
                            ) : null}
                            {signature.isOverride ? (
                              <span className="text-ink-muted"> (override)</span>
                            ) : null}
                          </span>
                        </span>
                        <span className="text-ink-faint text-xs">
                          <Moment at={signature.at} />
                        </span>
                      </div>
                      {signature.note ? (
                        <p className="mt-0.5 whitespace-pre-wrap break-words text-ink-muted text-sm">
                          “{signature.note}”
                        </p>
                      ) : null}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
