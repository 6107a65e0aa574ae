import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { readBill } from "@/lib/bills/bill-views";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { createVendor } from "@/lib/ledger/create-vendor";
import { getToday } from "@/lib/orgs/absences-store";
import { enterAbsence } from "@/lib/orgs/enter-absence";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import { approveAs, billFor, ledgerId, versionOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";
import { changeMember } from "./change-member";

const office = useOffice();
const VENDOR = "Fidalgo Azulejos";

const ask = ({ userId }: Actor) =>
  office.database.db.transaction((tx) =>
    saveWorkflow(tx, office.orgId, [
      {
        ...{ name: "Everything", when: {}, effect: "add" },
        steps: [{ approverIds: [userId], need: "all" }],
      },
    ]),
  );
const today = () => getToday(office.database.db, office.orgId);

/** Ann is asked, up to 160 in the company's own currency; above it her supervisor Bob as well. */
beforeAll(async () => {
  office.company.turnOnCurrencies("US Dollar", [["Euro", "EUR", "1.08"]]);
  await office.run();
  await createVendor(office.clerk, { connectionId: office.connectionId, name: VENDOR, currency: "Euro" });
  await office.run();
  const rule = { name: "Ann", when: {}, effect: "add" as const };
  await office.database.db.transaction((tx) =>
    saveWorkflow(tx, office.orgId, [{ ...rule, steps: [{ approverIds: [office.ann.userId], need: "all" }] }]),
  );
  await changeMember(office.admin, {
    ...{ userId: office.ann.userId, roles: [...office.ann.roles] },
    ...{ approvalLimit: "160.00", supervisorId: office.bob.userId },
  });
});

const euros = async (change: { exchangeRate?: string } = {}) => ({
  vendorId: await ledgerId(office, "vendors", VENDOR),
  apAccountId: await ledgerId(office, "accounts", "Accounts Payable - EUR"),
  ...change,
});

/** Submits a bill of 150.00, in its vendor's currency. */
async function submitted(change: Parameters<typeof billFor>[1] = {}): Promise<string> {
  const { billId } = await saveBill(office.clerk, await billFor(office, change));
  await submitBill(office.clerk, { billId });
  return billId;
}

const askedOf = async (billId: string) =>
  (await readBill(office.admin, { billId })).steps.flatMap(({ approvers }) =>
    approvers.map(({ name }) => name),
  );

test("an amount in the company's own currency, and one whose rate is not known, count as they stand", async () => {
  expect(await askedOf(await submitted())).toEqual(["Ann Approver"]);
  expect(await askedOf(await submitted(await euros()))).toEqual(["Ann Approver"]);
});

test("a limit looks at the amount in the company's own currency: by the bill's rate, or the last that came back", async () => {
  const given = await submitted(await euros({ exchangeRate: "1.07" }));
  expect(await askedOf(given)).toEqual(["Ann Approver", "Bob Approver"]);
  const low = await submitted(await euros({ exchangeRate: "1.06" }));
  expect(await askedOf(low)).toEqual(["Ann Approver"]);

  await approveAs(office, office.ann, given);
  await approveAs(office, office.bob, given);
  await office.run();
  const unknown = await submitted(await euros());
  expect(await askedOf(unknown)).toEqual(["Ann Approver", "Bob Approver"]);
  expect((await readBill(office.admin, { billId: unknown })).content.exchangeRate).toBeNull();
});

test("another rate in approval asks anew", async () => {
  const billId = await submitted(await euros({ exchangeRate: "1.06" }));
  await saveBill(office.clerk, {
    ...(await billFor(office, await euros({ exchangeRate: "1.10" }))),
    ...{ billId, version: await versionOf(office, billId) },
  });
  expect(await askedOf(billId)).toEqual(["Ann Approver", "Bob Approver"]);
});

test("a stand-in's limit, too: what it does not reach waits for whoever is away", async () => {
  await ask(office.bob);
  await enterAbsence(office.bob, {
    ...{ firstDay: await today(), lastDay: await today(), standInId: office.ann.userId },
  });
  const low = await submitted(await euros({ exchangeRate: "1.06" }));
  const high = await submitted(await euros({ exchangeRate: "1.07" }));
  await expect(approveAs(office, office.ann, high)).rejects.toMatchObject({ code: "not-asked" });
  expect(await approveAs(office, office.ann, low)).toEqual({ state: "approved" });
  expect(await approveAs(office, office.bob, high)).toEqual({ state: "approved" });
});
