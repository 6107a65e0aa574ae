import { block, datetime, enumOf, id, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { errorRecovery } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

const txnVoidType = () =>
  enumOf(
    "ARRefundCreditCard",
    "Bill",
    "BillPaymentCheck",
    "BillPaymentCreditCard",
    "Charge",
    "Check",
    "CreditCardCharge",
    "CreditCardCredit",
    "CreditMemo",
    "Deposit",
    "InventoryAdjustment",
    "Invoice",
    "ItemReceipt",
    "JournalEntry",
    "SalesReceipt",
    "VendorCredit",
  );

/** Voids whatever version of the transaction is there: no EditSequence guards it. */
export const txnVoid = defineMessage({
  name: "TxnVoid",
  kind: "act",
  since: 1.1,
  attributes: [],
  request: sequence({ TxnVoidType: txnVoidType().required(), TxnID: id().required() }),
  records: {
    TxnVoidRs: block({
      TxnVoidType: txnVoidType(),
      TxnID: id(),
      TimeCreated: datetime(),
      TimeModified: datetime(),
      RefNumber: str(),
      ErrorRecovery: errorRecovery.since(11),
    }),
  },
});
