import { writeBill } from "./pdf/bill-sheets";
import { PageWriter } from "./pdf/page-writer";
import { writeSettings } from "./pdf/settings-sheets";
import { moment } from "./pdf/write-events";
import type { RecordContents } from "./record-contents";

/** What the first lines of a PDF say. */
export interface PdfHead {
  organisation: string;
  /** "The record of bill 1042", "The record of 2026-03-01 to 2026-03-31". */
  title: string;
  /** ISO 8601. */
  at: string;
  by: string;
}

const PROOF =
  "Each event carries a SHA-256 hash over what it says and over the hash of the one before it; each signature " +
  "names the hash of the revision that was signed. “Check every link” on the Record page, and npm run " +
  "verify-audit, compute all of them again. Times are UTC.";

/**
 * The record as a document, each bill on sheets of its own, what changed in the settings at the end. Written
 * while it is read: what is written of a bill is handed out before the next is read, because pdfkit itself
 * waits for nobody.
 */
export async function* recordPdf(
  head: PdfHead,
  { bills, settings }: RecordContents,
): AsyncGenerator<Buffer, void> {
  const page = new PageWriter(head.title, head.organisation);
  page.paragraph(`${head.organisation} · ${head.title} · taken out by ${head.by} on ${moment(head.at)} UTC`, {
    muted: true,
  });
  page.paragraph(PROOF, { muted: true });
  page.rule();
  let parts = 0;
  for await (const record of bills) {
    if (parts > 0) page.sheet();
    parts += 1;
    writeBill(page, record);
    yield* page.written();
  }
  if (settings) {
    for await (const written of writeSettings(page, settings, { onNewSheet: parts > 0 })) {
      parts += written;
      yield* page.written();
    }
  }
  if (parts === 0) page.paragraph("Nothing was written down in these days.");
  page.end();
  yield* page.written();
}
