import type { Tx } from "@/db/client";
import { type NewEvent, QUICKBOOKS, record } from "@/lib/audit/record";
import { asIntended, isAsIntended } from "@/lib/bills/intended-bill";
import {
  markForFetch,
  type SeenBill,
  saveBareLinks,
  saveLineIds,
  saveLinks,
  updateLinks,
} from "@/lib/bills/link-store";
import { diffQuickBooksBills } from "@/lib/bills/quickbooks-diff";
import { takeInBills } from "@/lib/bills/take-in-bills";
import { request } from "@/lib/quickbooks/qbxml/encode";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { conflictOf } from "./bill-conflict";
import { type BillRet, seenBill } from "./bill-snapshot";
import { uuidOf } from "./external-guid";
import { linkedElsewhere } from "./linked-elsewhere";
import type { BillPayload } from "./plan-bills";
import type { Answer, Finding, Identity, RunContext, WriteOperation } from "./write-operation";

const WITH_LINES = { IncludeLineItems: true, IncludeLinkedTxns: true } as const;

interface Linked {
  answer: Answer<BillPayload>;
  seen: SeenBill;
}

/** Our lines and QuickBooks', matched by kind and order: it answers in the order it was asked. */
function lineIdsOf({ answer: { payload }, seen }: Linked): { lineId: string; txnLineId: string }[] {
  const pair = (ids: string[], isExpense: boolean) => {
    const lines = seen.current.lines.filter((line) => (line.kind === "expense") === isExpense);
    return ids.flatMap((lineId, index) => {
      const txnLineId = lines[index]?.txnLineId;
      return txnLineId ? [{ lineId, txnLineId }] : [];
    });
  };
  return [...pair(payload.expenseLineIds, true), ...pair(payload.itemLineIds, false)];
}

async function absorb(
  tx: Tx,
  { connectionId, now }: RunContext,
  answers: Answer<BillPayload>[],
  eventOf: (txnId: string, answer: Answer<BillPayload>) => Pick<NewEvent, "name" | "data">,
): Promise<void> {
  const linked: Linked[] = [];
  const bare: { billId: string; txnId: string }[] = [];
  const events: NewEvent[] = [];
  for (const answer of answers) {
    const seen = answer.record ? seenBill(answer.record as BillRet) : undefined;
    const txnId = seen?.txnId ?? answer.payload.savedTxnId;
    if (!txnId) continue;
    if (seen) linked.push({ answer, seen });
    else bare.push({ billId: answer.payload.billId, txnId });
    events.push({
      orgId: answer.job.orgId,
      subject: answer.payload.billId,
      ...QUICKBOOKS,
      ...eventOf(txnId, answer),
      at: now,
    });
  }
  await saveLinks(
    tx,
    connectionId,
    linked.map(({ answer: { payload }, seen }) => ({
      ...{ ...seen, billId: payload.billId },
      // What QuickBooks accepted and yet has otherwise is a difference that people see.
      written: asIntended(payload.intended, seen.current),
    })),
  );
  await saveBareLinks(tx, connectionId, bare);
  await saveLineIds(tx, linked.flatMap(lineIdsOf));
  await record(tx, events);
  // A bill that QuickBooks already calls paid goes straight to the Archive.
  const settled = linked.map(({ seen }) => seen).filter((seen) => seen.isPaid || seen.isVoided);
  await takeInBills(tx, connectionId, settled, now);
}

const byTxnId = (jobId: string, txnId: string) =>
  request(billQuery, jobId, { TxnID: [txnId], ...WITH_LINES });

const withIdentity = (payload: BillPayload, { txnId }: Identity): BillPayload => ({
  ...payload,
  savedTxnId: txnId,
});

const isOurs = (payload: BillPayload, ret: BillRet): boolean =>
  uuidOf(ret.ExternalGUID) === payload.externalGuid;

const isAlike = (payload: BillPayload, ret: BillRet): boolean =>
  uuidOf(ret.ExternalGUID) === null &&
  ret.VendorRef?.ListID === payload.vendorListId &&
  (ret.RefNumber ?? "").toLowerCase() === payload.invoiceNumber.toLowerCase() &&
  ret.TxnDate === payload.billDate &&
  ret.AmountDue === payload.amount;

/**
 * A new bill. Told by its identity alone it is fetched by that; gone by then, it was deleted there, which the
 * pull of deletions tells. In doubt it is looked for by its number (by vendor and date where it has none), and
 * known by our mark, or by vendor, number, date and amount where QuickBooks gave no mark back.
 */
export const billAddOperation: WriteOperation<BillPayload> = {
  name: "bill.add",
  absorb: (tx, context, answers) =>
    absorb(tx, context, answers, (txnId, { found, payload }) => ({
      name: "bill.linked",
      data: { txnId, found: found && !payload.savedTxnId },
    })),
  isWorthALook: () => false,
  withIdentity,
  lookUp(jobId, payload) {
    if (payload.savedTxnId) return [byTxnId(jobId, payload.savedTxnId)];
    if (payload.invoiceNumber !== "") {
      return [request(billQuery, jobId, { RefNumber: [payload.invoiceNumber], ...WITH_LINES })];
    }
    return [
      request(billQuery, jobId, {
        TxnDateRangeFilter: { FromTxnDate: payload.billDate, ToTxnDate: payload.billDate },
        EntityFilter: { ListID: [payload.vendorListId] },
        ...WITH_LINES,
      }),
    ];
  },
  async judge(tx, { connectionId }, { payload, records }): Promise<Finding> {
    const bills = records.map(({ record }) => record as BillRet);
    if (payload.savedTxnId) return { outcome: "done", record: bills[0] };
    const own = bills.find((ret) => isOurs(payload, ret));
    if (own) return { outcome: "done", record: own };
    const alike = bills.filter((ret) => isAlike(payload, ret));
    const taken = await linkedElsewhere(
      tx,
      connectionId,
      alike.flatMap((ret) => ret.TxnID ?? []),
    );
    const free = alike.find((ret) => ret.TxnID && !taken.has(ret.TxnID));
    return free ? { outcome: "done", record: free } : { outcome: "absent" };
  },
};

const STALE = "3200";
const GONE = "3120";

/**
 * A change of a linked bill. In doubt, or when its EditSequence is out of date, QuickBooks is asked for
 * the bill: as we meant it is done; as we last wrote it (a payment was applied) it goes again with the
 * new EditSequence, without an attempt; voided it does not go; changed otherwise it waits for a person to look.
 */
export const billModOperation: WriteOperation<BillPayload> = {
  name: "bill.mod",
  absorb: (tx, context, answers) =>
    absorb(tx, context, answers, (txnId) => ({ name: "bill.updated", data: { txnId } })),
  isWorthALook: (code) => code === STALE || code === GONE,
  withIdentity,
  lookUp: (jobId, payload) => [byTxnId(jobId, payload.base?.txnId ?? "")],
  async judge(tx, { connectionId }, { payload, records, refusal }): Promise<Finding> {
    const ret = records[0]?.record as BillRet | undefined;
    if (payload.savedTxnId) return { outcome: "done", record: ret };
    const seen = ret && seenBill(ret);
    if (!seen) {
      const message =
        refusal?.message ?? "QuickBooks does not have this bill any more: it was deleted there.";
      return { outcome: "refused", code: refusal?.code ?? GONE, message };
    }
    if (!seen.isVoided && isAsIntended(payload.intended, seen.current)) {
      return { outcome: "done", record: ret };
    }
    const changes = payload.base?.known ? diffQuickBooksBills(payload.base.known, seen.current) : [];
    await updateLinks(tx, connectionId, [{ ...seen, isChanged: changes.length > 0 && !seen.isVoided }]);
    await markForFetch(tx, connectionId, [seen.txnId]);
    if (seen.isVoided) return { outcome: "absent" };
    if (seen.editSequence === payload.base?.editSequence) {
      return refusal ? { outcome: "refused", ...refusal } : { outcome: "absent" };
    }
    if (changes.length === 0) return { outcome: "absent" };
    return { outcome: "conflict", conflict: conflictOf(changes) };
  },
};
