import { addAmounts, subtractAmounts } from "@/lib/core/money";
import type { SeenCredit } from "@/lib/payments/take-in-credits";
import type { SeenPayment } from "@/lib/payments/take-in-payments";
import type { RecordOf } from "@/lib/quickbooks/qbxml/message";
import type { billPaymentCheckQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-query";
import type { billPaymentCreditCardQuery } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-query";
import type { vendorCreditQuery } from "@/lib/quickbooks/qbxml/messages/vendor-credit-query";
import { dayOf } from "@/lib/quickbooks/qbxml/values";
import { uuidOf } from "./external-guid";
import { fromQuickBooksText } from "./texts";

export type CheckRet = RecordOf<typeof billPaymentCheckQuery, "BillPaymentCheckRet">;
export type CreditCardRet = RecordOf<typeof billPaymentCreditCardQuery, "BillPaymentCreditCardRet">;
export type PaymentRet = CheckRet & CreditCardRet;
type VendorCreditRet = RecordOf<typeof vendorCreditQuery, "VendorCreditRet">;

const isZero = (amount: string | undefined) => /^-?0*(\.0+)?$/.test(amount ?? "");

/** A voided payment stays in QuickBooks with no amount and "VOID:" before its memo. */
const isVoided = (ret: PaymentRet): boolean => (ret.Memo ?? "").startsWith("VOID:") && isZero(ret.Amount);

/**
 * What a BillPaymentCheckRet or a BillPaymentCreditCardRet tells; undefined when it lacks its identity. One
 * without a date, which a damaged file may hold, stands on the day it was entered: its bill is paid all the same.
 */
export function seenPayment(ret: PaymentRet, method: SeenPayment["method"]): SeenPayment | undefined {
  const date = ret.TxnDate ?? dayOf(ret.TimeCreated);
  if (!ret.TxnID || !date) return undefined;
  return {
    txnId: ret.TxnID,
    editSequence: ret.EditSequence ?? "",
    timeModified: ret.TimeModified ?? "",
    method,
    vendorListId: ret.PayeeEntityRef?.ListID ?? null,
    apAccountListId: ret.APAccountRef?.ListID ?? null,
    accountListId: (ret.BankAccountRef ?? ret.CreditCardAccountRef)?.ListID ?? null,
    date,
    refNumber: ret.RefNumber ?? "",
    isToBePrinted: ret.IsToBePrinted ?? false,
    memo: fromQuickBooksText(ret.Memo) ?? "",
    amount: ret.Amount ?? "0.00",
    exchangeRate: ret.ExchangeRate ?? null,
    externalGuid: uuidOf(ret.ExternalGUID),
    isVoided: isVoided(ret),
    applied: (ret.AppliedToTxnRet ?? []).flatMap((applied) =>
      applied.TxnID && (applied.TxnType ?? "Bill") === "Bill"
        ? [
            {
              billTxnId: applied.TxnID,
              amount: applied.Amount ?? "0.00",
              discountAmount: applied.DiscountAmount ?? "0.00",
              discountAccountListId: applied.DiscountAccountRef?.ListID ?? null,
            },
          ]
        : [],
    ),
  };
}

/** What a VendorCreditRet tells. Where QuickBooks leaves out what is open, it is what no bill has used. */
export function seenCredit(ret: VendorCreditRet): SeenCredit | undefined {
  if (!ret.TxnID) return undefined;
  const bills = (ret.LinkedTxn ?? []).filter((txn) => txn.TxnType === "Bill");
  const amount = ret.CreditAmount ?? "0.00";
  const used = addAmounts(bills.map((txn) => (txn.Amount ?? "0.00").replace(/^-/, "")));
  return {
    txnId: ret.TxnID,
    editSequence: ret.EditSequence ?? "",
    timeModified: ret.TimeModified ?? "",
    vendorListId: ret.VendorRef?.ListID ?? null,
    apAccountListId: ret.APAccountRef?.ListID ?? null,
    date: ret.TxnDate ?? null,
    refNumber: ret.RefNumber ?? "",
    memo: fromQuickBooksText(ret.Memo) ?? "",
    amount,
    openAmount: ret.OpenAmount ?? subtractAmounts(amount, used),
    billTxnIds: bills.flatMap((txn) => txn.TxnID ?? []),
  };
}
