import { amt, block, bool, date, float, guid, ref, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { purchaseLinesRet } from "@/lib/quickbooks/qbxml/messages/bill-ret";
import { currencyRef, includeRet, ownerId, txnIdentity } from "@/lib/quickbooks/qbxml/messages/shared-blocks";
import { txnFilters } from "@/lib/quickbooks/qbxml/messages/txn-filters";

/** Lines and linked transactions come only when asked for. */
export const vendorCreditQuery = defineMessage({
  name: "VendorCreditQuery",
  kind: "query",
  since: 1,
  attributes: ["metaData", "iterator"],
  request: sequence(
    txnFilters(),
    { IncludeLineItems: bool(), IncludeLinkedTxns: bool().since(2) },
    includeRet(),
    ownerId(),
  ),
  records: {
    VendorCreditRet: block(
      {
        ...txnIdentity(),
        VendorRef: ref(41),
        APAccountRef: ref(159).since(2),
        TxnDate: date(),
        CreditAmount: amt(),
        CurrencyRef: currencyRef(),
        ExchangeRate: float().since(8),
        CreditAmountInHomeCurrency: amt().since(8),
        RefNumber: str(20),
        Memo: str(4095),
        ExternalGUID: guid().since(9),
      },
      purchaseLinesRet(),
    ),
  },
});
