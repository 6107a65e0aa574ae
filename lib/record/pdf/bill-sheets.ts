import type { BillContent, ContentLine } from "@/lib/bills/bill-content";
import { groupDigits, moneyText } from "@/lib/core/money-text";
import type { BillRecord, RecordedDocument, RecordedSignature } from "../record-of-bills";
import { type Cell, type Column, headCells, type PageWriter } from "./page-writer";
import { moment, writeEvents, writeEventsHead } from "./write-events";

const LINES: Column[] = [{ share: 28 }, { share: 30 }, { share: 26 }, { share: 16, align: "right" }];
const SIGNATURES: Column[] = [
  ...[{ share: 8 }, { share: 7 }, { share: 10 }],
  ...[{ share: 25 }, { share: 16 }, { share: 22 }, { share: 28 }],
];
const REVISIONS: Column[] = [{ share: 21 }, { share: 79 }];
const DOCUMENTS: Column[] = [{ share: 70 }, { share: 30 }];

function lineCells(line: ContentLine): Cell[] {
  const quantity = line.quantity && line.cost ? ` (${line.quantity} × ${line.cost})` : "";
  const whom = [line.customer?.name, line.class?.name, line.billable ? "billable" : ""];
  return [
    { text: (line.account ?? line.item)?.name ?? "" },
    { text: `${line.description}${quantity}` },
    { text: whom.filter(Boolean).join(", "), muted: true },
    { text: groupDigits(line.amount) },
  ];
}

/** The bill as it was frozen, in the currency of that time where the revision knows it. */
function writeContent(page: PageWriter, content: BillContent, { revisions, currency }: BillRecord): void {
  const frozenIn = content.currency === undefined ? currency : content.currency;
  page.heading(`As it was last put before approvers (revision ${revisions.at(-1)?.number ?? ""})`);
  page.paragraph(
    [
      content.billDate ? `Date ${content.billDate}` : "",
      content.dueDate ? `due ${content.dueDate}` : "",
      content.terms ? `terms ${content.terms.name}` : "",
      content.apAccount ? content.apAccount.name : "",
      content.exchangeRate ? `exchange rate ${content.exchangeRate}` : "",
      content.memo ? `memo: ${content.memo}` : "",
    ]
      .filter(Boolean)
      .join(" · "),
  );
  page.rule();
  page.row(LINES, headCells("Account or item", "Description", "Customer:job, class", "Amount"), {
    keepWithNext: 24,
  });
  for (const line of content.lines) page.row(LINES, lineCells(line));
  const total = { text: moneyText(content.amount, frozenIn), bold: true };
  page.row(LINES, [{ text: "" }, { text: "" }, { text: "Total", align: "right" }, total]);
}

function signatureCells(signature: RecordedSignature): Cell[] {
  const verdict = signature.verdict === "approved" ? "Approved" : "Rejected";
  return [
    ...[signature.round, signature.step, signature.revision].map((number) => ({ text: String(number) })),
    { text: signature.forName ? `${signature.name} for ${signature.forName}` : signature.name, bold: true },
    { text: signature.isOverride ? `${verdict} (override)` : verdict },
    { text: moment(signature.at) },
    { text: signature.note ?? "", muted: true },
  ];
}

function writeSignatures(page: PageWriter, { signatures, revisions }: BillRecord): void {
  page.heading("Signatures");
  if (signatures.length === 0) page.paragraph("Nobody has signed this bill.", { muted: true });
  else {
    const heads = headCells("Round", "Step", "Revision", "Who", "Verdict", "When (UTC)", "Note");
    page.row(SIGNATURES, heads, { keepWithNext: 24 });
  }
  for (const signature of signatures) page.row(SIGNATURES, signatureCells(signature));
  page.heading("Frozen revisions, with their SHA-256");
  if (revisions.length === 0) page.paragraph("The bill was never submitted.", { muted: true });
  for (const { number, round, createdBy, at, hash } of revisions) {
    page.row(REVISIONS, [
      { text: `Revision ${number}, round ${round}` },
      { text: `Frozen ${moment(at)}${createdBy ? ` by ${createdBy}` : ""}`, below: hash },
    ]);
  }
}

function documentCells({
  name,
  hash,
  size,
  addedBy,
  addedAt,
  removedBy,
  removedAt,
}: RecordedDocument): Cell[] {
  const removed = removedAt ? `\nTaken off ${moment(removedAt)}${removedBy ? ` by ${removedBy}` : ""}` : "";
  return [
    { text: `${name} (${groupDigits(String(size))} bytes)`, below: hash },
    { text: `Added ${moment(addedAt)} by ${addedBy}${removed}`, muted: true },
  ];
}

/** One bill on its own sheets: what was approved, who signed which revision, and all that ever happened. */
export function writeBill(page: PageWriter, record: BillRecord): void {
  const { content, documents, withheld } = record;
  page.title(`${record.vendor || "No vendor"} · ${record.invoiceNumber || "no invoice number"}`);
  const rate = record.exchangeRate ? ` at ${record.exchangeRate}` : "";
  page.paragraph(
    `${moneyText(record.amount, record.currency)}${rate} · now ${record.state.replace("_", " ")} · bill ${record.id}`,
    { muted: true },
  );
  if (content) writeContent(page, content, record);
  writeSignatures(page, record);
  page.heading("Documents, with their SHA-256");
  if (documents.length === 0) page.paragraph("The bill has no documents.", { muted: true });
  for (const document of documents) page.row(DOCUMENTS, documentCells(document));
  page.heading("What happened");
  writeEventsHead(page);
  writeEvents(page, record.events);
  if (withheld > 0) {
    const events = withheld === 1 ? "One event tells" : `${withheld} events tell`;
    page.paragraph(`${events} of a refusal by QuickBooks and can be read by Admins and Accounting Access.`, {
      muted: true,
    });
  }
}
