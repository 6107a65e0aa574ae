import { sql } from "drizzle-orm";
import { addBillAgain } from "@/lib/bills/add-again";
import { removeBill } from "@/lib/bills/remove-bill";
import { requeueBill } from "@/lib/bills/requeue-bill";
import { resolveConflict } from "@/lib/bills/resolve-conflict";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { AppError } from "@/lib/core/errors";
import { createVendor } from "@/lib/ledger/create-vendor";
import { removePayment } from "@/lib/payments/remove-payment";
import { requeuePayment } from "@/lib/payments/requeue-payment";
import { approveAs, approvedBill, billFor, versionOf } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";
import { pay } from "@/lib/testing/payment-story";
import type { Random } from "@/lib/testing/seeded";

/** An edit that a person may try; false when there was nothing to try it on. */
type Edit = (office: Office, random: Random) => Promise<boolean>;

async function ids(office: Office, query: ReturnType<typeof sql>): Promise<string[]> {
  const found = await office.database.db.execute<{ id: string }>(query);
  return found.rows.map((row) => row.id);
}

/** The bills in a state, linked or not, in an order that the seed alone decides. */
const billsIn = (office: Office, states: string[], isLinked?: boolean) =>
  ids(
    office,
    sql`select b.id from bills b left join bill_links k on k.bill_id = b.id and k.deleted_at is null
        where b.state = any(${sql.param(states)}::text[])
          and (${isLinked ?? null}::boolean is null or (k.bill_id is not null) = ${isLinked ?? null})
        order by b.invoice_number`,
  );

const money = (random: Random) => `${10 + random.below(900)}.${String(random.below(100)).padStart(2, "0")}`;

/** A bill of two expense lines: its amount, and so its coding, are drawn anew. */
async function drawnBill(office: Office, random: Random) {
  const bill = await billFor(office);
  const [expense] = bill.lines;
  if (!expense) throw new Error("the bill has no line");
  const first = money(random);
  const amount = (Number(first) + 25).toFixed(2);
  const second = { ...expense, description: "Hauling", amount: "25.00" };
  return { amount, memo: `drawn ${random.below(100_000)}`, lines: [{ ...expense, amount: first }, second] };
}

async function anyVendor(office: Office, random: Random): Promise<string> {
  const all = await ids(
    office,
    sql`select id from vendors where is_active and deleted_at is null order by name`,
  );
  return random.pick(all);
}

async function reapprove(office: Office, billId: string): Promise<void> {
  await submitBill(office.admin, { billId });
  await approveAs(office, office.ann, billId);
  await approveAs(office, office.bob, billId);
}

const enter: Edit = async (office, random) => {
  await approvedBill(office, {
    ...(await drawnBill(office, random)),
    vendorId: await anyVendor(office, random),
  });
  return true;
};

const enterWithNewVendor: Edit = async (office, random) => {
  const name = `Supplier ${random.below(1_000_000)}`;
  const { vendorId } = await createVendor(office.clerk, { connectionId: office.connectionId, name });
  await approvedBill(office, { ...(await drawnBill(office, random)), vendorId });
  return true;
};

const unapprove: Edit = async (office, random) => {
  const bills = await billsIn(office, ["approved"]);
  if (bills.length === 0) return false;
  await unapproveBill(office.admin, { billId: random.pick(bills), reason: "to be looked at again" });
  return true;
};

/** Changes a draft, which may be linked already, and approves it again. */
const changeDraft: Edit = async (office, random) => {
  const drafts = await billsIn(office, ["draft"]);
  if (drafts.length === 0) return false;
  const billId = random.pick(drafts);
  const [kept] = (
    await office.database.db.execute<{ invoice: string; vendor: string; lines: string[] }>(sql`
      select invoice_number as invoice, vendor_id as vendor,
             array(select id from bill_lines where bill_id = b.id order by position)::text[] as lines
      from bills b where id = ${billId}`)
  ).rows;
  const drawn = await drawnBill(office, random);
  await saveBill(office.admin, {
    ...(await billFor(office)),
    ...drawn,
    lines: drawn.lines.map((line, index) => ({ ...line, id: kept?.lines[index] ?? null })),
    ...{ billId, version: await versionOf(office, billId) },
    ...{ invoiceNumber: kept?.invoice ?? "", vendorId: kept?.vendor ?? "" },
  });
  await reapprove(office, billId);
  return true;
};

const payBill: Edit = async (office, random) => {
  const bills = await ids(
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
  const payments = await ids(
    office,
    sql`select id from payments where state = 'recorded' and entered_by is not null and removal is null
          and txn_id is not null order by ref_number, txn_id`,
  );
  if (payments.length === 0) return false;
  const how = random.pick(["void", "delete"] as const);
  await removePayment(office.accountant, { paymentId: random.pick(payments), how, reason: "a mistake" });
  return true;
};

const remove: Edit = async (office, random) => {
  const bills = await billsIn(office, ["approved"]);
  if (bills.length === 0) return false;
  const how = random.pick(["void", "delete"] as const);
  await removeBill(office.accountant, { billId: random.pick(bills), how, reason: "entered twice" });
  return true;
};

const addAgain: Edit = async (office, random) => {
  const bills = await billsIn(office, ["voided", "deleted"]);
  if (bills.length === 0) return false;
  await addBillAgain(office.accountant, { billId: random.pick(bills) });
  return true;
};

/** Chooses between two versions wherever a choice is waited for. */
export const chooseVersions: Edit = async (office, random) => {
  const found = await office.database.db.execute<{ billId: string; editSequence: string }>(sql`
    select b.id as "billId", k.edit_sequence as "editSequence" from jobs j
    join bills b on b.id = j.subject_id join bill_links k on k.bill_id = b.id
    where j.state = 'blocked' and j.blocked_by = 'choice' and b.state = 'approved' order by b.invoice_number`);
  for (const conflict of found.rows) {
    await resolveConflict(office.accountant, {
      ...conflict,
      keep: random.pick(["approved", "quickbooks"] as const),
    });
  }
  return found.rows.length > 0;
};

/** Puts back whatever QuickBooks refused three times. */
export const requeueAll: Edit = async (office) => {
  const found = await office.database.db.execute<{ id: string; kind: string }>(
    sql`select subject_id as id, kind from jobs where state = 'removed' order by seq`,
  );
  for (const { id, kind } of found.rows) {
    if (kind === "bill") await requeueBill(office.accountant, { billId: id });
    if (kind === "payment") await requeuePayment(office.accountant, { paymentId: id });
  }
  return found.rows.length > 0;
};

const EDITS: Record<string, Edit> = {
  enter,
  "enter again": enter,
  "enter with a new vendor": enterWithNewVendor,
  unapprove,
  "change a draft": changeDraft,
  "change another draft": changeDraft,
  pay: payBill,
  "take a payment back": takeBack,
  remove,
  "add again": addAgain,
  "choose versions": chooseVersions,
  requeue: requeueAll,
};

/** Counts of what was tried, by name: done, and kept back by a rule of the application. */
export type Tally = Record<string, { done: number; keptBack: number }>;

const MOST_TRIES = 6;

/** Makes one edit that something can be tried on. What the rules keep back is counted; any other error is a fault. */
export async function editHere(office: Office, random: Random, tally: Tally): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const name = random.pick(Object.keys(EDITS));
    tally[name] ??= { done: 0, keptBack: 0 };
    try {
      if (!(await EDITS[name]?.(office, random))) continue;
      tally[name].done += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      tally[name].keptBack += 1;
    }
    return;
  }
}
