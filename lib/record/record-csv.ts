import { stringify } from "csv-stringify";
import type { BillRecord } from "./record-of-bills";

const COLUMNS = [
  "Vendor",
  "Invoice number",
  "Amount",
  "Bill",
  "No.",
  "Time (UTC)",
  "Who",
  "Event",
  "What happened",
  "Words",
  "Changes",
  "Hash",
];

/** A text that a spreadsheet would run as a formula is kept as a text. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function rowsOf(record: BillRecord): string[][] {
  return record.events.map((event) =>
    [
      ...[record.vendor, record.invoiceNumber],
      ...[record.amount, record.id, String(event.seq), event.at, event.actorName, event.name],
      ...[event.sentence, event.quote ?? ""],
      event.changes
        .map(({ field, from, to }) => `${field}: ${from || "nothing"} -> ${to || "nothing"}`)
        .join("; "),
      event.hash,
    ].map((cell, index) => (index === 2 ? cell : asText(cell))),
  );
}

/** The record as a table, a row an event: UTF-8 with a byte-order mark, which Excel needs to see it as such. */
export async function* recordCsv(records: AsyncIterable<BillRecord>): AsyncGenerator<Buffer> {
  const table = stringify({ bom: true, header: true, columns: COLUMNS, record_delimiter: "windows" });
  const written = (async () => {
    for await (const record of records) {
      for (const row of rowsOf(record)) {
        if (!table.write(row)) await new Promise((resolve) => table.once("drain", resolve));
      }
    }
    table.end();
  })().catch((error: unknown) => table.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const chunk of table) yield Buffer.from(chunk);
  await written;
}
