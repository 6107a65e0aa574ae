import { sql } from "drizzle-orm";
import { addBillAgain } from "@/lib/bills/add-again";
import { removeBill } from "@/lib/bills/remove-bill";
import { requeueBill } from "@/lib/bills/requeue-bill";
import { resolveConflict } from "@/lib/bills/resolve-conflict";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { AppError } from "@/lib/core/errors";
import { ENTERED_LISTS } from "@/lib/ledger/lists";
import { sendEntry } from "@/lib/ledger/send-entry";
import { requeuePayment } from "@/lib/payments/requeue-payment";
import { approveAs, approvedBill, billFor, versionOf } from "@/lib/testing/bill-story";
import type { Office } from "@/lib/testing/office";
import type { Random } from "@/lib/testing/seeded";
import { drawnBill } from "./drawn-bill";
import { type Edit, idsIn, rowsIn } from "./edit";
import { anyVendor, ENTRY_EDITS } from "./entry-edits";
import { PAYMENT_EDITS } from "./payment-edits";

/** The bills in a state, linked or not, in an order that the seed alone decides. */
const billsIn = (office: Office, states: string[], isLinked?: boolean) =>
  idsIn(
    office,
    sql`select b.id from bills b left join bill_links k on k.bill_id = b.id and k.deleted_at is null
        where b.state = any(${sql.param(states)}::text[])
          and (${isLinked ?? null}::boolean is null or (k.bill_id is not null) = ${isLinked ?? null})
        order by b.invoice_number`,
  );

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
  const [kept] = await rowsIn<{ invoice: string; vendor: string }>(
    office,
    sql`select invoice_number as invoice, vendor_id as vendor from bills where id = ${billId}`,
  );
  const lines = await rowsIn<{ id: string; kind: string }>(
    office,
    sql`select id, kind from bill_lines where bill_id = ${billId} order by position`,
  );
  // A line stays what it is: one of another kind is a new one.
  const sameLine = (kind: string, index: number) => (lines[index]?.kind === kind ? lines[index].id : null);
  const drawn = await drawnBill(office, random);
  await saveBill(office.admin, {
    ...(await billFor(office)),
    ...drawn,
    lines: drawn.lines.map((line, index) => ({ ...line, id: sameLine(line.kind, index) })),
    ...{ billId, version: await versionOf(office, billId) },
    ...{ invoiceNumber: kept?.invoice ?? "", vendorId: kept?.vendor ?? "" },
  });
  await reapprove(office, billId);
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
  const removed = await rowsIn<{ id: string; kind: string }>(
    office,
    sql`select subject_id as id, kind from jobs where state = 'removed' order by seq`,
  );
  for (const { id, kind } of removed) {
    const list = ENTERED_LISTS.find((one) => one === kind);
    if (kind === "bill") await requeueBill(office.accountant, { billId: id });
    if (kind === "payment") await requeuePayment(office.accountant, { paymentId: id });
    if (list) await sendEntry(office.accountant, { list, entryId: id });
  }
  return removed.length > 0;
};

const EDITS: Record<string, Edit> = {
  enter,
  "enter again": enter,
  unapprove,
  "change a draft": changeDraft,
  "change another draft": changeDraft,
  remove,
  "add again": addAgain,
  "choose versions": chooseVersions,
  requeue: requeueAll,
  ...ENTRY_EDITS,
  ...PAYMENT_EDITS,
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
