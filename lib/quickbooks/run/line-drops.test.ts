import { beforeEach, expect, test } from "vitest";
import type { Switches } from "@/e2e/quickbooks/company/switches";
import type { Hooks } from "@/e2e/quickbooks/connector/run-report";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { approvedBill, openErrors, recordOf } from "@/lib/testing/bill-story";
import { expectLinked, only } from "@/lib/testing/pushes/push-scenario";
import { useOffice } from "@/lib/testing/use-office";

// A silent run is dead at once, so that the computer that comes back is let in.
const office = useOffice({ silentAfterSeconds: 0 });

beforeEach(() => {
  Object.assign(office.company.switches, {
    storedAnswer: "whole",
    unknownMessageSet: "600",
    messageSetsKept: 1,
    loseStoredAnswers: false,
    modalDialog: false,
  } satisfies Partial<Switches>);
});

const inQuickBooks = (refNumber: string) =>
  office.company.txns().filter((txn) => txn.fields.RefNumber === refNumber);

const isWrite = (xml: string | undefined) => xml?.includes("<BillAddRq") ?? false;

/** Ends the connector, as a power cut does, at one moment of the call that carries the bill. */
function crashAt(
  moment: "reply left" | "before QuickBooks" | "after QuickBooks" | "before receive" | "after receive",
): Hooks {
  let isCarrying = false;
  const crash = () => {
    throw new Error(`power cut: ${moment}`);
  };
  return {
    beforeCall(step, context) {
      if (step === "ProcessRequest") isCarrying = isWrite(context.xml);
      if (isCarrying && step === "ProcessRequest" && moment === "before QuickBooks") crash();
      if (isCarrying && step === "receiveResponseXML" && moment === "before receive") crash();
    },
    afterCall(step, context) {
      if (step === "sendRequestXML" && isWrite(context.result) && moment === "reply left") crash();
      if (isCarrying && step === "ProcessRequest" && moment === "after QuickBooks") crash();
      if (isCarrying && step === "receiveResponseXML" && moment === "after receive") crash();
    },
  };
}

const MOMENTS = [
  "reply left",
  "before QuickBooks",
  "after QuickBooks",
  "before receive",
  "after receive",
] as const;
const READINGS: [[string, Partial<Switches>], ...[string, Partial<Switches>][]] = [
  ["the stored answer is whole", {}],
  ["the stored answer is the identity alone", { storedAnswer: "identityOnly" }],
  ["an unknown set answers 9002", { unknownMessageSet: "9002" }],
  ["an unknown set answers nothing", { unknownMessageSet: "empty" }],
  ["the stored answer is lost", { loseStoredAnswers: true }],
];

// Every moment once, and every reading once; robustness/crash-matrix.test.ts multiplies them out for all pushes.
const CUTS = [
  ...MOMENTS.map((moment) => [moment, ...READINGS[0]] as const),
  ...READINGS.slice(1).map(([name, switches]) => ["after QuickBooks", name, switches] as const),
];

test.each(CUTS)(
  "a power cut %s doubles nothing and loses nothing, when %s",
  async (moment, reading, switches) => {
    Object.assign(office.company.switches, switches);
    const refNumber =
      `C${MOMENTS.indexOf(moment)}${READINGS.findIndex(([name]) => name === reading)}-${moment}`.slice(0, 20);
    const billId = await approvedBill(office, { invoiceNumber: refNumber });
    const cut = await office.run({ hooks: crashAt(moment) });
    expect(cut.error?.code).toBe("crash");

    const next = await office.run();
    expect(next).toMatchObject({ ok: true });
    await office.run();
    await expectLinked(office, billId, only(inQuickBooks(refNumber), refNumber));
    expect(await openErrors(office)).toEqual([]);
  },
);

test("a bill un-approved while its fate is unknown does not go, if QuickBooks never had it", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "NEVER-1" });
  await office.run({ hooks: crashAt("before QuickBooks") });
  await unapproveBill(office.admin, { billId, reason: "changed my mind" });
  await office.run();
  await office.run();
  expect(inQuickBooks("NEVER-1")).toHaveLength(0);
  expect(await recordOf(office, billId)).toMatchObject({ state: "draft", job: "withdrawn", txnId: null });
});

test("QuickBooks dies in the middle of a batch: what it did is found, what it did not goes again", async () => {
  const refs = ["DIE-1", "DIE-2", "DIE-3", "DIE-4"];
  const ids: string[] = [];
  for (const invoiceNumber of refs) ids.push(await approvedBill(office, { invoiceNumber }));
  const first = await office.run({
    hooks: {
      beforeCall(step, context) {
        if (step === "ProcessRequest" && isWrite(context.xml)) office.company.switches.dieAfterRequests = 2;
      },
    },
  });
  expect(first.ok).toBe(false);
  office.company.switches.dieAfterRequests = null;
  await office.run();
  await office.run();
  for (const refNumber of refs) expect(inQuickBooks(refNumber)).toHaveLength(1);
  for (const id of ids) expect(await recordOf(office, id)).toMatchObject({ job: "done", attempts: 0 });
  expect(await openErrors(office)).toEqual([]);
});

test("a dialog open in QuickBooks costs no attempt and is told as an error of the connection", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "MODAL-1" });
  office.company.switches.modalDialog = true;
  const report = await office.run();
  expect(report.ok).toBe(false);
  expect(await openErrors(office)).toMatchObject([{ code: "0x80040414", attempt: null }]);
  expect(await recordOf(office, billId)).toMatchObject({ job: "waiting", attempts: 0 });
  office.company.switches.modalDialog = false;
  await office.run();
  expect(await recordOf(office, billId)).toMatchObject({ job: "done" });
  expect(await openErrors(office)).toEqual([]);
});

test("a message that QuickBooks cannot parse is halved until the one bad request stands alone and is charged", async () => {
  const refs = Array.from({ length: 9 }, (_, index) => `HALF-${index}`);
  const ids = new Map<string, string>();
  for (const ref of refs)
    ids.set(ref, await approvedBill(office, { invoiceNumber: ref, memo: `memo of ${ref}.` }));
  office.company.switches.unparsableText = "memo of HALF-5.";
  const report = await office.run();
  expect(report.ok).toBe(true);
  for (const [ref, id] of ids) {
    expect(await recordOf(office, id)).toMatchObject(
      ref === "HALF-5" ? { job: "waiting", attempts: 1 } : { job: "done", attempts: 0 },
    );
    expect(inQuickBooks(ref)).toHaveLength(ref === "HALF-5" ? 0 : 1);
  }
  expect(await openErrors(office)).toMatchObject([{ code: "0x80040400", attempt: 1 }]);
  office.company.switches.unparsableText = null;
  await office.run();
  expect(inQuickBooks("HALF-5")).toHaveLength(1);
  expect(await openErrors(office)).toEqual([]);
});
