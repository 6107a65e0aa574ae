import type { ContentLine } from "@/lib/bills/bill-content";
import type { BillRecord, ProvenEntry, RecordedSignature } from "../record-of-bills";
import type { Cell, Column, PageWriter } from "./page-writer";

const cells = (...texts: (string | Cell)[]): Cell[] =>
  texts.map((text) => (typeof text === "string" ? { text } : text));
const head = (...texts: string[]): Cell[] => texts.map((text) => ({ text, muted: true }));

const dollars = (amount: string): string => `$${amount.replace(/\B(?=(\d{3})+(?!\d))/g, ",")}`;
const minute = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)}`;

const LINES: Column[] = [{ share: 28 }, { share: 30 }, { share: 28 }, { share: 14, align: "right" }];
const SIGNATURES: Column[] = [
  { share: 8 },
  { share: 11 },
  { share: 24 },
  { share: 18 },
  { share: 22 },
  { share: 28 },
];
const EVENTS: Column[] = [{ share: 5 }, { share: 17 }, { share: 62 }, { share: 16 }];

function lineCells(line: ContentLine): Cell[] {
  const amount = { text: dollars(line.amount) };
  const what = (line.account ?? line.item)?.name ?? "";
  const quantity = line.quantity && line.cost ? ` (${line.quantity} × ${line.cost})` : "";
  const whom = [line.customer?.name, line.class?.name, line.billable ? "billable" : ""]
    .filter(Boolean)
    .join(", ");
  return cells(what, `${line.description}${quantity}`, { text: whom, muted: true }, amount);
}

function signatureCells(signature: RecordedSignature): Cell[] {
  const verdict = signature.verdict === "approved" ? "Approved" : "Rejected";
  return cells(
    String(signature.round),
    String(signature.revision),
    { text: signature.forName ? `${signature.name} for ${signature.forName}` : signature.name, bold: true },
    signature.isOverride ? `${verdict} (override)` : verdict,
    minute(signature.at),
    { text: signature.note ?? "", muted: true },
  );
}

function entryText(entry: ProvenEntry): string {
  const changes = entry.changes.map(
    ({ field, from, to }) => `${field}: ${from || "nothing"} → ${to || "nothing"}`,
  );
  return [entry.sentence, entry.quote ? `“${entry.quote}”` : "", ...changes].filter(Boolean).join("\n");
}

/** One bill on its own sheets: what was approved, who signed which revision, and all that ever happened. */
export function writeBill(page: PageWriter, record: BillRecord): void {
  const { content } = record;
  page.title(`${record.vendor || "No vendor"} · ${record.invoiceNumber || "no invoice number"}`);
  page.paragraph(`${dollars(record.amount)} · ${record.state.replace("_", " ")} · bill ${record.id}`, {
    muted: true,
  });
  if (content) {
    page.heading(`As it was last put before approvers (revision ${record.revisions.at(-1)?.number ?? ""})`);
    page.paragraph(
      [
        content.billDate ? `Date ${content.billDate}` : "",
        content.dueDate ? `due ${content.dueDate}` : "",
        content.terms ? `terms ${content.terms.name}` : "",
        content.apAccount ? content.apAccount.name : "",
        content.memo ? `memo: ${content.memo}` : "",
      ]
        .filter(Boolean)
        .join(" · "),
    );
    page.rule();
    page.row(LINES, head("Account or item", "Description", "Customer:job, class", "Amount"));
    for (const line of content.lines) page.row(LINES, lineCells(line));
    page.row(
      LINES,
      cells("", "", { text: "Total", align: "right" }, { text: dollars(content.amount), bold: true }),
    );
  }
  page.heading("Signatures");
  if (record.signatures.length === 0) page.paragraph("Nobody has signed this bill.", { muted: true });
  else page.row(SIGNATURES, head("Round", "Revision", "Who", "Verdict", "When (UTC)", "Note"));
  for (const signature of record.signatures) page.row(SIGNATURES, signatureCells(signature));
  page.heading("Frozen revisions");
  for (const revision of record.revisions) {
    page.row(
      [{ share: 24 }, { share: 76 }],
      cells(`Revision ${revision.number}, round ${revision.round}`, revision.hash),
      8,
    );
  }
  if (record.revisions.length === 0) page.paragraph("The bill was never submitted.", { muted: true });
  page.heading("What happened");
  page.row(EVENTS, head("No.", "When (UTC)", "What", "Hash"));
  for (const entry of record.events) {
    const hash: Cell = { text: entry.hash.slice(0, 12), muted: true };
    page.row(EVENTS, cells(String(entry.seq), minute(entry.at), entryText(entry), hash), 8.5);
  }
}
