import type { Tx } from "@/db/client";
import { type BillToRemove, closedPeriod, getBillsToRemove } from "@/lib/bills/bills-to-remove";
import { takeInDeletedBills, takeInVoidedBills } from "@/lib/bills/take-in-bills";
import { markPaymentsRemoved } from "@/lib/payments/mark-payments-removed";
import { getPaymentsToRemove, type PaymentToRemove } from "@/lib/payments/payments-to-remove";
import type { Job } from "@/lib/queue/job-moves";
import { type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { billPaymentCheckQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-query";
import { billPaymentCreditCardQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-query";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { txnDel } from "@/lib/quickbooks/qbxml/messages/txn-del";
import { txnVoid } from "@/lib/quickbooks/qbxml/messages/txn-void";
import { isVoidedTxn } from "./bill-snapshot";
import type { Answer, Finding, Plan, Planner, RunContext, WriteOperation } from "./write-operation";

type TxnType = "Bill" | "BillPaymentCheck" | "BillPaymentCreditCard";

/** What is kept of a TxnVoid or a TxnDel until it is settled. */
export interface RemovalPayload {
  how: "void" | "delete";
  txnType: TxnType;
  txnId: string;
}

/** It is gone already: whoever deleted it did what was ordered. */
const GONE = "3120";

function removalRequest(job: Job, { how, txnType, txnId }: RemovalPayload): Request {
  return how === "void"
    ? request(txnVoid, job.id, { TxnVoidType: txnType, TxnID: txnId })
    : request(txnDel, job.id, { TxnDelType: txnType, TxnID: txnId });
}

function planRemoval(job: Job, bill: BillToRemove | undefined, payment: PaymentToRemove | undefined): Plan {
  const found = bill ?? payment;
  if (!found) return { do: "drop", job };
  if (bill?.isPaidOn) {
    const reason =
      "Something was paid on this bill in QuickBooks. Take the payment off it there, or keep the bill.";
    return { do: "block", job, on: null, reason };
  }
  const closed = bill && closedPeriod(bill);
  if (closed) return { do: "block", job, on: null, reason: closed };
  const payload: RemovalPayload = {
    how: found.removal.how,
    txnType: bill ? "Bill" : payment?.method === "check" ? "BillPaymentCheck" : "BillPaymentCreditCard",
    txnId: found.txnId,
  };
  return { do: "send", job, operation: "removal", request: removalRequest(job, payload), payload };
}

/** TxnVoid or TxnDel of a bill or a payment, as ordered; nothing when the order was taken back. */
export const removalPlanner: Planner = {
  kind: "removal",
  async plan(tx, _context, jobs) {
    const ids = jobs.map((job) => job.subjectId);
    const bills = await getBillsToRemove(tx, ids);
    const payments = await getPaymentsToRemove(tx, ids);
    return jobs.map((job) => planRemoval(job, bills.get(job.subjectId), payments.get(job.subjectId)));
  },
};

async function absorb(
  tx: Tx,
  { connectionId, now }: RunContext,
  answers: Answer<RemovalPayload>[],
): Promise<void> {
  const removed = answers.map(({ payload }) => payload);
  const bills = (how: "void" | "delete") =>
    removed.filter((one) => one.txnType === "Bill" && one.how === how).map(({ txnId }) => txnId);
  await takeInVoidedBills(tx, connectionId, bills("void"), now);
  await takeInDeletedBills(tx, connectionId, bills("delete"), now);
  await markPaymentsRemoved(
    tx,
    connectionId,
    removed.filter((one) => one.txnType !== "Bill"),
    now,
  );
}

/**
 * A void or a deletion. No EditSequence guards either, so that whatever version is there goes. In doubt
 * the transaction is asked for: gone, or voided where that was ordered, is done.
 */
export const removalOperation: WriteOperation<RemovalPayload> = {
  name: "removal",
  absorb,
  answersBare: () => true,
  isWorthALook: (code) => code === GONE,
  lookUp(jobId, { txnType, txnId }) {
    const filter = { TxnID: [txnId] };
    if (txnType === "Bill") return [request(billQuery, jobId, filter)];
    return txnType === "BillPaymentCheck"
      ? [request(billPaymentCheckQuery, jobId, filter)]
      : [request(billPaymentCreditCardQuery, jobId, filter)];
  },
  async judge(_tx, _context, { payload, records, refusal }): Promise<Finding> {
    const [there] = records;
    // Deleted though it was to be voided: it is gone, which the pull of deletions tells as it happened.
    if (!there) return { outcome: "done", record: undefined };
    if (payload.how === "void" && isVoidedTxn(there.record)) return { outcome: "done", record: there.record };
    return refusal ? { outcome: "refused", ...refusal } : { outcome: "absent" };
  },
};
