import type { ProvenEntry } from "../proven-entry";
import { type Column, headCells, type PageWriter } from "./page-writer";

/** "2026-11-30 08:24:15", of an instant in ISO 8601. */
export const moment = (at: string): string => at.slice(0, 19).replace("T", " ");

const COLUMNS: Column[] = [{ share: 5 }, { share: 21 }, { share: 74 }];

function textOf({ sentence, quote, changes }: ProvenEntry): string {
  const changed = changes.map(({ field, from, to }) => `${field}: ${from || "nothing"} → ${to || "nothing"}`);
  return [sentence, quote ? `“${quote}”` : "", ...changed].filter(Boolean).join("\n");
}

/** The heads of writeEvents' columns. */
export const writeEventsHead = (page: PageWriter): void =>
  page.row(COLUMNS, headCells("No.", "When (UTC)", "What happened, and its hash"), { keepWithNext: 30 });

/** Events in the order of their chain, each with its whole hash below it. */
export function writeEvents(page: PageWriter, events: readonly ProvenEntry[]): void {
  for (const event of events) {
    page.row(COLUMNS, [
      { text: String(event.seq), muted: true },
      { text: moment(event.at), muted: true },
      { text: textOf(event), below: event.hash },
    ]);
  }
}
