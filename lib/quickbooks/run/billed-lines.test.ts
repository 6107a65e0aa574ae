import { expect, test } from "vitest";
import { readBill } from "@/lib/bills/bill-views";
import {
  approvedBill,
  billFor,
  correctBill,
  correctMemo,
  ledgerId,
  openErrors,
  recordOf,
} from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

/** A linked bill of two billable lines whose customer was invoiced for both. */
async function billedBill(invoiceNumber: string) {
  const customerId = await ledgerId(office, "customers");
  const { lines } = await billFor(office);
  const billId = await approvedBill(office, {
    ...{ invoiceNumber, lines: lines.map((line) => ({ ...line, customerId, billable: true })) },
  });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  office.company.invoiceLines(txnId ?? "");
  await office.run();
  return { billId, txnId: txnId ?? "" };
}

const statuses = (txnId: string) => {
  const { expenseLines, itemLines } = office.company.txn(txnId);
  return [...expenseLines, ...itemLines].map(({ fields }) => fields.BillableStatus);
};

test("invoicing the customer is no change of the bill", async () => {
  const { billId, txnId } = await billedBill("BILLED-1");
  expect(statuses(txnId)).toEqual(["HasBeenBilled", "HasBeenBilled"]);
  const { link, timeline } = await readBill(office.accountant, { billId });
  expect(link?.differs).toBe(false);
  expect(timeline.map(({ name }) => name)).not.toContain("bill.changed-in-quickbooks");
});

test("another memo goes through, and the lines stay billed", async () => {
  const { billId, txnId } = await billedBill("BILLED-2");
  await correctMemo(office, billId, "Billed, and another memo");
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  expect(office.company.txn(txnId).fields.Memo).toBe("Billed, and another memo");
  expect(statuses(txnId)).toEqual(["HasBeenBilled", "HasBeenBilled"]);
});

test("another description of a billed line goes through, and it is not billed a second time", async () => {
  const { billId, txnId } = await billedBill("BILLED-3");
  await correctBill(office, billId, ({ lines }) => ({
    lines: lines.map((line) => ({ ...line, description: "Told better" })),
  }));
  const { requests } = await office.run();
  expect(requests.find((request) => request.includes("<BillModRq"))).not.toContain("BillableStatus");
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  expect(office.company.txn(txnId).expenseLines[0]?.fields.Memo).toBe("Told better");
  expect(statuses(txnId)).toEqual(["HasBeenBilled", "HasBeenBilled"]);
});

test("another amount of a billed line is refused in QuickBooks' words", async () => {
  const { billId, txnId } = await billedBill("BILLED-4");
  await correctBill(office, billId, ({ lines }) => ({
    amount: "160.00",
    lines: lines.map((line) => (line.kind === "expense" ? { ...line, amount: "110.00" } : line)),
  }));
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ job: "waiting", attempts: 1 });
  expect((await openErrors(office)).at(-1)?.message).toContain("has been billed to a customer");
  expect(office.company.total(office.company.txn(txnId))).toBe("150.00");
});
