import { stringify } from "csv-stringify/sync";
import type { ProvenEntry } from "./proven-entry";
import type { RecordContents } from "./record-contents";
import type { BillRecord } from "./record-of-bills";

const COLUMNS = [
  ...["About", "Vendor", "Invoice number", "Amount", "Currency", "Exchange rate", "Bill"],
  ...["No.", "Time (UTC)", "Who", "Event", "What happened", "Words", "Changes"],
  ...["Revision hash", "Previous hash", "Hash"],
];

/** A text that a spreadsheet would run as a formula is kept as a text. */
const asText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const changesOf = ({ changes }: ProvenEntry): string =>
  changes.map(({ field, from, to }) => `${field}: ${from || "nothing"} -> ${to || "nothing"}`).join("; ");

const eventCells = (event: ProvenEntry): string[] => [
  ...[String(event.seq), event.at, asText(event.actorName), event.name],
  ...[event.sentence, event.quote ?? "", changesOf(event)].map(asText),
  ...[event.revisionHash ?? "", event.previousHash, event.hash],
];

function billRows(record: BillRecord): string[][] {
  const { amount, currency, homeCurrency, exchangeRate, id } = record;
  const bill = [
    ...["Bill", asText(record.vendor), asText(record.invoiceNumber), amount],
    ...[asText(currency ?? homeCurrency ?? ""), exchangeRate ?? "", id],
  ];
  return record.events.map((event) => [...bill, ...eventCells(event)]);
}

const settingsRows = (events: ProvenEntry[]): string[][] =>
  events.map((event) => ["Settings", "", "", "", "", "", "", ...eventCells(event)]);

const lines = (rows: string[][]): Buffer => Buffer.from(stringify(rows, { record_delimiter: "windows" }));

/**
 * The record as a table, a row an event, the settings' after the bills': UTF-8 with a byte-order mark, which
 * Excel needs to see it as such. Nothing more is read than its reader has taken.
 */
export async function* recordCsv({ bills, settings }: RecordContents): AsyncGenerator<Buffer> {
  yield Buffer.concat([Buffer.from("\uFEFF"), lines([COLUMNS])]);
  for await (const record of bills) yield lines(billRows(record));
  if (!settings) return;
  for await (const events of settings) yield lines(settingsRows(events));
}
