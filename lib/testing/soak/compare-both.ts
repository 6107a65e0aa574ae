import { sql } from "drizzle-orm";
import type { QuickBooksBill } from "@/db/schema";
import { idOf } from "@/e2e/quickbooks/company/references";
import { paymentAmount } from "@/e2e/quickbooks/company/settlements";
import type { Txn } from "@/e2e/quickbooks/company/state";
import { brokenChains } from "@/lib/testing/audit-chains";
import type { Office } from "@/lib/testing/office";
import { compareCredits } from "./compare-credits";
import { compareLists } from "./compare-lists";

type BillRow = {
  id: string;
  invoice: string;
  state: string;
  amount: string;
  memo: string;
  vendor: string;
  txnId: string | null;
  isDeleted: boolean;
  current: QuickBooksBill | null;
  open: string | null;
  isPaid: boolean | null;
  isChanged: boolean;
  job: string | null;
  reason: string | null;
  error: string | null;
};

const BILLS = sql`
  select b.id, b.invoice_number as invoice, b.state, b.amount::text, b.memo, coalesce(v.list_id, '') as vendor,
         k.txn_id as "txnId", k.deleted_at is not null as "isDeleted", k.current, k.open_amount::text as open,
         k.is_paid as "isPaid", k.written is distinct from k.current as "isChanged",
         j.state as job, j.blocked_reason as reason,
         (select code from sync_errors e where e.job_id = j.id and e.resolved_at is null limit 1) as error
  from bills b left join vendors v on v.id = b.vendor_id left join bill_links k on k.bill_id = b.id
  left join lateral (select * from jobs where subject_id = b.id order by seq desc limit 1) j on true
  order by b.invoice_number`;

const text = (txn: Txn, name: string) => (typeof txn.fields[name] === "string" ? txn.fields[name] : "");

/** How a linked bill differs from its transaction. */
function differences(office: Office, row: BillRow, txn: Txn): string[] {
  const { company } = office;
  const pairs: [string, unknown, unknown][] = [
    ["amount seen", row.current?.amount, company.total(txn)],
    ["memo seen", row.current?.memo ?? "", text(txn, "Memo")],
    ["vendor seen", row.current?.vendor?.listId, idOf(txn.fields.VendorRef)],
    ["lines seen", row.current?.lines.length, txn.expenseLines.length + txn.itemLines.length],
    ["open amount", row.open, company.open(txn.txnId)],
    ["paid", row.isPaid, company.open(txn.txnId) === "0.00"],
  ];
  // What neither side changed since it was written is, on both, what was approved.
  if (!row.isChanged && (row.state === "approved" || row.state === "paid") && row.job === "done") {
    pairs.push(
      ["approved amount", row.amount, company.total(txn)],
      ["approved memo", row.memo, text(txn, "Memo")],
    );
    pairs.push(["approved vendor", row.vendor, idOf(txn.fields.VendorRef)]);
  }
  return pairs.flatMap(([what, here, there]) =>
    here === there
      ? []
      : [`${row.invoice} (${row.state}): ${what} is ${String(here)} here, ${String(there)} there`],
  );
}

function checkBill(office: Office, row: BillRow): string[] {
  const txn = row.txnId === null ? undefined : office.company.state.txns[row.txnId];
  const waits = row.job === "blocked" ? row.reason !== null : row.job === "removed" && row.error !== null;
  if (row.txnId !== null && !row.isDeleted && !txn && row.state !== "deleted") {
    return [`${row.invoice} (${row.state}): linked to ${row.txnId}, which is not there`];
  }
  if (row.state === "deleted" && txn) return [`${row.invoice}: deleted here, there as ${row.txnId}`];
  if (row.state === "voided") return txn && !txn.voided ? [`${row.invoice}: voided here, not there`] : [];
  if (!txn) {
    const isLost = row.state === "approved" && !waits;
    return isLost ? [`${row.invoice}: approved, not in QuickBooks, and its job is ${row.job}`] : [];
  }
  if (txn.voided) {
    // One that is not approved here is found so by the next approval.
    return row.state === "draft" ? [] : [`${row.invoice} (${row.state}): voided there`];
  }
  return differences(office, row, txn);
}

/** Two transactions under one mark, one number, or one that stands there and nobody here knows. */
function checkDoubles(office: Office, rows: BillRow[]): string[] {
  const linked = new Map<string, number>();
  for (const { txnId } of rows) if (txnId !== null) linked.set(txnId, (linked.get(txnId) ?? 0) + 1);
  const standing = office.company.txns().filter((txn) => !txn.voided);
  const marks = new Map<string, number>();
  const faults: string[] = [];
  for (const txn of standing) {
    const number = text(txn, "RefNumber");
    marks.set(number, (marks.get(number) ?? 0) + 1);
    if (linked.get(txn.txnId) !== 1)
      faults.push(`${number}: ${linked.get(txn.txnId) ?? 0} bills know ${txn.txnId}`);
  }
  for (const [number, count] of marks) if (count > 1) faults.push(`${number}: ${count} times in QuickBooks`);
  return faults;
}

async function checkPayments(office: Office): Promise<string[]> {
  const found = await office.database.db.execute<{
    number: string;
    state: string;
    amount: string;
    txnId: string | null;
    job: string | null;
    reason: string | null;
    error: string | null;
  }>(sql`
    select p.ref_number as number, p.state, p.amount::text, p.txn_id as "txnId", j.state as job,
           j.blocked_reason as reason,
           (select code from sync_errors e where e.job_id = j.id and e.resolved_at is null limit 1) as error
    from payments p
    left join lateral (select * from jobs where subject_id = p.id order by seq desc limit 1) j on true`);
  const { state } = office.company;
  const known = new Set(found.rows.map((row) => row.txnId));
  const faults = found.rows.flatMap((row) => {
    const txn = row.txnId === null ? undefined : state.txns[row.txnId];
    const paid = txn ? paymentAmount(state, txn) : 0;
    const name = `payment ${row.number} (${row.state})`;
    if (row.state === "recorded" && row.txnId !== null) {
      if (!txn || txn.voided) return [`${name}: ${txn ? "voided" : "gone"} there`];
      return (paid / 100).toFixed(2) === row.amount
        ? []
        : [`${name}: ${row.amount} here, ${paid / 100} there`];
    }
    if (row.state === "deleted" && txn) return [`${name}: still there`];
    if (row.state === "voided" && txn && !txn.voided) return [`${name}: not voided there`];
    const waits = row.job === "blocked" ? row.reason !== null : row.job === "removed" && row.error !== null;
    return row.state === "waiting" && !waits ? [`${name}: waits, and its job is ${row.job}`] : [];
  });
  const numbers = [
    ...office.company.txns("BillPaymentCheck"),
    ...office.company.txns("BillPaymentCreditCard"),
  ];
  const unknown = numbers.filter((txn) => !txn.voided && !known.has(txn.txnId));
  return [
    ...faults,
    ...unknown.map((txn) => `payment ${text(txn, "RefNumber")}: nobody here knows ${txn.txnId}`),
  ];
}

/** What is not equal on both sides once all is quiet; empty when all is. */
export async function compareBoth(office: Office): Promise<{ bills: number; faults: string[] }> {
  const { rows } = await office.database.db.execute<BillRow>(BILLS);
  const open = await office.database.db.execute<{ kind: string; state: string }>(
    sql`select kind, state from jobs where state in ('waiting', 'sent', 'in_doubt')`,
  );
  return {
    bills: rows.length,
    faults: [
      ...rows.flatMap((row) => checkBill(office, row)),
      ...checkDoubles(office, rows),
      ...(await checkPayments(office)),
      ...(await compareLists(office)),
      ...(await compareCredits(office)),
      ...open.rows.map((job) => `a job of kind ${job.kind} is ${job.state}`),
      ...(await brokenChains(office.database.db)),
    ],
  };
}
