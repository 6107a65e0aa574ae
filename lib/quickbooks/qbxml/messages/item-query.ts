import { atMostOne, sequence } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import {
  itemDiscountRet,
  itemFixedAssetRet,
  itemGroupRet,
  itemInventoryAssemblyRet,
  itemInventoryRet,
  itemNonInventoryRet,
  itemOtherChargeRet,
  itemPaymentRet,
  itemSalesTaxGroupRet,
  itemSalesTaxRet,
  itemServiceRet,
  itemSubtotalRet,
} from "@/lib/quickbooks/qbxml/messages/item-rets";
import {
  byListIdOrName,
  includeRet,
  listFilters,
  ownerId,
} from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** All kinds of items in one reply; the record's name tells the kind. */
export const itemQuery = defineMessage({
  name: "ItemQuery",
  kind: "query",
  since: 1,
  attributes: ["metaData", "iterator"],
  request: sequence(atMostOne(...byListIdOrName(), listFilters()), includeRet(), ownerId()),
  records: {
    ItemServiceRet: itemServiceRet,
    ItemNonInventoryRet: itemNonInventoryRet,
    ItemOtherChargeRet: itemOtherChargeRet,
    ItemInventoryRet: itemInventoryRet,
    ItemInventoryAssemblyRet: itemInventoryAssemblyRet,
    ItemFixedAssetRet: itemFixedAssetRet,
    ItemSubtotalRet: itemSubtotalRet,
    ItemDiscountRet: itemDiscountRet,
    ItemPaymentRet: itemPaymentRet,
    ItemSalesTaxRet: itemSalesTaxRet,
    ItemSalesTaxGroupRet: itemSalesTaxGroupRet,
    ItemGroupRet: itemGroupRet,
  },
});
