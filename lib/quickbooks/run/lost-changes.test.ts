import { afterEach, describe, expect, test } from "vitest";
import { defaultSwitches, type Switches } from "@/e2e/quickbooks/company/switches";
import type { Hooks } from "@/e2e/quickbooks/connector/run-report";
import { readBill } from "@/lib/bills/bill-views";
import { approvedBill, correctBill, openErrors, recordOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

// A silent run is dead at once, so that the computer that comes back is let in.
const office = useOffice({ silentAfterSeconds: 0 });

afterEach(() => Object.assign(office.company.switches, defaultSwitches()));

/** The power goes with the change on its way: before QuickBooks has it, or after. */
const cutAt = (moment: "before" | "after"): Hooks => {
  const cut =
    (of: typeof moment) =>
    (step: string, { xml }: { xml?: string }) => {
      if (of === moment && step === "ProcessRequest" && xml?.includes("<BillModRq"))
        throw new Error("power cut");
    };
  return { beforeCall: cut("before"), afterCall: cut("after") };
};

type Change = Parameters<typeof correctBill>[2];

/** Changes of one field that no total shows, and where they stand in QuickBooks. */
const CHANGES: [what: string, change: Change, there: (txnId: string) => unknown, expected: string][] = [
  [
    "the due date",
    () => ({ dueDate: "2026-12-24" }),
    (txnId) => office.company.txn(txnId).fields.DueDate,
    "2026-12-24",
  ],
  [
    "a line's description",
    ({ lines }) => ({
      lines: lines.map((line) => (line.kind === "expense" ? { ...line, description: "Hauling" } : line)),
    }),
    (txnId) => office.company.txn(txnId).expenseLines[0]?.fields.Memo,
    "Hauling",
  ],
  [
    "a quantity and a cost that come to the same",
    ({ lines }) => ({
      lines: lines.map((line) => (line.kind === "item" ? { ...line, quantity: "5", cost: "10" } : line)),
    }),
    (txnId) => office.company.txn(txnId).itemLines[0]?.fields.Quantity,
    "5",
  ],
];

let bills = 0;

async function changedBill(change: Change): Promise<{ billId: string; txnId: string }> {
  bills += 1;
  const billId = await approvedBill(office, { invoiceNumber: `LOST-${bills}` });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  await correctBill(office, billId, change);
  return { billId, txnId: txnId ?? "" };
}

/** The change is there, as approved, and cost nothing. */
async function expectChanged({ billId }: { billId: string }): Promise<void> {
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  expect(await openErrors(office)).toEqual([]);
  const { link, timeline } = await readBill(office.accountant, { billId });
  expect(link?.differs).toBe(false);
  expect(timeline.map(({ name }) => name)).not.toContain("bill.changed-in-quickbooks");
}

const READINGS: [string, Partial<Switches>][] = [
  ["says 600 of the message", { unknownMessageSet: "600" }],
  ["says 9002 of the message", { unknownMessageSet: "9002" }],
  ["says nothing of the message", { unknownMessageSet: "empty" }],
];

describe.each(CHANGES)("a change of only %s", (_what, change, there, expected) => {
  test.each(READINGS)("never reached QuickBooks, which %s: it goes again", async (_reading, switches) => {
    const bill = await changedBill(change);
    Object.assign(office.company.switches, switches);
    await office.run({ hooks: cutAt("before") });
    expect(there(bill.txnId)).not.toBe(expected);
    const { requests } = await office.run();
    expect(requests.filter((request) => request.includes("<BillModRq"))).toHaveLength(1);
    expect(there(bill.txnId)).toBe(expected);
    await expectChanged(bill);
  });

  test("a payment came before it: it goes again in the same run", async () => {
    const bill = await changedBill(change);
    office.company.payBill(bill.txnId, "10.00");
    await office.run();
    expect(there(bill.txnId)).toBe(expected);
    await expectChanged(bill);
  });

  test.each<[string, Partial<Switches>]>([
    ["the answer is lost", { loseStoredAnswers: true }],
    ["its identity alone comes back", { storedAnswer: "identityOnly" }],
  ])("is there, and %s: it is done", async (_reading, switches) => {
    const bill = await changedBill(change);
    Object.assign(office.company.switches, switches);
    await office.run({ hooks: cutAt("after") });
    const { requests } = await office.run();
    expect(requests.filter((request) => request.includes("<BillModRq"))).toEqual([]);
    expect(there(bill.txnId)).toBe(expected);
    await expectChanged(bill);
  });
});
