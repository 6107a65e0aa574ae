import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { type CommandContext, command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { getOrganisation } from "@/lib/orgs/organisation-views";
import { getSettings } from "@/lib/orgs/settings";
import type { RecordContents } from "./record-contents";
import { recordCsv } from "./record-csv";
import { type BillRecord, recordsOf, touchedIn } from "./record-of-bills";
import { recordPdf } from "./record-pdf";
import { settingsIn } from "./settings-events";

const FORMATS = { pdf: "application/pdf", csv: "text/csv; charset=utf-8" } as const;

export interface RecordFile {
  name: string;
  contentType: string;
  /** Read from the database while it is sent. */
  body: AsyncIterable<Buffer>;
}

const format = z.enum(["pdf", "csv"]);

interface What {
  /** "The record of bill 1042". */
  title: string;
  name: string;
  format: "pdf" | "csv";
}

async function fileOf(
  { actor, tx, now }: CommandContext,
  { title, name, format: chosen }: What,
  contents: RecordContents,
): Promise<RecordFile> {
  const { name: organisation } = await getOrganisation(tx, actor.orgId);
  const head = { title, organisation, at: now.toISOString(), by: actor.name };
  const body = chosen === "pdf" ? recordPdf(head, contents) : recordCsv(contents);
  return { name: `${name}.${chosen}`, contentType: FORMATS[chosen], body };
}

const fileName = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase()
    .slice(0, 60);

async function* each(records: BillRecord[]): AsyncGenerator<BillRecord> {
  yield* records;
}

/** The record of one bill as a file. Taking it out is written down too. @throws AppError "not-found" */
export const exportBillRecord = command({
  name: "record.export",
  input: z.object({ billId: z.uuid(), format }),
  async run(context, { billId, format: chosen }): Promise<RecordFile> {
    const found: BillRecord[] = [];
    for await (const one of recordsOf(context.tx, context.actor, sql`b.id = ${billId}`)) found.push(one);
    const [bill] = found;
    if (!bill) throw new AppError("not-found");
    const number = bill.invoiceNumber || bill.id.slice(0, 8);
    await context.record("record.exported", billId, { format: chosen, what: `bill ${number}` });
    const name = `record-${fileName(`${bill.vendor}-${number}`)}`;
    return fileOf(
      context,
      { title: `The record of bill ${number}`, name, format: chosen },
      { bills: each(found) },
    );
  },
});

const day = z.iso.date();

/**
 * The record of all bills about which something happened in these days, both included, and of what changed in
 * the settings in them.
 */
export const exportPeriodRecord = command({
  name: "record.export",
  input: z
    .object({ from: day, to: day, format })
    .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day comes before the first." }),
  async run(context, { from, to, format: chosen }): Promise<RecordFile> {
    const { actor, tx, record } = context;
    const { timeZone } = await getSettings(tx, actor.orgId);
    const days = from === to ? from : `${from} to ${to}`;
    await record("record.exported", actor.orgId, { format: chosen, what: days });
    const touched = { from, to, timeZone };
    // Read page by page while it is sent, after this transaction.
    const contents = {
      bills: recordsOf(db(), actor, touchedIn(touched)),
      settings: settingsIn(db(), actor.orgId, touched),
    };
    const what = { title: `The record of ${days}`, name: `record-${from}-${to}`, format: chosen };
    return fileOf(context, what, contents);
  },
});
