import { sql } from "drizzle-orm";
import { removePayment } from "@/lib/payments/remove-payment";
import { pay } from "@/lib/testing/payment-story";
import { type Edit, idsIn, rowsIn } from "./edit";

const payBill: Edit = async (office, random) => {
  const bills = await idsIn(
    office,
    sql`select b.id from bills b join bill_links k on k.bill_id = b.id
        where b.state = 'approved' and k.open_amount > 10 and k.deleted_at is null order by b.invoice_number`,
  );
  if (bills.length === 0) return false;
  const billId = random.pick(bills);
  const found = await office.database.db.execute<{ open: string }>(
    sql`select open_amount::text as open from bill_links where bill_id = ${billId}`,
  );
  const open = found.rows[0]?.open ?? "0.00";
  const method = random.pick(["check", "credit_card"] as const);
  await pay(office, [{ billId, amount: random.chance(0.6) ? open : "10.00" }], { method });
  return true;
};

const takeBack: Edit = async (office, random) => {
  const payments = await idsIn(
    office,
    sql`select id from payments where state = 'recorded' and entered_by is not null and removal is null
          and txn_id is not null order by ref_number, txn_id`,
  );
  if (payments.length === 0) return false;
  const how = random.pick(["void", "delete"] as const);
  await removePayment(office.accountant, { paymentId: random.pick(payments), how, reason: "a mistake" });
  return true;
};

/** Sets a vendor credit off against a bill, alone or with a check for a part of the rest. */
const payWithCredit: Edit = async (office, random) => {
  const pairs = await rowsIn<{ billId: string; creditId: string }>(
    office,
    sql`select b.id as "billId", c.id as "creditId" from bills b
        join bill_links k on k.bill_id = b.id and k.deleted_at is null and k.open_amount > 20
        join vendors v on v.id = b.vendor_id
        join vendor_credits c on c.vendor_list_id = v.list_id and c.deleted_at is null and c.open_amount > 5
        where b.state = 'approved' order by b.invoice_number, c.txn_id`,
  );
  if (pairs.length === 0) return false;
  const { billId, creditId } = random.pick(pairs);
  const isAlone = random.chance(0.5);
  await pay(
    office,
    [{ billId, amount: isAlone ? "0.00" : "10.00", credits: [{ creditId, amount: "5.00" }] }],
    isAlone ? { refNumber: "" } : {},
  );
  return true;
};

/** What is done here to payments. */
export const PAYMENT_EDITS: Record<string, Edit> = {
  pay: payBill,
  "pay with a credit": payWithCredit,
  "take a payment back": takeBack,
};
