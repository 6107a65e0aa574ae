import { sql } from "drizzle-orm";
import { z } from "zod";
import { command, query } from "@/lib/access/command";
import { billInput } from "@/lib/bills/bill-input";
import { assertConnection, enterBill } from "@/lib/bills/save-bill";
import { AppError } from "@/lib/core/errors";
import { addAmounts } from "@/lib/core/money";
import { MOST_BYTES } from "./decode-text";
import { type PlannedBill, planImport } from "./plan-import";

/** Tells the lock of imports from other locks of a company file. */
const IMPORT_LOCK = 11;

const file = {
  connectionId: z.uuid(),
  /** The file's text: CSV with headings, one row a line of a bill. */
  text: z.string().max(MOST_BYTES, "The file is too large. Split it."),
};

export interface ImportPreview {
  bills: Omit<PlannedBill, "input">[];
  /** Headings of the file that are not known, and left out. */
  unknown: string[];
  ready: number;
  /** Of those that are ready. */
  sum: string;
  /** How many stand in Countersign already. */
  entered: number;
}

/** What a file would enter, and row by row what keeps the rest of it out. Enters nothing. */
export const previewImport = query({
  name: "bill.import",
  input: z.object(file),
  async run({ actor, db }, { connectionId, text }): Promise<ImportPreview> {
    await assertConnection(db, actor.orgId, connectionId);
    const { bills, unknown } = await planImport(db, connectionId, text);
    const ready = bills.filter(({ input }) => input !== null);
    return {
      bills: bills.map(({ input: _, ...bill }) => bill),
      unknown,
      ready: ready.length,
      sum: addAmounts(ready.map(({ amount }) => amount)),
      entered: bills.filter(({ isEntered }) => isEntered).length,
    };
  },
});

/**
 * Enters the bills of a file as drafts, all at once or none. Bills that the preview found fault with stay
 * out; the same file a second time enters nothing, since its numbers are there.
 * @throws AppError "conflict" when fewer or more bills are ready than the person saw
 */
export const importBills = command({
  name: "bill.import",
  input: z.object({
    ...file,
    fileName: z.string().trim().max(200).default("a file"),
    /** How many bills the preview said are ready. */
    expected: z.number().int().min(1, "No bill of the file is ready to be entered."),
  }),
  async run(context, { connectionId, text, fileName, expected }) {
    await assertConnection(context.tx, context.actor.orgId, connectionId);
    // The same file at the same moment takes turns: the second finds its numbers entered.
    await context.tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${connectionId}, ${IMPORT_LOCK}))`,
    );
    const { bills } = await planImport(context.tx, connectionId, text);
    const ready = bills.flatMap(({ input, rows }) => (input ? [{ input, rows }] : []));
    if (ready.length !== expected) throw new AppError("conflict");
    for (const { input, rows } of ready) {
      const source = `${fileName}, row ${rows[0]}`;
      await enterBill(context, billInput.parse(input), source);
    }
    return { entered: ready.length };
  },
});
