import type { Tx } from "@/db/client";
import { hasLinks } from "@/lib/bills/link-store";
import { newestListTime } from "@/lib/ledger/list-store";
import { claimPayments, findMissingPayments, markPaymentsForFetch } from "@/lib/payments/known-payments";
import { markPaymentsRemoved } from "@/lib/payments/mark-payments-removed";
import { takeInDeletedCredits } from "@/lib/payments/take-in-credits";
import { takeInPayments } from "@/lib/payments/take-in-payments";
import { request } from "@/lib/quickbooks/qbxml/encode";
import { billPaymentCheckQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-query";
import { billPaymentCreditCardQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-query";
import { txnDeletedQuery } from "@/lib/quickbooks/qbxml/messages/txn-deleted-query";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import { type PaymentRet, seenPayment } from "./payment-snapshot";
import { NEWEST_ASKED, type Pull, type PullContext, page } from "./pull";

const METHODS = {
  check: {
    kind: "pull.checks",
    label: "Bill payments by check",
    message: billPaymentCheckQuery,
    ret: "BillPaymentCheckRet",
  },
  credit_card: {
    kind: "pull.credit-cards",
    label: "Bill payments by credit card",
    message: billPaymentCreditCardQuery,
    ret: "BillPaymentCreditCardRet",
  },
} as const;

const take = (
  tx: Tx,
  { connectionId, now }: PullContext,
  method: keyof typeof METHODS,
  records: ReadRecord[],
): Promise<void> =>
  takeInPayments(
    tx,
    connectionId,
    records.flatMap(({ record }) => seenPayment(record as PaymentRet, method) ?? []),
    now,
  );

/** The bills a payment pays come with its lines; payment queries know no IncludeLinkedTxns. */
function paymentPull(method: keyof typeof METHODS): Pull {
  const { kind, label, message } = METHODS[method];
  return {
    kind,
    label,
    paging: "iterator",
    // What paid older bills stands in the bills themselves: begin where the lists are now, by QuickBooks' clock.
    firstStart: newestListTime,
    async request(tx, { connectionId }, step, requestId) {
      if (!step.fromModified || !(await hasLinks(tx, connectionId))) return null;
      const data = {
        MaxReturned: step.pageSize,
        ModifiedDateRangeFilter: { FromModifiedDate: step.fromModified },
        IncludeLineItems: true,
      };
      return request(message, requestId, data, page(step));
    },
    take: (tx, context, records) => take(tx, context, method, records),
  };
}

export const checksPull = paymentPull("check");
export const creditCardsPull = paymentPull("credit_card");

const CREDIT = "VendorCredit";

async function takeDeleted(tx: Tx, { connectionId, now }: PullContext, records: ReadRecord[]): Promise<void> {
  const idsOf = (isCredit: boolean) =>
    records.flatMap(({ record }) =>
      typeof record.TxnID === "string" && (record.TxnDelType === CREDIT) === isCredit ? [record.TxnID] : [],
    );
  const removals = idsOf(false).map((txnId) => ({ txnId, how: "delete" as const }));
  await markPaymentsRemoved(tx, connectionId, removals, now);
  await takeInDeletedCredits(tx, connectionId, idsOf(true));
}

/** Payments and vendor credits deleted in QuickBooks, of the 90 days that it remembers. */
export const deletedPaymentsPull: Pull = {
  kind: "pull.deleted-payments",
  label: "Deleted payments and credits",
  paging: "single",
  request: async (_tx, _context, step, requestId) =>
    request(txnDeletedQuery, requestId, {
      TxnDelType: ["BillPaymentCheck", "BillPaymentCreditCard", CREDIT],
      ...(step.fromModified ? { DeletedDateRangeFilter: { FromDeletedDate: step.fromModified } } : {}),
    }),
  take: takeDeleted,
};

/** Payments by TxnID in one request, and in one run; with more than that, each has its turn in a later one. */
const FETCH_SIZE = 100;
const FETCH_MOST = 500;

/**
 * Payments that QuickBooks has, by TxnID: the newest in every run, all of them when everything is compared. What does
 * not come is not in the company file any more.
 */
export const knownPaymentsPull: Pull = {
  kind: "pull.known-payments",
  label: "Payments known here",
  paging: "until-nothing-to-ask",
  async request(tx, { connectionId, runStartedAt }, step, requestId) {
    if (step.received >= FETCH_MOST) return null;
    const claimed = await claimPayments(tx, connectionId, runStartedAt, {
      limit: FETCH_SIZE,
      newest: NEWEST_ASKED,
    });
    if (!claimed) return null;
    const { message } = METHODS[claimed.method];
    return request(message, requestId, { TxnID: claimed.txnIds, IncludeLineItems: true });
  },
  async take(tx, context, records) {
    for (const method of ["check", "credit_card"] as const) {
      await take(
        tx,
        context,
        method,
        records.filter(({ name }) => name === METHODS[method].ret),
      );
    }
  },
  compareAll: markPaymentsForFetch,
  async ended(tx, { connectionId, runStartedAt, now }) {
    const missing = await findMissingPayments(tx, connectionId, runStartedAt);
    const removals = missing.map((txnId) => ({ txnId, how: "missing" as const }));
    return { missing: await markPaymentsRemoved(tx, connectionId, removals, now) };
  },
};
