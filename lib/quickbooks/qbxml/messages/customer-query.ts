import { atMostOne, sequence } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { customerRet } from "@/lib/quickbooks/qbxml/messages/customer-ret";
import {
  byListIdOrName,
  classFilter,
  currencyFilter,
  includeRet,
  listFilters,
  ownerId,
  totalBalanceFilter,
} from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** Customers and their jobs. */
export const customerQuery = defineMessage({
  name: "CustomerQuery",
  kind: "query",
  since: 1,
  attributes: ["metaData", "iterator"],
  request: sequence(
    atMostOne(
      ...byListIdOrName(),
      sequence(listFilters(), {
        TotalBalanceFilter: totalBalanceFilter(),
        CurrencyFilter: currencyFilter().since(8),
        ClassFilter: classFilter().since(12),
      }),
    ),
    includeRet(),
    ownerId(),
  ),
  records: { CustomerRet: customerRet },
});
