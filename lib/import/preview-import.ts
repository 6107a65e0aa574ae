import { z } from "zod";
import type { Db } from "@/db/client";
import { query } from "@/lib/access/command";
import { checkDuplicates } from "@/lib/bills/bill-checks";
import { billInput } from "@/lib/bills/bill-input";
import type { CheckResult } from "@/lib/bills/check-result";
import { assertConnection } from "@/lib/bills/save-bill";
import { findSimilarBills } from "@/lib/bills/similar-bills";
import { addAmounts } from "@/lib/core/money";
import { MOST_BYTES } from "./decode-text";
import { type PlannedBill, planImport } from "./plan-import";

/** A file and the company file that it is for. */
export const givenFile = z.object({
  connectionId: z.uuid(),
  /** The file's text: CSV with headings, one row a line of a bill. */
  text: z.string().max(MOST_BYTES, "The file is too large. Split it."),
});

/** A bill of the file, as the person is shown it. */
export interface PreviewBill extends Omit<PlannedBill, "input"> {
  /** ready: it is entered · held-back: it is entered where the person ticks it · faulty: it stays out. */
  state: "ready" | "held-back" | "faulty";
  /** Bills that are entered and say nearly the same. */
  warnings: CheckResult[];
}

export interface ImportPreview {
  bills: PreviewBill[];
  /** Headings of the file that are not known, and left out. */
  unknown: string[];
  ready: number;
  /** Of those that are ready. */
  sum: string;
  /** How many stand in Countersign, or seem to: their number is there, or, without one, their vendor, date and amount. */
  entered: number;
}

function stateOf({ input, repeats }: PlannedBill): PreviewBill["state"] {
  if (input === null) return "faulty";
  return repeats === null ? "ready" : "held-back";
}

/** What the form would warn of, for each bill that can be entered. Whoever may import sees every bill. */
async function findWarnings(db: Db, orgId: string, bills: readonly PlannedBill[]) {
  const asked = bills.flatMap((bill) => (bill.input ? [{ bill, input: billInput.parse(bill.input) }] : []));
  const similar = await findSimilarBills(
    db,
    orgId,
    asked.map(({ input }) => input),
  );
  return new Map(
    asked.map(({ bill, input: { invoiceNumber } }, index) => [
      bill,
      checkDuplicates({ duplicates: [], similar: similar[index] ?? [], invoiceNumber }),
    ]),
  );
}

/** What a file would enter, and row by row what keeps the rest of it out. Enters nothing. */
export const previewImport = query({
  name: "bill.import",
  input: givenFile,
  async run({ actor, db }, { connectionId, text }): Promise<ImportPreview> {
    await assertConnection(db, actor.orgId, connectionId);
    const { bills: planned, unknown } = await planImport(db, connectionId, text);
    const warnings = await findWarnings(db, actor.orgId, planned);
    const bills = planned.map((bill): PreviewBill => {
      const { input: _, ...shown } = bill;
      return { ...shown, state: stateOf(bill), warnings: warnings.get(bill) ?? [] };
    });
    const ready = bills.filter(({ state }) => state === "ready");
    return {
      ...{ bills, unknown, ready: ready.length, sum: addAmounts(ready.map(({ amount }) => amount)) },
      entered: bills.filter(({ isEntered, repeats }) => isEntered || (repeats?.entered ?? 0) > 0).length,
    };
  },
});
