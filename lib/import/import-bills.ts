import { sql } from "drizzle-orm";
import { z } from "zod";
import { command } from "@/lib/access/command";
import { billInput } from "@/lib/bills/bill-input";
import { assertConnection, enterBill } from "@/lib/bills/save-bill";
import { AppError } from "@/lib/core/errors";
import { MOST_BILLS, type PlannedBill, planImport } from "./plan-import";
import { givenFile } from "./preview-import";

/** Tells the lock of imports from other locks of a company file. */
const IMPORT_LOCK = 11;

/** A bill that was held back, and that the person wants entered all the same. */
const tickedBill = z.object({
  /** Its first row. */
  row: z.number().int(),
  /** How many bills like it were entered when the person looked. */
  entered: z.number().int(),
});

/** The bills that are ready and those that were ticked. @throws AppError "conflict" where they are others than the person saw */
function chosenOf(
  bills: readonly PlannedBill[],
  { expected, ticked }: { expected: number; ticked: z.output<typeof tickedBill>[] },
): PlannedBill[] {
  const seen = new Map(ticked.map(({ row, entered }) => [row, entered]));
  const chosen = bills.filter(
    ({ input, repeats, rows: [row = 0] }) =>
      input !== null && (repeats === null || seen.get(row) === repeats.entered),
  );
  const ready = chosen.filter(({ repeats }) => repeats === null).length;
  if (ready !== expected || chosen.length - ready !== seen.size) throw new AppError("conflict");
  return chosen;
}

/**
 * Enters the bills of a file as drafts, all at once or none. Bills that the preview found fault with stay
 * out. So the same file a second time enters nothing by itself: a bill whose number is there is at fault, and one
 * without a number whose vendor, date and amount are there is held back until the person ticks it.
 * @throws AppError "conflict" when other bills are ready or held back than the person saw
 */
export const importBills = command({
  name: "bill.import",
  input: givenFile
    .extend({
      fileName: z.string().trim().max(200).default("a file"),
      /** How many bills the preview said are ready. */
      expected: z.number().int().min(0),
      ticked: z.array(tickedBill).max(MOST_BILLS).default([]),
    })
    .refine(({ expected, ticked }) => expected + ticked.length > 0, {
      path: ["expected"],
      message: "No bill of the file is ready to be entered.",
    }),
  async run(context, { connectionId, text, fileName, ...seen }) {
    await assertConnection(context.tx, context.actor.orgId, connectionId);
    // The same file at the same moment takes turns: the second finds its bills entered.
    await context.tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${connectionId}, ${IMPORT_LOCK}))`,
    );
    const { bills } = await planImport(context.tx, connectionId, text);
    const chosen = chosenOf(bills, seen);
    for (const { input, rows } of chosen)
      await enterBill(context, billInput.parse(input), `${fileName}, row ${rows[0]}`);
    return { entered: chosen.length };
  },
});
