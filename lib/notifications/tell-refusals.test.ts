import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { notifications } from "@/db/schema";
import { approvedBill, askAnnThenBob } from "@/lib/testing/bill-story";
import { type Office, openOffice } from "@/lib/testing/office";
import { tellEvents } from "./tell-events";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await askAnnThenBob(office);
  await office.run();
});
afterAll(() => office.close());

/** Who was told of this bill's errors, by name, once for each. */
async function toldOf(billId: string): Promise<string[]> {
  const rows = await office.database.db.select().from(notifications).where(eq(notifications.billId, billId));
  const names = new Map([office.admin, office.accountant].map(({ userId, name }) => [userId, name]));
  return rows
    .filter(({ kind }) => kind === "sync-error")
    .map(({ userId }) => names.get(userId) ?? "somebody else")
    .sort();
}

test("Admins and Accounting Access are told of each refusal once, nobody else of any", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "REF-1" });
  office.company.refuseNext({
    request: "BillAdd",
    count: 3,
    code: 3210,
    message: "The account is inactive.",
  });
  for (const attempt of [1, 2, 3]) {
    await office.run();
    await tellEvents(office.database.db);
    expect(await toldOf(billId)).toEqual([
      ...Array.from({ length: attempt }, () => "Alice Admin"),
      ...Array.from({ length: attempt }, () => "Amy Accounting"),
    ]);
  }
});

test("a refusal that is over before anybody could be told is told of to nobody", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "REF-2" });
  office.company.refuseNext({
    request: "BillAdd",
    count: 1,
    code: 3210,
    message: "The account is inactive.",
  });
  await office.run();
  await office.run();
  await tellEvents(office.database.db);
  expect(await toldOf(billId)).toEqual([]);
});
