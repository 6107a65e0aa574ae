import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Actor } from "@/lib/access/actor";
import { formOf } from "@/lib/bills/bill-form";
import type { billInput } from "@/lib/bills/bill-input";
import { readBill } from "@/lib/bills/bill-views";
import { approveBill } from "@/lib/bills/give-verdict";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import type { Office } from "./office";

type Input = z.input<typeof billInput>;

/** The id of a list entry that the first run brought in, by its full name. */
export async function ledgerId(
  office: Office,
  list: "vendors" | "accounts" | "items" | "classes" | "customers" | "terms",
  fullName?: string,
): Promise<string> {
  const found = await office.database.db.execute<{ id: string }>(sql`
    select id from ${sql.raw(list)} where connection_id = ${office.connectionId} and is_active
      and (${fullName ?? null}::text is null or full_name = ${fullName ?? null})
      ${list === "accounts" && !fullName ? sql`and account_type = 'Expense'` : sql``}
    order by full_name limit 1`);
  const id = found.rows[0]?.id;
  if (!id) throw new Error(`there is no entry ${fullName ?? ""} in ${list}`);
  return id;
}

let invoices = 0;

/** A complete bill of one expense and one item line, 150.00 in all, as a form would send it. */
export async function billFor(office: Office, change: Partial<Input> = {}): Promise<Input> {
  invoices += 1;
  const line = { quantity: null, cost: null, accountId: null, itemId: null, classId: null, customerId: null };
  return {
    billId: null,
    connectionId: office.connectionId,
    vendorId: await ledgerId(office, "vendors"),
    invoiceNumber: `INV-${String(invoices).padStart(4, "0")}`,
    billDate: "2026-11-02",
    dueDate: "2026-12-02",
    termsId: null,
    apAccountId: null,
    memo: "Café & crème, 20% off",
    amount: "150.00",
    lines: [
      {
        ...line,
        id: null,
        kind: "expense",
        accountId: await ledgerId(office, "accounts"),
        description: "Site clean-up",
        amount: "100.00",
      },
      {
        ...line,
        id: null,
        kind: "item",
        itemId: await ledgerId(office, "items"),
        description: "Lumber",
        quantity: "4",
        cost: "12.5",
        amount: "50.00",
      },
    ],
    ...change,
  };
}

/** Ann first, then Bob. */
export const askAnnThenBob = (office: Office): Promise<unknown> =>
  office.database.db.transaction((tx) =>
    saveWorkflow(tx, office.orgId, [
      {
        name: "Two approvals",
        when: {},
        effect: "add",
        steps: [
          { approverIds: [office.ann.userId], need: "all" },
          { approverIds: [office.bob.userId], need: "all" },
        ],
      },
    ]),
  );

export async function versionOf(office: Office, billId: string): Promise<number> {
  const found = await office.database.db.execute<{ version: number }>(
    sql`select version from bills where id = ${billId}`,
  );
  return found.rows[0]?.version ?? 0;
}

export const approveAs = async (office: Office, actor: Actor, billId: string): Promise<{ state: string }> =>
  approveBill(actor, { billId, version: await versionOf(office, billId) });

/** Enters a bill as the clerk, submits it and has Ann and Bob approve it: it waits for QuickBooks. */
export async function approvedBill(office: Office, change: Partial<Input> = {}): Promise<string> {
  const { billId } = await saveBill(office.clerk, await billFor(office, change));
  await submitBill(office.clerk, { billId });
  await approveAs(office, office.ann, billId);
  await approveAs(office, office.bob, billId);
  return billId;
}

/** Submits a draft and has Ann and Bob approve it. */
export async function approveAgain(office: Office, billId: string): Promise<void> {
  await submitBill(office.accountant, { billId });
  await approveAs(office, office.ann, billId);
  await approveAs(office, office.bob, billId);
}

/** Changes a draft and has it approved. */
export async function correctDraft(
  office: Office,
  billId: string,
  change: (bill: ReturnType<typeof formOf>) => Partial<Input>,
): Promise<void> {
  const bill = formOf((await readBill(office.accountant, { billId })).content);
  await saveBill(office.accountant, {
    ...{ ...bill, ...change(bill) },
    ...{ billId, connectionId: office.connectionId, version: await versionOf(office, billId) },
  });
  await approveAgain(office, billId);
}

/** Un-approves a bill, changes it and has it approved again. */
export async function correctBill(...story: Parameters<typeof correctDraft>): Promise<void> {
  const [office, billId] = story;
  await unapproveBill(office.accountant, { billId, reason: "A correction" });
  await correctDraft(...story);
}

/** Un-approves a bill, changes its memo and has it approved again. */
export const correctMemo = (office: Office, billId: string, memo: string): Promise<void> =>
  correctBill(office, billId, () => ({ memo }));

/** A bill as the tables have it: its state, its job and its link. */
export async function recordOf(office: Office, billId: string) {
  const found = await office.database.db.execute<{
    state: string;
    job: string | null;
    attempts: number | null;
    txnId: string | null;
    editSequence: string | null;
    isPaid: boolean | null;
    reason: string | null;
  }>(sql`
    select b.state, j.state as job, j.attempts, k.txn_id as "txnId", k.edit_sequence as "editSequence",
           k.is_paid as "isPaid", j.blocked_reason as reason
    from bills b left join bill_links k on k.bill_id = b.id
    left join lateral (select * from jobs where subject_id = b.id order by seq desc limit 1) j on true
    where b.id = ${billId}`);
  const record = found.rows[0];
  if (!record) throw new Error("the bill is not there");
  return record;
}

/** Open sync errors of an organisation, the newest last. */
export async function openErrors(
  office: Office,
): Promise<{ code: string; message: string; attempt: number | null }[]> {
  const found = await office.database.db.execute<{ code: string; message: string; attempt: number | null }>(
    sql`select code, message, attempt from sync_errors where org_id = ${office.orgId} and resolved_at is null order by created_at`,
  );
  return found.rows;
}
