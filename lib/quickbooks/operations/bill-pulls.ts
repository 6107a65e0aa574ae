import type { Tx } from "@/db/client";
import { claimOpenBills, hasLinks } from "@/lib/bills/link-store";
import { takeInBills, takeInDeletedBills } from "@/lib/bills/take-in-bills";
import { newestListTime } from "@/lib/ledger/list-store";
import { request } from "@/lib/quickbooks/qbxml/encode";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { txnDeletedQuery } from "@/lib/quickbooks/qbxml/messages/txn-deleted-query";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import { type BillRet, seenBill } from "./bill-snapshot";
import { PAGE_SIZE, type Pull, type PullContext, page } from "./pull";

const WITH_LINES = { IncludeLineItems: true, IncludeLinkedTxns: true } as const;

/** Bills by TxnID in one request: the answer stays small enough to come within seconds. */
const FETCH_SIZE = 100;

/** Open bills asked for in one run; with more than that, each has its turn in a later one. */
const FETCH_MOST = 500;

const takeBills = (tx: Tx, { connectionId, now }: PullContext, records: ReadRecord[]): Promise<number> =>
  takeInBills(
    tx,
    connectionId,
    records.flatMap(({ record }) => seenBill(record as BillRet) ?? []),
    now,
  );

/** Bills that changed in QuickBooks; of interest once there are bills of ours in the file. */
export const changedBillsPull: Pull = {
  kind: "pull.bills",
  label: "Bills changed in QuickBooks",
  paging: "iterator",
  // Bills from before the connection are of no interest: begin where the lists are now, by QuickBooks' clock.
  firstStart: newestListTime,
  async request(tx, { connectionId }, step, requestId) {
    if (!step.fromModified || !(await hasLinks(tx, connectionId))) return null;
    return request(
      billQuery,
      requestId,
      {
        MaxReturned: PAGE_SIZE,
        ModifiedDateRangeFilter: { FromModifiedDate: step.fromModified },
        ...WITH_LINES,
      },
      page(step),
    );
  },
  take: takeBills,
};

/**
 * Every open linked bill, by TxnID: whether paying a bill changes its modification time differs between
 * releases, so an unpaid bill is asked for itself in every run.
 */
export const openBillsPull: Pull = {
  kind: "pull.open-bills",
  label: "Open bills",
  paging: "until-nothing-to-ask",
  async request(tx, { connectionId, runStartedAt }, step, requestId) {
    if (step.received >= FETCH_MOST) return null;
    const txnIds = await claimOpenBills(tx, connectionId, runStartedAt, FETCH_SIZE);
    return txnIds.length === 0 ? null : request(billQuery, requestId, { TxnID: txnIds, ...WITH_LINES });
  },
  take: takeBills,
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
