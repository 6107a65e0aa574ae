import type { Tx } from "@/db/client";
import { markForFetch } from "@/lib/bills/link-store";
import { addAmounts, compareAmounts, isZero, sameAmount, subtractAmounts } from "@/lib/core/money";
import { billName } from "@/lib/payments/bill-name";
import { linkPayments, type RecordedPayment, takenPaymentTxns } from "@/lib/payments/link-payments";
import { type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { billPaymentCheckQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-query";
import { billPaymentCreditCardQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-query";
import { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import type { BillRet } from "./bill-snapshot";
import type { PaymentPayload } from "./payment-planner";
import { type PaymentRet, seenPayment } from "./payment-snapshot";
import { type Answer, type Finding, lookUpId, type RunContext, type WriteOperation } from "./write-operation";

/** What QuickBooks says when a bill is paid already, is another vendor's, or has less open than is paid. */
const OF_THE_BILL: ReadonlySet<string> = new Set(["3120", "3140", "3210"]);

async function absorb(
  tx: Tx,
  { connectionId, now }: RunContext,
  answers: Answer<PaymentPayload>[],
): Promise<void> {
  const rows = answers.map(({ job, payload, record, identity, found }): RecordedPayment => {
    const ret = record as PaymentRet | undefined;
    return {
      ...{ paymentId: payload.paymentId, orgId: job.orgId, found },
      txnId: ret?.TxnID ?? identity?.txnId ?? null,
      editSequence: ret?.EditSequence ?? identity?.editSequence ?? null,
      timeModified: ret?.TimeModified ?? null,
      refNumber: ret?.RefNumber ?? null,
    };
  });
  await linkPayments(tx, connectionId, rows, now);
}

/** The payment by its number (by vendor and date where it has none), and the bills with what stands on them. */
function lookUp(jobId: string, payload: PaymentPayload): Request[] {
  const filter =
    payload.refNumber !== ""
      ? { RefNumber: [payload.refNumber] }
      : {
          TxnDateRangeFilter: { FromTxnDate: payload.date, ToTxnDate: payload.date },
          EntityFilter: { ListID: [payload.vendorListId] },
        };
  const data = { ...filter, IncludeLineItems: true };
  return [
    payload.method === "check"
      ? request(billPaymentCheckQuery, jobId, data)
      : request(billPaymentCreditCardQuery, jobId, data),
    request(billQuery, lookUpId(jobId, 2), {
      TxnID: payload.bills.map((bill) => bill.txnId),
      IncludeLinkedTxns: true,
    }),
  ];
}

/** Without our mark: the same vendor, account, day and amount, and the very bills that it was to pay. */
function isAlike(payload: PaymentPayload, ret: PaymentRet): boolean {
  const seen = seenPayment(ret, payload.method);
  if (!seen || seen.externalGuid !== null || seen.isVoided) return false;
  const paid = payload.bills.filter((bill) => !isZero(addAmounts([bill.amount, bill.discountAmount])));
  return (
    seen.vendorListId === payload.vendorListId &&
    seen.accountListId === payload.accountListId &&
    seen.date === payload.date &&
    sameAmount(seen.amount, payload.amount) &&
    seen.applied.length === paid.length &&
    paid.every((bill) => seen.applied.some((applied) => applied.billTxnId === bill.txnId))
  );
}

async function findPayment(
  tx: Tx,
  connectionId: string,
  payload: PaymentPayload,
  found: PaymentRet[],
): Promise<PaymentRet | undefined> {
  const own = found.find((ret) => seenPayment(ret, payload.method)?.externalGuid === payload.externalGuid);
  if (own) return own;
  const alike = found.filter((ret) => isAlike(payload, ret));
  const taken = await takenPaymentTxns(
    tx,
    connectionId,
    alike.flatMap((ret) => ret.TxnID ?? []),
  );
  return alike.find((ret) => ret.TxnID && !taken.has(ret.TxnID));
}

const sizeOf = (amount: string | undefined) => (amount ?? "0.00").replace(/^-/, "");

/**
 * A payment without money leaves no transaction: it shows in the bills alone. It was done when every credit
 * stands on its bill with as much more as was to be set off; a discount alone, when less is open.
 */
function showsInBills(payload: PaymentPayload, bills: BillRet[]): boolean {
  return payload.bills.every((sent) => {
    const bill = bills.find((ret) => ret.TxnID === sent.txnId);
    if (!bill) return false;
    const isSetOff = sent.credits.every((credit) => {
      const links = (bill.LinkedTxn ?? []).filter((txn) => txn.TxnID === credit.txnId);
      const stands = addAmounts(links.map((txn) => sizeOf(txn.Amount)));
      return compareAmounts(stands, addAmounts([credit.appliedBefore, credit.amount])) >= 0;
    });
    if (sent.credits.length > 0) return isSetOff;
    const left = sent.openBefore && subtractAmounts(sent.openBefore, sent.discountAmount);
    return bill.OpenAmount !== undefined && left !== null && compareAmounts(bill.OpenAmount, left) <= 0;
  });
}

/** What of the bills explains a refusal, in words; empty where nothing does. */
function whyRefused(payload: PaymentPayload, bills: BillRet[]): string[] {
  return payload.bills.flatMap((sent) => {
    const name = billName(sent.invoiceNumber);
    const bill = bills.find((ret) => ret.TxnID === sent.txnId);
    if (!bill) return [`${name} is not in QuickBooks any more.`];
    if (bill.IsPaid) return [`${name} is already paid in QuickBooks.`];
    const meant = addAmounts([sent.amount, sent.discountAmount, ...sent.credits.map(({ amount }) => amount)]);
    const open = bill.OpenAmount;
    return open !== undefined && compareAmounts(meant, open) > 0
      ? [`${name} has only ${open} open in QuickBooks; ${meant} was to be paid.`]
      : [];
  });
}

const split = (records: ReadRecord[]) => {
  const isBill = (name: string) => name === "BillRet";
  return {
    payments: records.filter(({ name }) => !isBill(name)).map(({ record }) => record as PaymentRet),
    bills: records.filter(({ name }) => isBill(name)).map(({ record }) => record as BillRet),
  };
};

const paymentAdd = (name: string): WriteOperation<PaymentPayload> => ({
  name,
  absorb,
  isWorthALook: (code) => OF_THE_BILL.has(code),
  answersBare: (payload) => isZero(payload.amount),
  lookUp,
  async judge(tx, { connectionId }, { payload, records, refusal }): Promise<Finding> {
    const { payments, bills } = split(records);
    const own = await findPayment(tx, connectionId, payload, payments);
    if (own) return { outcome: "done", record: own };
    if (isZero(payload.amount) && showsInBills(payload, bills)) {
      return { outcome: "done", record: undefined };
    }
    if (!refusal) return { outcome: "absent" };
    // What was paid there meanwhile shows in the bills: they are fetched in this run.
    await markForFetch(
      tx,
      connectionId,
      payload.bills.map((bill) => bill.txnId),
    );
    const words = [refusal.message, ...whyRefused(payload, bills)].join(" ");
    return { outcome: "refused", code: refusal.code, message: words };
  },
});

/**
 * A payment by check or by credit card. In doubt it is looked for by its number (by vendor and date where it
 * has none) and known by our mark, or by vendor, account, date, amount and bills where QuickBooks gave no
 * mark back. One of credits alone shows in the bills that it settles.
 */
export const paymentOperations = [paymentAdd("payment.check"), paymentAdd("payment.credit-card")] as const;
