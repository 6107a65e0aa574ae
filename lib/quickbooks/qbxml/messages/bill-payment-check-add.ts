import { bool, date, exactlyOne, float, guid, ref, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { appliedToTxnAdd } from "@/lib/quickbooks/qbxml/messages/applied-to-txn";
import { billPaymentCheckRet } from "@/lib/quickbooks/qbxml/messages/bill-payment-check-query";

/**
 * There is no amount: the check is the sum of what it pays. All bills are one vendor's and on one accounts
 * payable account. A payment made of credits alone leaves no transaction and brings no record.
 */
export const billPaymentCheckAdd = defineMessage({
  name: "BillPaymentCheckAdd",
  kind: "add",
  since: 2,
  attributes: [],
  request: sequence(
    {
      PayeeEntityRef: ref(209).required(),
      APAccountRef: ref(159),
      TxnDate: date(),
      BankAccountRef: ref(159).required(),
    },
    exactlyOne({ IsToBePrinted: bool().required() }, { RefNumber: str(11).required() }),
    {
      Memo: str(4095).since(3),
      ExchangeRate: float().since(8),
      ExternalGUID: guid().since(9),
      AppliedToTxnAdd: appliedToTxnAdd().repeatAtLeastOnce(),
    },
  ),
  records: { BillPaymentCheckRet: billPaymentCheckRet },
});
