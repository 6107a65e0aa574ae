import { exactlyOne, ref, sequence } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { classThenParent, newItem, newItemTail } from "@/lib/quickbooks/qbxml/messages/item-add-parts";
import { itemServiceRet, salesOrAndPurchase } from "@/lib/quickbooks/qbxml/messages/item-rets";

export const itemServiceAdd = defineMessage({
  name: "ItemServiceAdd",
  kind: "add",
  since: 1,
  attributes: [],
  request: sequence(
    { ...newItem(), ...classThenParent(), UnitOfMeasureSetRef: ref(31).since(7), SalesTaxCodeRef: ref(3) },
    exactlyOne(...salesOrAndPurchase()),
    newItemTail(),
  ),
  records: { ItemServiceRet: itemServiceRet },
});
