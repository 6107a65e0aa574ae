import { block, datetime, id, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { deletedDateRangeFilter, txnDelType } from "@/lib/quickbooks/qbxml/messages/deleted-types";
import { includeRet } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** Deletions of the last 90 days. A voided transaction is not among them: it stays, with zero amounts. */
export const txnDeletedQuery = defineMessage({
  name: "TxnDeletedQuery",
  kind: "query",
  since: 2,
  attributes: ["metaData"],
  request: sequence(
    { TxnDelType: txnDelType().repeatAtLeastOnce(), DeletedDateRangeFilter: deletedDateRangeFilter() },
    includeRet(),
  ),
  records: {
    TxnDeletedRet: block({
      TxnDelType: txnDelType(),
      TxnID: id(),
      TimeCreated: datetime(),
      TimeDeleted: datetime(),
      RefNumber: str(),
    }),
  },
});
