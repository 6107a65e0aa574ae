import { sql } from "drizzle-orm";
import { expect } from "vitest";
import type { TroubleCode } from "@/lib/quickbooks/connections/trouble-codes";
import { brokenChains } from "./audit-chains";
import { openErrors } from "./bill-story";
import type { Office } from "./office";

const MOST_RUNS = 10;

/** Jobs that QuickBooks has still to see, or of which it is not known what became. */
async function unfinished(office: Office): Promise<number> {
  const found = await office.database.db.execute<{ count: string }>(sql`
    select count(*) from jobs where state in ('waiting', 'sent', 'in_doubt')`);
  return Number(found.rows[0]?.count ?? 0);
}

/**
 * Runs again until there is nothing left to do.
 * @returns how many runs it took
 */
export async function runUntilQuiet(office: Office): Promise<number> {
  for (let runs = 1; runs <= MOST_RUNS; runs += 1) {
    const report = await office.run();
    if (report.ok && (await unfinished(office)) === 0) return runs;
  }
  throw new Error(`there is still something to do after ${MOST_RUNS} runs`);
}

/**
 * What holds after every trouble that was not QuickBooks' refusal. A call that was on its way when its run was given
 * up may arrive in the middle of the next: it is told of, rightly, and charged to nothing.
 */
export async function expectNothingCharged(office: Office): Promise<void> {
  const errors = await openErrors(office);
  expect(errors.filter(({ code }) => code !== ("late-call" satisfies TroubleCode))).toEqual([]);
  const found = await office.database.db.execute(sql`
    select (select count(*)::int from job_attempts) as attempts,
           (select count(*)::int from messages where purpose = 'write' and state <> 'settled') as unsettled,
           (select count(*)::int from message_jobs where settled_at is null) as open`);
  expect(found.rows).toEqual([{ attempts: 0, unsettled: 0, open: 0 }]);
  expect(await brokenChains(office.database.db)).toEqual([]);
}
