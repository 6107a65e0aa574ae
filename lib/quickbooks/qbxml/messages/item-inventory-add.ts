import { amt, date, price, quan, ref, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { classThenParent, newItem, newItemTail } from "@/lib/quickbooks/qbxml/messages/item-add-parts";
import { itemInventoryRet } from "@/lib/quickbooks/qbxml/messages/item-rets";

/** The quantity on hand can be given here only, never changed later. */
export const itemInventoryAdd = defineMessage({
  name: "ItemInventoryAdd",
  kind: "add",
  since: 1,
  attributes: [],
  request: sequence({
    ...newItem(),
    ...classThenParent(),
    ManufacturerPartNumber: str(31).since(7),
    UnitOfMeasureSetRef: ref(31).since(7),
    SalesTaxCodeRef: ref(3),
    SalesDesc: str(4095),
    SalesPrice: price(),
    IncomeAccountRef: ref(159),
    PurchaseDesc: str(4095),
    PurchaseCost: price(),
    COGSAccountRef: ref(159),
    PrefVendorRef: ref(41),
    AssetAccountRef: ref(159),
    ReorderPoint: quan(),
    Max: quan().since(13),
    QuantityOnHand: quan(),
    TotalValue: amt(),
    InventoryDate: date(),
    ...newItemTail(),
  }),
  records: { ItemInventoryRet: itemInventoryRet },
});
