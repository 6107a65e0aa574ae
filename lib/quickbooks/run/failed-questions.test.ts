import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { messages } from "@/db/schema";
import type { Hooks } from "@/e2e/quickbooks/connector/run-report";
import { requeueBill } from "@/lib/bills/requeue-bill";
import { listRuns } from "@/lib/quickbooks/sync-views/list-runs";
import { readMessage } from "@/lib/quickbooks/sync-views/read-message";
import { listOpenSyncErrors } from "@/lib/quickbooks/sync-views/sync-error-views";
import { approvedBill, openErrors, recordOf } from "@/lib/testing/bill-story";
import { type Mishap, unreliableCompany } from "@/lib/testing/unreliable-company";
import { runUntilQuiet } from "@/lib/testing/until-quiet";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice({ silentAfterSeconds: 0 });

const QUESTION_MISHAPS: [Mishap][] = [["unparsed"], ["cut short"]];

let numbers = 0;
const newNumber = () => `FAILED-${++numbers}`;
const inQuickBooks = (number: string) =>
  office.company.txns().filter((txn) => txn.fields.RefNumber === number);

/** QuickBooks has done the write, and the line drops before the answer is handed in. */
const losesAnswerOf = (marker: string): Hooks => ({
  afterCall(step, { xml }) {
    if (step === "ProcessRequest" && xml?.includes(marker)) throw new Error("the PC went off");
  },
});

const runWith = (mishap: Mishap, isMeant: (qbxml: string) => boolean) =>
  office.run({
    company: unreliableCompany(office.company, (qbxml) => (isMeant(qbxml) ? mishap : undefined)),
  });

const isProbe = (qbxml: string) => /<QBXMLMsgsRq [^>]*oldMessageSetID="[^"]*"\/>/.test(qbxml);

test.each(QUESTION_MISHAPS)("asking after a write comes back %s: it is looked up", async (mishap) => {
  const number = newNumber();
  const billId = await approvedBill(office, { invoiceNumber: number });
  await office.run({ hooks: losesAnswerOf("<BillAddRq") });
  expect(await runWith(mishap, isProbe)).toMatchObject({ ok: true, writeMessages: 0 });
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  expect(inQuickBooks(number)).toHaveLength(1);
});

test.each(QUESTION_MISHAPS)(
  "a look-up comes back %s because of one bill: the others are found, and that one is handed to a person",
  async (mishap) => {
    const bad = newNumber();
    const badId = await approvedBill(office, { invoiceNumber: bad });
    const others = [newNumber(), newNumber(), newNumber()];
    const otherIds = await Promise.all(
      others.map((number) => approvedBill(office, { invoiceNumber: number })),
    );
    office.company.switches.loseStoredAnswers = true;
    await office.run({ hooks: losesAnswerOf("<BillAddRq") });
    office.company.switches.loseStoredAnswers = false;
    const later = newNumber();
    const laterId = await approvedBill(office, { invoiceNumber: later });

    const report = await runWith(mishap, (qbxml) => qbxml.includes(`<RefNumber>${bad}</RefNumber>`));

    expect(report).toMatchObject({ ok: true, writeMessages: 1 });
    for (const id of [...otherIds, laterId]) {
      expect(await recordOf(office, id)).toMatchObject({ job: "done", attempts: 0 });
    }
    expect(await recordOf(office, badId)).toMatchObject({ job: "removed", attempts: 0 });
    for (const number of [bad, ...others, later]) expect(inQuickBooks(number)).toHaveLength(1);
    const { errors } = await listOpenSyncErrors(office.admin, {});
    expect(errors).toMatchObject([
      { code: "outcome-unknown", attempt: null, isRemoved: true, subject: { kind: "bill", id: badId } },
    ]);

    await requeueBill(office.admin, { billId: badId });
    expect(await recordOf(office, badId)).toMatchObject({ job: "waiting" });
    await runUntilQuiet(office);
    expect(await openErrors(office)).toEqual([]);
  },
);

const vendorCursor = async () => {
  const found = await office.database.db.execute(
    sql`select modified_up_to, completed_at from pull_cursors where kind = 'pull.vendor'`,
  );
  return found.rows;
};

test.each(QUESTION_MISHAPS)(
  "a list comes back %s: its step ends, the rest goes on, and it is told",
  async (mishap) => {
    const { db } = office.database;
    const number = newNumber();
    const billId = await approvedBill(office, { invoiceNumber: number });
    office.company.addVendor(`New with ${number}`);
    const before = await vendorCursor();

    const report = await runWith(mishap, (qbxml) => qbxml.includes("<VendorQueryRq"));

    expect(report).toMatchObject({ ok: true });
    expect(await vendorCursor()).toEqual(before);
    expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
    const code = mishap === "unparsed" ? "0x80040400" : "unreadable-answer";
    expect(await openErrors(office)).toMatchObject([{ code, message: expect.stringMatching(/^Vendors: /) }]);
    const [failed] = await db
      .select()
      .from(messages)
      .where(eq(messages.state, "failed"))
      .orderBy(sql`sent_at desc`);
    const { response } = await readMessage(office.admin, { messageId: failed?.id ?? "" });
    if (mishap === "cut short") expect(response?.text).toContain("<VendorRet>");
    else expect(failed).toMatchObject({ hresult: "0x80040400", response: null });

    await office.run();
    expect(await openErrors(office)).toEqual([]);
    const found = await db.execute(sql`select 1 from vendors where full_name = ${`New with ${number}`}`);
    expect(found.rows).toHaveLength(1);
  },
);

test("an answer cut short, of a write, is kept with it; what became of it is asked in the next run", async () => {
  const billId = await approvedBill(office, { invoiceNumber: newNumber() });
  const report = await runWith("cut short", (qbxml) => qbxml.includes("<BillAddRq"));
  expect(report).toMatchObject({ ok: false });
  const [write] = await office.database.db
    .select()
    .from(messages)
    .where(eq(messages.purpose, "write"))
    .orderBy(sql`sent_at desc`)
    .limit(1);
  expect(write).toMatchObject({ state: "sent" });
  const { response } = await readMessage(office.admin, { messageId: write?.id ?? "" });
  expect(response?.text).toContain("<BillRet>");
  expect(await recordOf(office, billId)).toMatchObject({ job: "sent" });
  await runUntilQuiet(office);
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
});

test.each([
  ["a write", "<BillAddRq"],
  ["a list", "<TermsQueryRq"],
])("QuickBooks ends its session at %s: the history finds the run by the HRESULT", async (_, marker) => {
  await approvedBill(office, { invoiceNumber: newNumber() });
  const report = await runWith("session ended", (qbxml) => qbxml.includes(marker));
  expect(report).toMatchObject({ ok: false });
  // The errors of a run may be resolved and gone by another's; the message keeps it.
  await office.database.db.execute(sql`delete from sync_errors`);
  const { runs } = await listRuns(office.admin, { q: "0x8004040D" });
  const [last] = (await listRuns(office.admin, {})).runs;
  expect(runs.map((run) => run.id)).toContain(last?.id);
  await runUntilQuiet(office);
});
