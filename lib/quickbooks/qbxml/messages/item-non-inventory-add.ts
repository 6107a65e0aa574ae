import { exactlyOne, ref, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { newItem, newItemTail } from "@/lib/quickbooks/qbxml/messages/item-add-parts";
import { itemNonInventoryRet, salesOrAndPurchase } from "@/lib/quickbooks/qbxml/messages/item-rets";

/** Alone among the items it has the parent before the class. */
export const itemNonInventoryAdd = defineMessage({
  name: "ItemNonInventoryAdd",
  kind: "add",
  since: 1,
  attributes: [],
  request: sequence(
    {
      ...newItem(),
      ParentRef: ref(),
      ClassRef: ref(159).since(12),
      ManufacturerPartNumber: str(31).since(7),
      UnitOfMeasureSetRef: ref(31).since(7),
      SalesTaxCodeRef: ref(3),
    },
    exactlyOne(...salesOrAndPurchase()),
    newItemTail(),
  ),
  records: { ItemNonInventoryRet: itemNonInventoryRet },
});
