import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { billApprovers, billSignatures, bills } from "@/db/schema";
import type { Estate } from "@/lib/testing/estate";
import { createPerson } from "@/lib/testing/people";
import { useEstates } from "@/lib/testing/use-estates";
import { countBills } from "./counts";
import { findBills } from "./find-bills";

const estates = useEstates();
let north: Estate;
let south: Estate;

beforeEach(async () => {
  north = await estates.open("north");
  south = await estates.open("south");
});

const move = (estate: Estate, state: string) =>
  estates.db
    .update(bills)
    .set({ state })
    .where(eq(bills.id, estate.ids.billId ?? ""));

test("each tab counts the bills of its states, of this organisation alone", async () => {
  expect(await countBills(north.people.clerk, {})).toEqual({
    inbox: 1,
    approvals: 0,
    payables: 0,
    archive: 0,
    waitingForMe: 0,
  });
  for (const [state, tab] of [
    ["in_approval", "approvals"],
    ["approved", "payables"],
    ["paid", "archive"],
    ["voided", "archive"],
  ] as const) {
    await move(north, state);
    expect(await countBills(north.people.clerk, {})).toMatchObject({ inbox: 0, [tab]: 1 });
  }
  expect((await countBills(south.people.clerk, {})).inbox).toBe(1);
});

test("an Approver counts only what asks for their verdict, and what waits for it now", async () => {
  await move(north, "in_approval");
  const asked = north.people.approver;
  const other = await createPerson(estates.db, north.orgId, { name: "Otto", roles: ["approver"] });
  expect(await countBills(asked, {})).toMatchObject({ approvals: 1, waitingForMe: 1 });
  expect(await countBills(other, {})).toMatchObject({ approvals: 0, waitingForMe: 0 });
  const [row] = await estates.db
    .select({ name: billApprovers.userId })
    .from(billApprovers)
    .where(eq(billApprovers.billId, north.ids.billId ?? ""));
  expect(row?.name).toBe(asked.userId);
  expect(await estates.db.$count(billSignatures)).toBe(0);
});

test("bills are found by vendor or invoice number, whatever the case, among those one may see", async () => {
  const ours = north.people.clerk;
  expect((await findBills(ours, { text: north.name.toUpperCase() })).map(({ id }) => id)).toEqual([
    north.ids.billId,
  ]);
  expect(await findBills(ours, { text: south.name })).toEqual([]);
  expect(await findBills(ours, { text: "%" })).toEqual([]);
  const other = await createPerson(estates.db, north.orgId, { name: "Otto", roles: ["approver"] });
  expect(await findBills(other, { text: north.name })).toEqual([]);
});
