import { block, bool, guid, name, ref, str } from "@/lib/quickbooks/qbxml/fields";

/** The first fields of every item that is added; class and parent follow in an order of the item's own. */
export const newItem = () => ({
  Name: name(31).required(),
  BarCode: block({ BarCodeValue: str(50), AssignEvenIfUsed: bool(), AllowOverride: bool() }).since(12),
  IsActive: bool(),
});

export const newItemTail = () => ({ ExternalGUID: guid().since(8) });

export const classThenParent = () => ({ ClassRef: ref(159).since(12), ParentRef: ref() });
