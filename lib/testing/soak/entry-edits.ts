import { sql } from "drizzle-orm";
import { changeVendor } from "@/lib/ledger/change-vendor";
import { createCustomer } from "@/lib/ledger/create-customer";
import { createItem } from "@/lib/ledger/create-item";
import { createVendor } from "@/lib/ledger/create-vendor";
import { NEW_ITEM_TYPES } from "@/lib/ledger/item-types";
import { approvedBill, ledgerId } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";
import type { Random } from "@/lib/testing/seeded";
import { drawnBill } from "./drawn-bill";
import { type Edit, idsIn, rowsIn } from "./edit";

const newName = (what: string, random: Random) => `${what} ${random.below(1_000_000)}`;

export async function anyVendor(office: Office, random: Random): Promise<string> {
  const all = await idsIn(
    office,
    sql`select id from vendors where is_active and deleted_at is null order by name`,
  );
  return random.pick(all);
}

const enterWithNewVendor: Edit = async (office, random) => {
  const name = newName("Supplier", random);
  const { vendorId } = await createVendor(office.clerk, { connectionId: office.connectionId, name });
  await approvedBill(office, { ...(await drawnBill(office, random)), vendorId });
  return true;
};

const enterWithNewItem: Edit = async (office, random) => {
  const itemType = random.pick(NEW_ITEM_TYPES);
  const isInStock = itemType === "Inventory";
  const { itemId } = await createItem(office.clerk, {
    ...{ connectionId: office.connectionId, itemType, name: newName("Part", random) },
    accountId: await ledgerId(office, "accounts", "Job Materials"),
    ...(isInStock ? { incomeAccountId: await ledgerId(office, "accounts", "Construction Income") } : {}),
    ...(isInStock ? { assetAccountId: await ledgerId(office, "accounts", "Inventory Asset") } : {}),
  });
  const bill = await drawnBill(office, random, itemId);
  await approvedBill(office, { ...bill, vendorId: await anyVendor(office, random) });
  return true;
};

/** A job of a new customer, or of one that is there: the customer goes first, then the job, then the bill. */
const enterForNewJob: Edit = async (office, random) => {
  const { connectionId } = office;
  const known = await idsIn(
    office,
    sql`select id from customers where is_active and deleted_at is null and full_name not like '%:%' order by name`,
  );
  const parentId = random.chance(0.5)
    ? random.pick(known)
    : (await createCustomer(office.clerk, { connectionId, name: newName("Client", random) })).customerId;
  const job = await createCustomer(office.clerk, { connectionId, name: newName("Job", random), parentId });
  const bill = await drawnBill(office, random);
  const [first, ...rest] = bill.lines;
  if (!first) return false;
  await approvedBill(office, {
    ...bill,
    lines: [{ ...first, customerId: job.customerId }, ...rest],
    vendorId: await anyVendor(office, random),
  });
  return true;
};

const changeAVendor: Edit = async (office, random) => {
  const vendors = await rowsIn<{ id: string; name: string }>(
    office,
    sql`select id, name from vendors where deleted_at is null and list_id is not null order by name`,
  );
  if (vendors.length === 0) return false;
  const { id: vendorId, name } = random.pick(vendors);
  const phone = `555-${String(random.below(10_000)).padStart(4, "0")}`;
  await changeVendor(office.accountant, { vendorId, name, phone });
  return true;
};

/** What is done here to vendors, items, customers and jobs. */
export const ENTRY_EDITS: Record<string, Edit> = {
  "enter with a new vendor": enterWithNewVendor,
  "enter with a new item": enterWithNewItem,
  "enter for a new job": enterForNewJob,
  "change a vendor": changeAVendor,
};
