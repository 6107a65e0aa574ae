import { expect, test } from "vitest";
import { readBill } from "@/lib/bills/bill-views";
import {
  approvedBill,
  billFor,
  correctBill,
  correctMemo,
  ledgerId,
  recordOf,
} from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

const BLANK = { classId: null, customerId: null, billable: false };

/** A linked bill whose lines name a class and a job, and are to be billed on. */
async function jobBill(invoiceNumber: string, header: Parameters<typeof approvedBill>[1] = {}) {
  const named = {
    classId: await ledgerId(office, "classes"),
    customerId: await ledgerId(office, "customers"),
    billable: true,
  };
  const { lines } = await billFor(office);
  const billId = await approvedBill(office, {
    ...{ invoiceNumber, ...header },
    lines: lines.map((line) => ({ ...line, ...named })),
  });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  return { billId, txnId: txnId ?? "" };
}

const linesOf = (txnId: string) => {
  const { expenseLines, itemLines } = office.company.txn(txnId);
  return [...expenseLines, ...itemLines].map(({ fields }) => fields);
};

test("a class and a job that were taken off the lines are off in QuickBooks", async () => {
  const { billId, txnId } = await jobBill("OFF-1");
  expect(linesOf(txnId)).toMatchObject(Array(2).fill({ BillableStatus: "Billable", ClassRef: {} }));
  await correctBill(office, billId, ({ lines }) => ({ lines: lines.map((line) => ({ ...line, ...BLANK })) }));
  await office.run();
  for (const fields of linesOf(txnId)) {
    expect(fields).not.toHaveProperty("ClassRef");
    expect(fields).not.toHaveProperty("CustomerRef");
    expect(fields).not.toHaveProperty("BillableStatus");
  }
  expect((await readBill(office.accountant, { billId })).link?.differs).toBe(false);
});

test("only the job of one line: its class, and the other line, stay as they are", async () => {
  const { billId, txnId } = await jobBill("OFF-2");
  await correctBill(office, billId, ({ lines }) => ({
    lines: lines.map((line, index) => (index === 0 ? { ...line, customerId: null, billable: false } : line)),
  }));
  const { requests } = await office.run();
  const [first, second] = linesOf(txnId);
  expect(first).not.toHaveProperty("CustomerRef");
  expect(first).toHaveProperty("ClassRef");
  expect(second).toMatchObject({ BillableStatus: "Billable", CustomerRef: {}, ClassRef: {} });
  const mod = requests.find((request) => request.includes("<BillModRq"));
  expect(mod).toMatch(/<ItemLineMod><TxnLineID>[^<]+<\/TxnLineID><\/ItemLineMod>/);
});

test("terms that were ours are taken off; those that QuickBooks took from the vendor stay", async () => {
  const termsId = await ledgerId(office, "terms");
  const ours = await jobBill("OFF-3", { termsId });
  expect(office.company.txn(ours.txnId).fields).toHaveProperty("TermsRef");
  await correctBill(office, ours.billId, () => ({ termsId: null }));
  await office.run();
  expect(office.company.txn(ours.txnId).fields).not.toHaveProperty("TermsRef");

  const vendor = Object.values(office.company.state.lists.Vendor).find(({ fields }) => fields.TermsRef);
  const vendorId = await ledgerId(office, "vendors", vendor?.name);
  const theirs = await jobBill("OFF-4", { vendorId });
  await correctMemo(office, theirs.billId, "Another memo");
  await office.run();
  const { fields } = office.company.txn(theirs.txnId);
  expect(fields).toMatchObject({ Memo: "Another memo", TermsRef: vendor?.fields.TermsRef });
});

test("what QuickBooks accepted and has otherwise all the same is marked", async () => {
  const { billId, txnId } = await jobBill("OFF-5");
  await correctBill(office, billId, ({ lines }) => ({ lines: lines.map((line) => ({ ...line, ...BLANK })) }));
  office.company.switches.keepsClearedReferences = true;
  await office.run();
  office.company.switches.keepsClearedReferences = false;
  expect(linesOf(txnId)).toMatchObject(Array(2).fill({ CustomerRef: {} }));
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  const { link, allowed } = await readBill(office.accountant, { billId });
  const job = link?.compared.find(({ field }) => field === "Line 1, customer:job");
  expect(job).toMatchObject({ differs: true, from: "" });
  expect(allowed.resolve).toBe(true);
});
