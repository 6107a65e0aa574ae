import { exactlyOne, ref, sequence } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { classThenParent, newItem, newItemTail } from "@/lib/quickbooks/qbxml/messages/item-add-parts";
import { itemOtherChargeRet, salesOrAndPurchase } from "@/lib/quickbooks/qbxml/messages/item-rets";

export const itemOtherChargeAdd = defineMessage({
  name: "ItemOtherChargeAdd",
  kind: "add",
  since: 1,
  attributes: [],
  request: sequence(
    { ...newItem(), ...classThenParent(), SalesTaxCodeRef: ref(3) },
    exactlyOne(...salesOrAndPurchase()),
    newItemTail(),
  ),
  records: { ItemOtherChargeRet: itemOtherChargeRet },
});
