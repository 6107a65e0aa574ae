import { sql } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { defaultSwitches } from "@/e2e/quickbooks/company/switches";
import { addBillAgain } from "@/lib/bills/add-again";
import { readBill } from "@/lib/bills/bill-views";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { NEWEST_ASKED } from "@/lib/quickbooks/operations/pull";
import { brokenChains } from "@/lib/testing/audit-chains";
import {
  approveAgain,
  approvedBill,
  correctBill,
  correctDraft,
  openErrors,
  recordOf,
} from "@/lib/testing/bill-story";
import { expectLinked, numbered, only } from "@/lib/testing/pushes/push-scenario";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

afterEach(async () => {
  Object.assign(office.company.switches, defaultSwitches());
  expect(await openErrors(office)).toEqual([]);
  expect(await brokenChains(office.database.db)).toEqual([]);
});

/** Bills that were linked after every other and change after it: what is not asked for by itself does not come by chance. */
let later: string[] = [];

beforeAll(async () => {
  // The hours that pass in these tests lead up to now: a clock that is ahead would have everything read again.
  office.company.moveClock({ days: -10 });
  const ids: string[] = [];
  for (let count = 0; count < NEWEST_ASKED; count += 1) ids.push(await approvedBill(office));
  await office.run();
  later = await Promise.all(ids.map(async (id) => (await recordOf(office, id)).txnId ?? ""));
});

/** A bill that QuickBooks has and whose approval was taken back here. */
async function unapprovedBill(invoiceNumber: string): Promise<{ billId: string; txnId: string }> {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  await office.database.db.execute(sql`
    update bill_links set linked_at = linked_at - interval '1 year' where bill_id = ${billId}`);
  await unapproveBill(office.accountant, { billId, reason: "A second look" });
  return { billId, txnId: (await recordOf(office, billId)).txnId ?? "" };
}

/** Some runs, and the bill approved again hours after what happened to it. */
async function hoursLater(billId: string, memo?: string) {
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ state: "draft" });
  office.company.moveClock({ hours: 12 });
  office.company.editBill(later[0] ?? "", { memo: "Looked at" });
  await office.run();
  if (memo === undefined) await approveAgain(office, billId);
  else await correctDraft(office, billId, () => ({ memo }));
  const { requests } = await office.run();
  return requests.filter((request) => /<Bill(Add|Mod)Rq/.test(request));
}

const history = async (billId: string) =>
  (await readBill(office.accountant, { billId })).timeline.map(({ name, sentence }) => ({ name, sentence }));

describe("paid in QuickBooks while it is not approved here", () => {
  test.each([true, false])(
    "approved again unchanged, it goes to the Archive and nothing is written (paying touches the bill: %s)",
    async (payingTouchesBill) => {
      office.company.switches.payingTouchesBill = payingTouchesBill;
      const { billId, txnId } = await unapprovedBill(`MW-PAID-${payingTouchesBill}`);
      office.company.payBill(txnId);
      expect(await hoursLater(billId)).toEqual([]);
      expect(await recordOf(office, billId)).toMatchObject({ state: "paid", isPaid: true });
      const told = await history(billId);
      expect(told).toContainEqual({
        name: "bill.seen-in-quickbooks",
        sentence: "The bill was paid in QuickBooks; it is not approved here",
      });
      expect(told.filter(({ name }) => name === "bill.paid")).toHaveLength(1);
    },
  );

  test("approved again with a change, it is changed there and goes to the Archive", async () => {
    const { billId, txnId } = await unapprovedBill("MW-PAID-MEMO");
    office.company.payBill(txnId);
    expect(await hoursLater(billId, "Paid, and told better")).toHaveLength(1);
    expect(office.company.txn(txnId).fields.Memo).toBe("Paid, and told better");
    expect(await recordOf(office, billId)).toMatchObject({ state: "paid", job: "done" });
  });

  test("a payment that is taken back again is told", async () => {
    const { billId, txnId } = await unapprovedBill("MW-REOPEN");
    const payment = office.company.payBill(txnId);
    await office.run();
    office.company.deletePayment(payment.txnId);
    expect(await hoursLater(billId)).toEqual([]);
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved", isPaid: false });
    expect((await history(billId)).filter(({ name }) => name === "bill.seen-in-quickbooks")).toHaveLength(2);
  });
});

describe("voided in QuickBooks while it is not approved here", () => {
  test.each([undefined, "With a change"])(
    "nothing is written into it: in the Archive it can be added again (memo: %s)",
    async (memo) => {
      const { billId, txnId } = await unapprovedBill(`MW-VOID-${memo ? "MEMO" : "SAME"}`);
      office.company.voidBill(txnId);
      expect(await hoursLater(billId, memo)).toEqual([]);
      expect(office.company.txn(txnId).voided).toBe(true);
      expect(await recordOf(office, billId)).toMatchObject({ state: "voided" });
      const { allowed, timeline } = await readBill(office.accountant, { billId });
      expect(allowed.addAgain).toBe(true);
      expect(timeline.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["bill.seen-in-quickbooks", "bill.voided"]),
      );

      await addBillAgain(office.accountant, { billId });
      await office.run();
      const standing = office.company.txns().filter(({ voided }) => !voided);
      const again = only(
        standing.filter(({ fields }) => fields.RefNumber === office.company.txn(txnId).fields.RefNumber),
        "the bill",
      );
      await expectLinked(office, billId, again);
    },
  );

  test("voided just before the change arrives, it is not written into either", async () => {
    const billId = await approvedBill(office, { invoiceNumber: "MW-VOID-LATE" });
    await office.run();
    const { txnId } = await recordOf(office, billId);
    await correctBill(office, billId, () => ({ memo: "Too late" }));
    office.company.voidBill(txnId ?? "");
    await office.run();
    expect(office.company.txn(txnId ?? "").fields.Memo).not.toContain("Too late");
    expect(await recordOf(office, billId)).toMatchObject({ state: "voided", attempts: 0 });
  });
});

test("deleted in QuickBooks while it is not approved here: it is added again, and the history says so", async () => {
  const { billId, txnId } = await unapprovedBill("MW-DELETED");
  office.company.deleteBill(txnId);
  expect(await hoursLater(billId)).toHaveLength(1);
  const again = only(numbered(office, "MW-DELETED"), "MW-DELETED");
  expect(again.txnId).not.toBe(txnId);
  await expectLinked(office, billId, again);
  const told = await history(billId);
  expect(told.map(({ sentence }) => sentence)).toEqual(
    expect.arrayContaining([
      "The bill was deleted in QuickBooks; it is not approved here",
      "The bill, which was deleted in QuickBooks, is added there again",
      "The bill waits to be added to QuickBooks",
    ]),
  );
});

test("un-approved, changed and approved again while it is on its way: one bill, and one change of it", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "MW-FLIGHT" });
  const { requests } = await office.run({
    hooks: {
      async beforeCall(step, { xml }) {
        if (step !== "ProcessRequest" || !xml?.includes("<BillAddRq")) return;
        await correctBill(office, billId, ({ lines }) => ({
          memo: "Changed on the way",
          amount: "160.00",
          lines: lines.map((line) => (line.kind === "expense" ? { ...line, amount: "110.00" } : line)),
        }));
      },
    },
  });
  const writes = requests.flatMap((request) => request.match(/<Bill(Add|Mod)Rq/g) ?? []);
  expect(writes).toEqual(["<BillAddRq", "<BillModRq"]);
  const bill = only(numbered(office, "MW-FLIGHT"), "MW-FLIGHT");
  expect([bill.fields.Memo, office.company.total(bill)]).toEqual(["Changed on the way", "160.00"]);
  await expectLinked(office, billId, bill);
  const queued = (await history(billId)).filter(({ name }) => name === "bill.queued");
  expect(queued.map(({ sentence }) => sentence)).toEqual([
    "The bill waits to be changed in QuickBooks",
    "The bill waits to be added to QuickBooks",
  ]);
});
