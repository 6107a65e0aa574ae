import { writeBill } from "./pdf/bill-sheets";
import { PageWriter } from "./pdf/page-writer";
import type { BillRecord } from "./record-of-bills";

/** What the first lines of a PDF say. */
export interface PdfHead {
  organisation: string;
  /** "The record of bill 1042", "The record of March 2026". */
  title: string;
  /** ISO 8601. */
  at: string;
  by: string;
}

/** The record as a document, each bill on sheets of its own, written while it is read. */
export async function* recordPdf(head: PdfHead, records: AsyncIterable<BillRecord>): AsyncGenerator<Buffer> {
  const page = new PageWriter(head.title, head.organisation);
  page.paragraph(
    `${head.organisation} · ${head.title} · taken out by ${head.by} on ${head.at.slice(0, 16).replace("T", " ")} UTC`,
    { muted: true },
  );
  page.rule();
  const written = (async () => {
    let bills = 0;
    for await (const record of records) {
      if (bills > 0) page.sheet();
      writeBill(page, record);
      bills += 1;
      // Whoever reads the document gets what is written so far before more is.
      await new Promise((resolve) => setImmediate(resolve));
    }
    if (bills === 0) page.paragraph("Nothing was written down in these days.");
    page.document.end();
  })().catch((error: unknown) =>
    page.document.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  for await (const chunk of page.document) yield Buffer.from(chunk as Uint8Array);
  await written;
}
