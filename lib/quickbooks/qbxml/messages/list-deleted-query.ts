import { block, datetime, id, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { deletedDateRangeFilter, listDelType } from "@/lib/quickbooks/qbxml/messages/deleted-types";
import { includeRet } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** Deletions of the last 90 days; QuickBooks remembers no more. */
export const listDeletedQuery = defineMessage({
  name: "ListDeletedQuery",
  kind: "query",
  since: 2,
  attributes: ["metaData"],
  request: sequence(
    { ListDelType: listDelType().repeatAtLeastOnce(), DeletedDateRangeFilter: deletedDateRangeFilter() },
    includeRet(),
  ),
  records: {
    ListDeletedRet: block({
      ListDelType: listDelType(),
      ListID: id(),
      TimeCreated: datetime(),
      TimeDeleted: datetime(),
      FullName: str(),
    }),
  },
});
