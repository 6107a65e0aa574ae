import { sql } from "drizzle-orm";
import { BOUGHT_ITEM_TYPES } from "@/lib/ledger/item-types";
import { billFor, ledgerId } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";
import type { Random } from "@/lib/testing/seeded";
import { idsIn } from "./edit";

const money = (random: Random) => `${10 + random.below(900)}.${String(random.below(100)).padStart(2, "0")}`;

/** An item that may stand on a bill. */
const anyItem = async (office: Office, random: Random): Promise<string> =>
  random.pick(
    await idsIn(
      office,
      sql`select id from items where is_active and deleted_at is null and list_id is not null
          and item_type = any(${sql.param([...BOUGHT_ITEM_TYPES])}::text[]) order by full_name`,
    ),
  );

/** A bill of an expense line and a second one of an item or an expense: its amount and its coding are drawn. */
export async function drawnBill(office: Office, random: Random, item?: string) {
  const { lines } = await billFor(office);
  const [expense, bought] = lines;
  if (!expense || !bought) throw new Error("the bill has no lines");
  const first = money(random);
  const amount = (Number(first) + 25).toFixed(2);
  const hauling = { ...expense, description: "Hauling", amount: "25.00" };
  const material = { ...bought, description: "Material", quantity: "2", cost: "12.5", amount: "25.00" };
  const second =
    item || random.chance(0.4) ? { ...material, itemId: item ?? (await anyItem(office, random)) } : hauling;
  const accountId = await ledgerId(office, "accounts");
  return {
    amount,
    memo: `drawn ${random.below(100_000)}`,
    lines: [{ ...expense, accountId, amount: first }, second],
  };
}
