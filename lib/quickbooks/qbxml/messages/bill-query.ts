import { bool, sequence } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { billRet } from "@/lib/quickbooks/qbxml/messages/bill-ret";
import { includeRet, ownerId } from "@/lib/quickbooks/qbxml/messages/shared-blocks";
import { payableTxnFilters } from "@/lib/quickbooks/qbxml/messages/txn-filters";

/** Lines and linked transactions come only when asked for. RefNumber is compared without regard to case. */
export const billQuery = defineMessage({
  name: "BillQuery",
  kind: "query",
  since: 1,
  attributes: ["metaData", "iterator"],
  request: sequence(
    payableTxnFilters(),
    { IncludeLineItems: bool(), IncludeLinkedTxns: bool().since(2) },
    includeRet(),
    ownerId(),
  ),
  records: { BillRet: billRet },
});
