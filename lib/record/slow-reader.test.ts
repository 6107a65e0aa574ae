import { describe, expect, test } from "vitest";
import type { ProvenEntry } from "./proven-entry";
import type { RecordContents } from "./record-contents";
import { recordCsv } from "./record-csv";
import type { BillRecord } from "./record-of-bills";
import { recordPdf } from "./record-pdf";

const HASH = "0123456789abcdef".repeat(4);
const BILLS = 20;

const entry = (seq: number): ProvenEntry => ({
  ...{ seq, name: "bill.commented", tone: "neutral", sentence: "Ann Approver said", changes: [] },
  ...{
    quote: "Where is the delivery note? ".repeat(4),
    at: "2026-11-02T10:00:00.000Z",
    actorName: "Ann Approver",
  },
  ...{ revisionHash: null, previousHash: HASH, hash: HASH },
});

const bill = (number: number): BillRecord => ({
  ...{ id: `bill-${number}`, state: "approved", vendor: "Cascade Lumber", invoiceNumber: `INV-${number}` },
  ...{ amount: "150.00", currency: null, homeCurrency: null, exchangeRate: null, content: null, withheld: 0 },
  ...{ revisions: [], signatures: [], documents: [] },
  events: Array.from({ length: 30 }, (_, index) => entry(index + 1)),
});

/** Bills that count how many were read, and whether reading them came to an end. */
function source() {
  const watched = { read: 0, isEnded: false };
  async function* bills() {
    try {
      while (watched.read < BILLS) {
        watched.read += 1;
        yield bill(watched.read);
      }
    } finally {
      watched.isEnded = true;
    }
  }
  return { watched, contents: { bills: bills() } };
}

const head = {
  organisation: "Northwind",
  title: "The record",
  at: "2026-11-30T08:00:00.000Z",
  by: "Vera Viewer",
};

describe.each<[string, (contents: RecordContents) => AsyncGenerator<Buffer>]>([
  ["CSV", recordCsv],
  ["PDF", (contents) => recordPdf(head, contents)],
])("%s", (_format, write) => {
  test("reads no further than its reader has taken, however slow", async () => {
    const { watched, contents } = source();
    const file = write(contents);
    let largest = 0;
    let taken = 0;
    for (let piece = await file.next(); !piece.done; piece = await file.next()) {
      largest = Math.max(largest, piece.value.length);
      // A bill is a piece or several: who took so many made it read no more bills than that.
      taken += 1;
      expect(watched.read).toBeLessThanOrEqual(taken);
      // Everything that does not wait for the reader has its turn.
      await new Promise((resolve) => setImmediate(resolve));
      expect(watched.read).toBeLessThanOrEqual(taken);
    }
    expect(watched).toEqual({ read: BILLS, isEnded: true });
    expect(largest).toBeLessThan(100_000);
  });

  test("a reader that goes away ends the reading", async () => {
    const { watched, contents } = source();
    const file = write(contents);
    for (let piece = 0; piece < 3; piece += 1) await file.next();
    await file.return(undefined);
    const { read } = watched;
    expect(read).toBeLessThanOrEqual(3);
    expect(watched.isEnded).toBe(true);
    expect(await file.next()).toEqual({ done: true, value: undefined });
    expect(watched.read).toBe(read);
  });
});
