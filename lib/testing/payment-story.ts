import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { paymentInput } from "@/lib/payments/payment-input";
import { recordPayment } from "@/lib/payments/record-payment";
import { ledgerId } from "./bill-story";
import type { Office } from "./office";

type Input = z.input<typeof paymentInput>;
export type Application = Partial<Input["applications"][number]> & { billId: string };

let numbers = 4000;

/** A payment by a numbered check of these bills, as the form would send it. */
export async function paymentFor(
  office: Office,
  applications: Application[],
  change: Partial<Input> = {},
): Promise<Input> {
  numbers += 1;
  const method = change.method ?? "check";
  const account = method === "check" ? "Harbor Community Checking" : "Tidewater Visa";
  return {
    method,
    accountId: await ledgerId(office, "accounts", account),
    date: "2026-11-20",
    refNumber: String(numbers),
    isToBePrinted: false,
    memo: "",
    exchangeRate: null,
    applications: applications.map((application) => ({
      ...{ amount: "0.00", discountAmount: "0.00", discountAccountId: null, credits: [] },
      ...application,
    })),
    ...change,
  };
}

/** Records a payment as somebody with Accounting Access; gives its id. */
export async function pay(
  office: Office,
  applications: Application[],
  change: Partial<Input> = {},
): Promise<string> {
  const input = await paymentFor(office, applications, change);
  return (await recordPayment(office.accountant, input)).paymentId;
}

/** A payment as the tables have it: its state, its job and its identity in QuickBooks. */
export async function paymentRecord(office: Office, paymentId: string) {
  const { rows } = await office.database.db.execute<{
    state: string;
    txnId: string | null;
    amount: string;
    job: string | null;
    attempts: number | null;
    reason: string | null;
    removal: unknown;
  }>(sql`
    select p.state, p.txn_id as "txnId", p.amount::text, p.removal, j.state as job, j.attempts, j.blocked_reason as reason
    from payments p left join lateral (select * from jobs where subject_id = p.id order by seq desc limit 1) j on true
    where p.id = ${paymentId}`);
  const [record] = rows;
  if (!record) throw new Error("the payment is not there");
  return record;
}

/** What of a bill is open and paid, as its link has it. */
export async function openOf(office: Office, billId: string): Promise<string | null> {
  const { rows } = await office.database.db.execute<{ open: string | null }>(
    sql`select open_amount::text as open from bill_links where bill_id = ${billId}`,
  );
  return rows[0]?.open ?? null;
}

/** The id and the open amount of a vendor credit, by its TxnID. */
export async function creditOf(office: Office, txnId: string): Promise<{ id: string; open: string }> {
  const { rows } = await office.database.db.execute<{ id: string; open: string }>(
    sql`select id, open_amount::text as open from vendor_credits where txn_id = ${txnId}`,
  );
  const [credit] = rows;
  if (!credit) throw new Error("the credit is not there");
  return credit;
}
