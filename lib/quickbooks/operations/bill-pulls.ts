import { importBills, importsSince } from "@/lib/bills/import-bills";
import { claimBills, findMissing, hasLinks, markAllForFetch } from "@/lib/bills/link-store";
import { fetchNewestLinks } from "@/lib/bills/newest-links";
import { takeInBills, takeInDeletedBills, takeInMissingBills } from "@/lib/bills/take-in-bills";
import { newestListTime } from "@/lib/ledger/list-store";
import { request } from "@/lib/quickbooks/qbxml/encode";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { txnDeletedQuery } from "@/lib/quickbooks/qbxml/messages/txn-deleted-query";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import { type BillRet, seenBill } from "./bill-snapshot";
import { NEWEST_ASKED, type Pull, page } from "./pull";

const WITH_LINES = { IncludeLineItems: true, IncludeLinkedTxns: true } as const;

/** Bills by TxnID in one request: the answer stays small enough to come within seconds. */
const FETCH_SIZE = 100;

/** Open bills asked for in one run; with more than that, each has its turn in a later one. */
const FETCH_MOST = 500;

const seenIn = (records: ReadRecord[]) => records.flatMap(({ record }) => seenBill(record as BillRet) ?? []);

/**
 * Bills that changed in QuickBooks, of interest once there are bills of ours in the file; with the import
 * on, all bills dated from its day on, at first, and then whatever changes.
 */
export const changedBillsPull: Pull = {
  kind: "pull.bills",
  label: "Bills changed in QuickBooks",
  paging: "iterator",
  // Bills from before the connection are of no interest: begin where the lists are now, by QuickBooks' clock.
  firstStart: async (tx, connectionId) =>
    (await importsSince(tx, connectionId)) ? null : newestListTime(tx, connectionId),
  async request(tx, { connectionId }, step, requestId) {
    const since = await importsSince(tx, connectionId);
    if (!since && (!step.fromModified || !(await hasLinks(tx, connectionId)))) return null;
    const filter = step.fromModified
      ? { ModifiedDateRangeFilter: { FromModifiedDate: step.fromModified } }
      : { TxnDateRangeFilter: { FromTxnDate: since ?? "" } };
    return request(
      billQuery,
      requestId,
      { MaxReturned: step.pageSize, ...filter, ...WITH_LINES },
      page(step),
    );
  },
  async take(tx, { connectionId, now }, records) {
    const seen = seenIn(records);
    await takeInBills(tx, connectionId, seen, now);
    await importBills(tx, connectionId, seen, now);
  },
};

/**
 * Linked bills by TxnID: those that a payment, a credit or a merge may have touched, and every open one.
 * Whether paying a bill changes its modification time differs between releases, so an unpaid bill is
 * asked for itself in every run. What does not come is not in the company file any more.
 */
export const openBillsPull: Pull = {
  kind: "pull.open-bills",
  label: "Open bills",
  paging: "until-nothing-to-ask",
  async request(tx, { connectionId, runStartedAt }, step, requestId) {
    if (step.received === 0) await fetchNewestLinks(tx, connectionId, runStartedAt, NEWEST_ASKED);
    const openLeft = Math.max(0, FETCH_MOST - step.received);
    const txnIds = await claimBills(tx, connectionId, runStartedAt, { limit: FETCH_SIZE, openLeft });
    return txnIds.length === 0 ? null : request(billQuery, requestId, { TxnID: txnIds, ...WITH_LINES });
  },
  take: (tx, { connectionId, now }, records) => takeInBills(tx, connectionId, seenIn(records), now),
  compareAll: markAllForFetch,
  async ended(tx, { connectionId, runStartedAt, now }) {
    const missing = await findMissing(tx, connectionId, runStartedAt);
    return { missing: await takeInMissingBills(tx, connectionId, missing, now) };
  },
};

/** Bills deleted in QuickBooks, of the 90 days that it remembers. */
export const deletedBillsPull: Pull = {
  kind: "pull.deleted-bills",
  label: "Deleted bills",
  paging: "single",
  async request(tx, { connectionId }, step, requestId) {
    if (!(await hasLinks(tx, connectionId))) return null;
    return request(txnDeletedQuery, requestId, {
      TxnDelType: ["Bill"],
      ...(step.fromModified ? { DeletedDateRangeFilter: { FromDeletedDate: step.fromModified } } : {}),
    });
  },
  take: (tx, { connectionId, now }, records) =>
    takeInDeletedBills(
      tx,
      connectionId,
      records.flatMap(({ record }) => (typeof record.TxnID === "string" ? [record.TxnID] : [])),
      now,
    ),
};
