import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STATUS_CODES } from "@/lib/quickbooks/qbxml/status-codes";
import { queueManyBills } from "@/lib/testing/many-bills";
import { type Office, openOffice } from "@/lib/testing/office";

let office: Office;

beforeAll(async () => {
  office = await openOffice();
  await office.run();
});
afterAll(() => office.close());

/** Refusals of one request: not those of a message set as a whole, nor of an EditSequence that a BillAdd has not. */
const REFUSALS = STATUS_CODES.filter(
  ({ code }) => code >= 1000 && !(code >= 9001 && code <= 9005) && code !== 3200,
);
const codesThat = (costsAttempt: boolean) =>
  REFUSALS.filter((each) => each.costsAttempt === costsAttempt).map(({ code }) => String(code));

test("a refused bill costs an attempt exactly where the table of codes says so, and what was not tried goes", async () => {
  await queueManyBills(office, REFUSALS.length);
  for (const { code } of REFUSALS) {
    office.company.refuseNext({ request: "BillAdd", code, message: `Refused with ${code}.` });
  }
  await office.run();
  const charged = await office.database.db.execute<{ code: string; attempts: number }>(sql`
    select e.code, j.attempts from sync_errors e join jobs j on j.id = e.job_id
    where e.org_id = ${office.orgId} order by e.code`);
  expect(charged.rows).toEqual(
    codesThat(true)
      .sort()
      .map((code) => ({ code, attempts: 1 })),
  );
  // What was not allowed in the first run goes in the second.
  await office.run();
  const landed = await office.database.db.execute<{ count: number }>(sql`
    select count(*)::int as count from jobs where org_id = ${office.orgId} and state = 'done' and attempts = 0`);
  expect(landed.rows).toEqual([{ count: codesThat(false).length }]);
}, 120_000);
