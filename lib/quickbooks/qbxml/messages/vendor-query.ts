import { atMostOne, sequence } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import {
  byListIdOrName,
  classFilter,
  currencyFilter,
  includeRet,
  listFilters,
  ownerId,
  totalBalanceFilter,
} from "@/lib/quickbooks/qbxml/messages/shared-blocks";
import { vendorRet } from "@/lib/quickbooks/qbxml/messages/vendor-ret";

export const vendorQuery = defineMessage({
  name: "VendorQuery",
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
  records: { VendorRet: vendorRet },
});
