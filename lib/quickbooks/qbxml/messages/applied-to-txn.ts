import { amt, block, bool, date, id, ref, str } from "@/lib/quickbooks/qbxml/fields";
import { linkedTxn, txnType } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** A bill that a payment pays, in part or whole. */
export const appliedToTxnRet = () =>
  block({
    TxnID: id(),
    TxnType: txnType(),
    TxnDate: date(),
    RefNumber: str(20),
    BalanceRemaining: amt(),
    Amount: amt(),
    DiscountAmount: amt(),
    DiscountAccountRef: ref(159),
    DiscountClassRef: ref(159).since(11),
    LinkedTxn: linkedTxn().since(10),
  }).repeat();

/** A bill to pay. Needs at least one of a payment, a credit and a discount. */
export const appliedToTxnAdd = () =>
  block({
    TxnID: id().required(),
    PaymentAmount: amt(),
    SetCredit: block({
      CreditTxnID: id().required(),
      AppliedAmount: amt().required(),
      Override: bool().since(10),
    }).repeat(),
    DiscountAmount: amt(),
    DiscountAccountRef: ref(159),
    DiscountClassRef: ref(159).since(11),
  });
