import { beforeAll, expect, test } from "vitest";
import { connections } from "@/db/schema";
import { approvedBill, openErrors, recordOf } from "@/lib/testing/bill-story";
import { expectLinked, numbered, only } from "@/lib/testing/pushes/push-scenario";
import { useOffice } from "@/lib/testing/use-office";

// QuickBooks writes 0 for the mark of a transaction that has none, or that it does not keep.
const office = useOffice({ silentAfterSeconds: 0 });

beforeAll(() => {
  office.company.switches.txnGuids = "0";
});

test("a bill whose answer was lost is known by its vendor, number, date and amount, and not added twice", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "ZERO-1" });
  office.company.switches.loseStoredAnswers = true;
  await office.run({
    hooks: {
      afterCall(step, { xml }) {
        if (step === "ProcessRequest" && xml?.includes("<BillAddRq")) throw new Error("power cut");
      },
    },
  });
  office.company.switches.loseStoredAnswers = false;
  expect(await office.run()).toMatchObject({ ok: true });
  await expectLinked(office, billId, only(numbered(office, "ZERO-1"), "ZERO-1"));
});

test("bills are read, and those entered there are taken over once", async () => {
  await office.database.db.update(connections).set({ importBillsSince: "2026-01-01" });
  const billId = await approvedBill(office, { invoiceNumber: "ZERO-2" });
  const [vendor] = Object.values(office.company.state.lists.Vendor);
  for (const refNumber of ["THERE-1", "THERE-2"]) {
    office.company.enterBill({
      ...{ vendor: vendor?.listId ?? "", refNumber, txnDate: "2026-11-02" },
      lines: [{ account: "Rent", amount: "20.00" }],
    });
  }
  expect(await office.run()).toMatchObject({ ok: true });
  expect(await office.run()).toMatchObject({ ok: true });
  expect(await openErrors(office)).toEqual([]);
  expect(await recordOf(office, billId)).toMatchObject({ state: "approved", job: "done" });
  const found = await office.database.db.query.bills.findMany({
    where: (bill, { like }) => like(bill.invoiceNumber, "THERE-%"),
  });
  expect(found.map(({ invoiceNumber }) => invoiceNumber).toSorted()).toEqual(["THERE-1", "THERE-2"]);
});
