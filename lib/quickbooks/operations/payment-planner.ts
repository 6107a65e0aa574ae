import type { Tx } from "@/db/client";
import { isZero } from "@/lib/core/money";
import { getPaymentsToSend, type PaymentToSend } from "@/lib/payments/payments-to-send";
import type { Job } from "@/lib/queue/job-moves";
import { supportsField } from "@/lib/quickbooks/qbxml/check";
import { type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { billPaymentCheckAdd } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-add";
import { billPaymentCreditCardAdd } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-add";
import { heldBack } from "./payment-held";
import { guidOf } from "./plan-bills";
import { sendOrBlock } from "./send-or-block";
import { quickBooksText } from "./texts";
import type { Plan, Planner } from "./write-operation";

/** What is kept of a payment that was sent, until it is settled. */
export interface PaymentPayload {
  paymentId: string;
  method: "check" | "credit_card";
  vendorListId: string;
  accountListId: string;
  date: string;
  /** As QuickBooks stores it: it is looked for by that. */
  refNumber: string;
  /** What leaves the account; "0.00" for a payment of credits alone. */
  amount: string;
  externalGuid: string;
  bills: {
    txnId: string;
    invoiceNumber: string;
    amount: string;
    discountAmount: string;
    openBefore: string | null;
    credits: { txnId: string; amount: string; appliedBefore: string }[];
  }[];
}

const some = (amount: string) => (isZero(amount) ? undefined : amount);
const list = (listId: string | null) => (listId ? { ListID: listId } : undefined);

function addRequest(payment: PaymentToSend, job: Job, version: string): Request {
  const isCheck = payment.method === "check";
  const common = {
    PayeeEntityRef: { ListID: payment.vendorListId ?? "" },
    APAccountRef: list(payment.apAccountListId),
    TxnDate: payment.date,
    Memo: quickBooksText(payment.memo),
    ExchangeRate: payment.exchangeRate ?? undefined,
    ...(supportsField(isCheck ? billPaymentCheckAdd : billPaymentCreditCardAdd, "ExternalGUID", version)
      ? { ExternalGUID: guidOf(payment.externalGuid) }
      : {}),
    AppliedToTxnAdd: payment.applications.map((bill) => ({
      TxnID: bill.txnId ?? "",
      PaymentAmount: some(bill.amount),
      SetCredit: bill.credits.map((credit) => ({ CreditTxnID: credit.txnId, AppliedAmount: credit.amount })),
      DiscountAmount: some(bill.discountAmount),
      ...(some(bill.discountAmount) ? { DiscountAccountRef: list(bill.discountAccountListId) } : {}),
    })),
  };
  const account = { ListID: payment.accountListId ?? "" };
  if (!isCheck) {
    return request(billPaymentCreditCardAdd, job.id, {
      ...common,
      CreditCardAccountRef: account,
      RefNumber: quickBooksText(payment.refNumber),
    });
  }
  // A number, or whether to print it: QuickBooks takes exactly one of them.
  const refNumber = quickBooksText(payment.refNumber);
  const number = refNumber ? { RefNumber: refNumber } : { IsToBePrinted: payment.isToBePrinted };
  return request(billPaymentCheckAdd, job.id, { ...common, BankAccountRef: account, ...number });
}

function planPayment(job: Job, payment: PaymentToSend | undefined, version: string): Plan {
  if (payment?.state !== "waiting" || payment.applications.length === 0) return { do: "drop", job };
  const held = heldBack(payment);
  if (held) return { do: "block", job, ...held };
  const payload: PaymentPayload = {
    paymentId: payment.paymentId,
    method: payment.method,
    vendorListId: payment.vendorListId ?? "",
    accountListId: payment.accountListId ?? "",
    date: payment.date,
    refNumber: quickBooksText(payment.refNumber) ?? "",
    amount: payment.amount,
    externalGuid: payment.externalGuid,
    bills: payment.applications.map((bill) => ({
      txnId: bill.txnId ?? "",
      invoiceNumber: bill.invoiceNumber,
      amount: bill.amount,
      discountAmount: bill.discountAmount,
      openBefore: bill.openAmount,
      credits: bill.credits.map(({ txnId, amount, appliedBefore }) => ({ txnId, amount, appliedBefore })),
    })),
  };
  const operation = payment.method === "check" ? "payment.check" : "payment.credit-card";
  const built = addRequest(payment, job, version);
  return sendOrBlock({ job, version }, operation, built, payload);
}

/**
 * BillPaymentCheckAdd or BillPaymentCreditCardAdd, built at the moment of sending. Of two payments of one
 * bill, or out of one credit, the second goes in a later message: should an answer be lost, what is found
 * in QuickBooks is then one's and not the other's.
 */
export const paymentPlanner: Planner = {
  kind: "payment",
  async plan(tx: Tx, context, jobs) {
    const payments = await getPaymentsToSend(
      tx,
      jobs.map((job) => job.subjectId),
    );
    const inMessage = new Set<string>();
    return jobs.flatMap((job): Plan[] => {
      const payment = payments.get(job.subjectId);
      const plan = planPayment(job, payment, context.version);
      if (plan.do !== "send" || !payment) return [plan];
      const touched = payment.applications.flatMap((bill) => [
        bill.billId,
        ...bill.credits.map((credit) => credit.txnId),
      ]);
      if (touched.some((id) => inMessage.has(id))) return [];
      for (const id of touched) inMessage.add(id);
      return [plan];
    });
  },
};
