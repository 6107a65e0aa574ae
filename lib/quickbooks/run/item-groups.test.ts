import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addBillAgain } from "@/lib/bills/add-again";
import { readBill } from "@/lib/bills/bill-views";
import { GROUP_STAYS } from "@/lib/bills/item-groups";
import { keepBill, removeBill } from "@/lib/bills/remove-bill";
import { resolveConflict } from "@/lib/bills/resolve-conflict";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { approveAgain, approvedBill, recordOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

const REFUSED = { code: "wrong-state", message: GROUP_STAYS };

async function linkedBill(invoiceNumber: string): Promise<string> {
  const billId = await approvedBill(office, { invoiceNumber });
  await office.run();
  return billId;
}

/** QuickBooks is seen to have a group on the bill: the simulated company file has none. */
const seeGroup = (billId: string, columns: ("current" | "written")[]) =>
  office.database.db.execute(sql`
    update bill_links set ${sql.join(
      columns.map((column) => {
        const name = sql.identifier(column);
        return sql`${name} = jsonb_set(${name} #- '{lines,0,account}', '{lines,0,kind}', '"group"')`;
      }),
      sql`, `,
    )} where bill_id = ${billId}`);

test("neither un-approved, nor written over QuickBooks' version, nor added again", async () => {
  const billId = await linkedBill("GROUP-1");
  await seeGroup(billId, ["current", "written"]);
  await expect(unapproveBill(office.accountant, { billId, reason: "x" })).rejects.toMatchObject(REFUSED);
  const { link } = await readBill(office.accountant, { billId });
  const choice = { billId, editSequence: link?.editSequence ?? "" };
  await expect(resolveConflict(office.accountant, { ...choice, keep: "approved" })).rejects.toMatchObject(
    REFUSED,
  );
  await resolveConflict(office.accountant, { ...choice, keep: "quickbooks" });

  await office.database.db.execute(sql`update bills set state = 'voided' where id = ${billId}`);
  await expect(addBillAgain(office.accountant, { billId })).rejects.toMatchObject(REFUSED);
  expect(await recordOf(office, billId)).toMatchObject({ state: "voided", txnId: expect.any(String) });
});

test("as it was taken over, there is nothing to send when an order to remove it is taken back", async () => {
  const billId = await linkedBill("GROUP-2");
  await seeGroup(billId, ["current", "written"]);
  await removeBill(office.accountant, { billId, how: "void", reason: "A mistake" });
  await keepBill(office.accountant, { billId });
  expect((await office.run()).writeMessages).toBe(0);
  expect(await recordOf(office, billId)).toMatchObject({ state: "approved", job: "withdrawn" });
});

test("put on a bill in QuickBooks while it was not approved here, it holds the change back", async () => {
  const billId = await linkedBill("GROUP-3");
  await unapproveBill(office.accountant, { billId, reason: "A second look" });
  await seeGroup(billId, ["current"]);
  await approveAgain(office, billId);
  expect((await office.run()).writeMessages).toBe(0);
  expect(await recordOf(office, billId)).toMatchObject({ job: "blocked", attempts: 0, reason: GROUP_STAYS });
});
