import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { settlementsOf } from "@/e2e/quickbooks/company/settlements";
import type { Switches } from "@/e2e/quickbooks/company/switches";
import type { Hooks } from "@/e2e/quickbooks/connector/run-report";
import { withdrawPayment } from "@/lib/payments/withdraw-payment";
import { approvedBill, ledgerId, openErrors, recordOf } from "@/lib/testing/bill-story";
import { creditOf, pay, paymentRecord } from "@/lib/testing/payment-story";
import { useOffice } from "@/lib/testing/use-office";

// A silent run is dead at once, so that the computer that comes back is let in.
const office = useOffice({ silentAfterSeconds: 0 });
/** The ListID of the vendor that every bill here is from. */
let vendor: string;

beforeEach(() => {
  Object.assign(office.company.switches, {
    ...{ storedAnswer: "whole", unknownMessageSet: "600", loseStoredAnswers: false, payingTouchesBill: true },
  } satisfies Partial<Switches>);
});

const isPayment = (xml: string | undefined) => xml?.includes("<BillPayment") && !xml.includes("QueryRq");

/** Ends the connector, as a power cut does, at one moment of the call that carries the payments. */
function crashAt(moment: "before QuickBooks" | "after QuickBooks" | "after receive"): Hooks {
  let isCarrying = false;
  const crash = () => {
    throw new Error(`power cut: ${moment}`);
  };
  return {
    beforeCall(step, context) {
      if (step === "ProcessRequest") isCarrying = isPayment(context.xml) ?? false;
      if (isCarrying && step === "ProcessRequest" && moment === "before QuickBooks") crash();
    },
    afterCall(step) {
      if (isCarrying && step === "ProcessRequest" && moment === "after QuickBooks") crash();
      if (isCarrying && step === "receiveResponseXML" && moment === "after receive") crash();
    },
  };
}

interface Recorded {
  paymentId: string;
  billIds: string[];
}

const txnOf = async (billId: string) => (await recordOf(office, billId)).txnId ?? "";

/** What a payment of every kind needs in QuickBooks: six bills, and two credits of their vendor by TxnID. */
interface Material {
  billIds: string[];
  credits: string[];
}

/** Enters it; it is in QuickBooks, and known here, after the next run. */
async function enterMaterial(prefix: string): Promise<Material> {
  const billIds: string[] = [];
  for (let n = 1; n <= 6; n++) billIds.push(await approvedBill(office, { invoiceNumber: `${prefix}-${n}` }));
  const credits = ["C1", "C2"].map((number) => enterCredit("180.00", `${prefix}-${number}`));
  return { billIds, credits };
}

const enterCredit = (amount: string, refNumber?: string): string =>
  office.company.enterCredit({ vendor, refNumber, lines: [{ account: "Office Supplies", amount }] }).txnId;

/** A payment of every kind, all in one message: numbered, to be printed, by card, partly by credit, by credit alone. */
async function recordEveryKind({ billIds, credits }: Material): Promise<Recorded[]> {
  const [a = "", b = "", c = "", d = "", e = "", f = ""] = billIds;
  const [beside = "", alone = ""] = credits;
  const credit = async (txnId: string, amount: string) => [
    { creditId: (await creditOf(office, txnId)).id, amount },
  ];
  const unnumbered = { refNumber: "", isToBePrinted: true };
  return [
    { paymentId: await pay(office, [{ billId: a, amount: "150.00" }]), billIds: [a] },
    {
      paymentId: await pay(
        office,
        [b, c].map((billId) => ({ billId, amount: "150.00" })),
        unnumbered,
      ),
      billIds: [b, c],
    },
    {
      paymentId: await pay(office, [{ billId: d, amount: "150.00" }], {
        method: "credit_card",
        refNumber: "",
      }),
      billIds: [d],
    },
    {
      paymentId: await pay(office, [{ billId: e, amount: "100.00", credits: await credit(beside, "50.00") }]),
      billIds: [e],
    },
    {
      paymentId: await pay(office, [{ billId: f, credits: await credit(alone, "150.00") }], {
        refNumber: "",
      }),
      billIds: [f],
    },
  ];
}

/** Every bill is settled in full, once, and every payment is recorded without an attempt. */
async function expectOnce(recorded: Recorded[]): Promise<void> {
  for (const { paymentId, billIds } of recorded) {
    expect(await paymentRecord(office, paymentId)).toMatchObject({
      state: "recorded",
      job: "done",
      attempts: 0,
    });
    for (const billId of billIds) {
      const settled = settlementsOf(office.company.state, await txnOf(billId));
      expect(settled.reduce((sum, one) => sum + one.amount, 0)).toBe(15000);
      expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
    }
  }
  expect(await openErrors(office)).toEqual([]);
}

const NO_MARK = "the stored answer is lost, and QuickBooks does not give our mark back";

/** A release that keeps no ExternalGUID: payments are known by what they are alone. */
function forgetMarks(): void {
  for (const txn of office.company.txns("BillPaymentCheck")) delete txn.fields.ExternalGUID;
  for (const txn of office.company.txns("BillPaymentCreditCard")) delete txn.fields.ExternalGUID;
}

const READINGS: [string, Partial<Switches>][] = [
  ["the stored answer is whole", {}],
  ["the stored answer is the identity alone", { storedAnswer: "identityOnly" }],
  ["the stored answer is lost", { loseStoredAnswers: true }],
  [NO_MARK, { loseStoredAnswers: true }],
];

const MOMENTS = ["before QuickBooks", "after QuickBooks", "after receive"] as const;

/** Of every story, brought in by one run for all of them. */
const materials: Material[] = [];
beforeAll(async () => {
  const { rows } = await office.database.db.execute<{ listId: string }>(
    sql`select list_id as "listId" from vendors where id = ${await ledgerId(office, "vendors")}`,
  );
  vendor = rows[0]?.listId ?? "";
  for (let story = 0; story <= READINGS.length * MOMENTS.length; story++) {
    materials.push(await enterMaterial(`D${story}`));
  }
  await office.run();
});
const nextMaterial = (): Material => {
  const material = materials.pop();
  if (!material) throw new Error("there are more stories than were prepared");
  return material;
};

describe.each(READINGS)("when %s", (reading, switches) => {
  test.each(MOMENTS)("a power cut %s pays nothing twice and forgets nothing", async (moment) => {
    const recorded = await recordEveryKind(nextMaterial());
    Object.assign(office.company.switches, switches);
    const cut = await office.run({ hooks: crashAt(moment) });
    expect(cut.error?.code).toBe("crash");
    if (reading === NO_MARK) forgetMarks();
    expect(await office.run()).toMatchObject({ ok: true });
    await office.run();
    await expectOnce(recorded);
  });
});

test("QuickBooks dies in the middle of a message: what it paid is found, what it did not goes again", async () => {
  const recorded = await recordEveryKind(nextMaterial());
  const first = await office.run({
    hooks: {
      beforeCall(step, context) {
        if (step === "ProcessRequest" && isPayment(context.xml)) office.company.switches.dieAfterRequests = 2;
      },
    },
  });
  expect(first.ok).toBe(false);
  office.company.switches.dieAfterRequests = null;
  await office.run();
  await office.run();
  await expectOnce(recorded);
});

test("the same credit on the same bill, twice the same amount: each is told from the other", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "TWIN-1" });
  const credit = enterCredit("100.00");
  await office.run();
  const txnId = await txnOf(billId);
  const credits = [{ creditId: (await creditOf(office, credit)).id, amount: "20.00" }];
  const twins = [
    await pay(office, [{ billId, credits }], { refNumber: "" }),
    await pay(office, [{ billId, credits }], { refNumber: "" }),
  ];
  office.company.switches.loseStoredAnswers = true;
  let carried = 0;
  const cut = await office.run({
    hooks: {
      beforeCall(step, context) {
        if (step !== "ProcessRequest" || !isPayment(context.xml)) return;
        carried += 1;
        if (carried === 2) throw new Error("power cut before the second");
      },
    },
  });
  expect(cut.error?.code).toBe("crash");
  await office.run();
  for (const id of twins) expect(await paymentRecord(office, id)).toMatchObject({ state: "recorded" });
  expect(settlementsOf(office.company.state, txnId).map(({ amount }) => amount)).toEqual([2000, 2000]);
});

test("a payment in flight cannot be taken back; it can be once it is proved that QuickBooks never had it", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "FLIGHT-1" });
  await office.run();
  const paymentId = await pay(office, [{ billId, amount: "150.00" }]);
  await office.run({ hooks: crashAt("before QuickBooks") });
  await expect(withdrawPayment(office.accountant, { paymentId })).rejects.toMatchObject({ code: "conflict" });
  office.company.refuseNext({ request: "BillPaymentCheckAdd", count: 1, code: 3000, message: "Not now." });
  await office.run();
  expect(await paymentRecord(office, paymentId)).toMatchObject({ state: "waiting", attempts: 1 });
  await withdrawPayment(office.accountant, { paymentId });
  await office.run();
  expect(settlementsOf(office.company.state, await txnOf(billId))).toEqual([]);
  expect(await openErrors(office)).toEqual([]);
});
