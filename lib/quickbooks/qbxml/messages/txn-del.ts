import { block, datetime, id, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { txnDelType } from "@/lib/quickbooks/qbxml/messages/deleted-types";
import { errorRecovery } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** Deletes whatever version of the transaction is there: no EditSequence guards it. */
export const txnDel = defineMessage({
  name: "TxnDel",
  kind: "act",
  since: 1.1,
  attributes: [],
  request: sequence({ TxnDelType: txnDelType().required(), TxnID: id().required() }),
  records: {
    TxnDelRs: block({
      TxnDelType: txnDelType(),
      TxnID: id(),
      TimeDeleted: datetime(),
      RefNumber: str(),
      ErrorRecovery: errorRecovery.since(11),
    }),
  },
});
