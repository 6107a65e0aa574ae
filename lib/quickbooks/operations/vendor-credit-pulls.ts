import type { Tx } from "@/db/client";
import {
  claimCredits,
  findMissingCredits,
  markCreditsForFetch,
  takeInCredits,
  takeInDeletedCredits,
} from "@/lib/payments/take-in-credits";
import { request } from "@/lib/quickbooks/qbxml/encode";
import { vendorCreditQuery } from "@/lib/quickbooks/qbxml/messages/vendor-credit-query";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import { seenCredit } from "./payment-snapshot";
import { NEWEST_ASKED, type Pull, type PullContext, page } from "./pull";

/** Credits by TxnID in one request, and in one run; with more than that, each has its turn in a later one. */
const FETCH_SIZE = 100;
const FETCH_MOST = 500;

const take = (tx: Tx, { connectionId }: PullContext, records: ReadRecord[]): Promise<void> =>
  takeInCredits(
    tx,
    connectionId,
    records.flatMap(({ record }) => seenCredit(record) ?? []),
  );

/** Vendor credits that changed. The first time all are read: an old one with something left can be set off. */
export const changedCreditsPull: Pull = {
  kind: "pull.credits",
  label: "Vendor credits",
  paging: "iterator",
  request: async (_tx, _context, step, requestId) =>
    request(
      vendorCreditQuery,
      requestId,
      {
        MaxReturned: step.pageSize,
        ...(step.fromModified ? { ModifiedDateRangeFilter: { FromModifiedDate: step.fromModified } } : {}),
        IncludeLinkedTxns: true,
      },
      page(step),
    ),
  take,
};

/**
 * Every credit with something left, by TxnID: setting one off need not change its own modification time. What does
 * not come is not in the company file any more.
 */
export const openCreditsPull: Pull = {
  kind: "pull.open-credits",
  label: "Open vendor credits",
  paging: "until-nothing-to-ask",
  async request(tx, { connectionId, runStartedAt }, step, requestId) {
    if (step.received >= FETCH_MOST) return null;
    const txnIds = await claimCredits(tx, connectionId, runStartedAt, {
      limit: FETCH_SIZE,
      newest: NEWEST_ASKED,
    });
    return txnIds.length === 0
      ? null
      : request(vendorCreditQuery, requestId, { TxnID: txnIds, IncludeLinkedTxns: true });
  },
  take,
  compareAll: markCreditsForFetch,
  async ended(tx, { connectionId, runStartedAt }) {
    const missing = await findMissingCredits(tx, connectionId, runStartedAt);
    return { missing: await takeInDeletedCredits(tx, connectionId, missing) };
  },
};
