import { date, float, guid, ref, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { appliedToTxnAdd } from "@/lib/quickbooks/qbxml/messages/applied-to-txn";
import { billPaymentCreditCardRet } from "@/lib/quickbooks/qbxml/messages/bill-payment-credit-card-query";

/** A payment made of credits alone leaves no transaction and brings no record. It cannot be changed later. */
export const billPaymentCreditCardAdd = defineMessage({
  name: "BillPaymentCreditCardAdd",
  kind: "add",
  since: 2,
  attributes: [],
  request: sequence({
    PayeeEntityRef: ref(209).required(),
    APAccountRef: ref(159),
    TxnDate: date(),
    CreditCardAccountRef: ref(159).required(),
    RefNumber: str(11),
    Memo: str(4095).since(3),
    ExchangeRate: float().since(8),
    ExternalGUID: guid().since(9),
    AppliedToTxnAdd: appliedToTxnAdd().repeatAtLeastOnce(),
  }),
  records: { BillPaymentCreditCardRet: billPaymentCreditCardRet },
});
