import { describe, expect, test } from "vitest";
import { explainHresult } from "@/lib/quickbooks/qbxml/hresults";
import { explainStatus } from "@/lib/quickbooks/qbxml/status-codes";
import { approvedBill, correctMemo, openErrors, recordOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

const bills = (number: string) => office.company.txns().filter((txn) => txn.fields.RefNumber === number);

describe("the company file does not open: told as a trouble of the connection, charged to nobody, over with the next good run", () => {
  test.each([
    ["0x80040410", "it is open in another mode: single-user, or multi-user"],
    ["0x80040414", "a dialog waits for somebody"],
    ["0x80040418", "an Admin must open it first"],
    ["0x8004041A", "the application's permission was taken back"],
    ["0x8004041D", "nobody may log in automatically"],
    ["0x80040420", "somebody said no"],
    ["0x80040422", "another application shares the file in single-user mode"],
    ["0x80040424", "QuickBooks is still starting"],
    ["0x80040408", "QuickBooks does not start"],
  ])("%s: %s", async (hresult) => {
    const number = `DOWN-${hresult.slice(-4)}`;
    const billId = await approvedBill(office, { invoiceNumber: number });
    office.company.switches.sessionRefused = hresult;
    expect((await office.run()).ok).toBe(false);
    expect(await openErrors(office)).toMatchObject([{ code: hresult.toLowerCase(), attempt: null }]);
    expect(await recordOf(office, billId)).toMatchObject({ job: "waiting", attempts: 0 });
    expect(explainHresult(hresult, "").meaning).not.toBe("");

    office.company.switches.sessionRefused = null;
    expect(await office.run()).toMatchObject({ ok: true });
    expect(await openErrors(office)).toEqual([]);
    expect(bills(number)).toHaveLength(1);
  });
});

describe("QuickBooks takes the message and refuses the request", () => {
  test.each([
    ["3263", "readOnly"],
    ["3260", "noAccess"],
  ] as const)(
    "%s: the application may not (%s): a trouble of the connection, no record's fault",
    async (code, permission) => {
      const billId = await approvedBill(office, { invoiceNumber: `RIGHTS-${code}` });
      office.company.switches.permission = permission;
      await office.run();
      const errors = await openErrors(office);
      expect(errors.map((error) => error.attempt)).not.toContain(1);
      expect(errors.map((error) => error.code)).toContain(code);
      expect(await recordOf(office, billId)).toMatchObject({ job: "waiting", attempts: 0 });
      expect(explainStatus(Number(code)).fix).not.toBe("");
      office.company.switches.permission = "all";
      await office.run();
      expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
      expect(await openErrors(office)).toEqual([]);
    },
  );

  test("3175: somebody has the bill open in a window: one attempt, and it goes once the window is closed", async () => {
    const billId = await approvedBill(office, { invoiceNumber: "WINDOW-1" });
    await office.run();
    const { txnId } = await recordOf(office, billId);
    office.company.showWindow(txnId ?? "");
    await correctMemo(office, billId, "Corrected");
    await office.run();
    expect(await openErrors(office)).toMatchObject([{ code: "3175", attempt: 1 }]);
    office.company.showWindow(txnId ?? "", false);
    await office.run();
    expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
    expect(office.company.txn(txnId ?? "").fields.Memo).toBe("Corrected");
  });
});
