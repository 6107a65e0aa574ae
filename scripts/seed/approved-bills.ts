import { like } from "drizzle-orm";
import { db } from "@/db/client";
import { bills } from "@/db/schema";
import { addDays } from "@/lib/core/dates";
import type { People } from "./people";
import { inputOf, playBill } from "./play";
import type { SeedBill } from "./seed-bill";

const VENDORS = [
  "Alder Creek Lumber",
  "Bayside Concrete",
  "Island Hardware",
  "Pacific Fastener",
  "Skagit Ready Mix",
];
const ACCOUNTS = [
  "Job Materials",
  "Job Materials:Lumber",
  "Tools and Small Equipment",
  "Vehicle Fuel",
  "Office Supplies",
];
const AT_ONCE = 6;

const at = (list: string[], index: number): string => list[index % list.length] ?? "";

/** The n-th of many bills, each with its own number and amount. */
function manyth(index: number): SeedBill {
  const amount = `${(index % 900) + 100}.${String(index % 100).padStart(2, "0")}`;
  return {
    fate: "waiting",
    vendor: at(VENDORS, index),
    number: `Q-${String(index + 1).padStart(6, "0")}`,
    daysAgo: index % 28,
    terms: "Net 30",
    memo: `Approved bill ${index + 1}, due ${addDays("2026-01-01", index % 365)}`,
    lines: [{ account: at(ACCOUNTS, index), amount, about: `Delivery ${index + 1}`, class: "Shop" }],
  };
}

/** Enters, submits and approves `count` more bills: they wait for QuickBooks. */
export async function seedApprovedBills(
  people: People,
  connectionId: string,
  id: (list: string, name: string) => string,
  count: number,
): Promise<void> {
  let next = await db().$count(bills, like(bills.invoiceNumber, "Q-%"));
  const end = next + count;
  const work = async () => {
    while (next < end) {
      const bill = manyth(next);
      next += 1;
      await playBill(people, bill, inputOf(bill, connectionId, id));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}
