import {
  address,
  amt,
  atMostOne,
  block,
  bool,
  date,
  float,
  id,
  inAnyOrder,
  price,
  quan,
  ref,
  sequence,
  str,
} from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { billRet } from "@/lib/quickbooks/qbxml/messages/bill-ret";
import { billableStatus } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

const itemLineMod = () =>
  block(
    {
      TxnLineID: id().required(),
      ItemRef: ref().notClearable(),
      InventorySiteRef: ref(31).since(10),
      InventorySiteLocationRef: ref(31).since(12),
    },
    atMostOne({ SerialNumber: str(4095).since(11) }, { LotNumber: str(40).since(11) }),
    {
      Desc: str(4095),
      Quantity: quan().notClearable(),
      UnitOfMeasure: str(31).since(7),
      OverrideUOMSetRef: ref(31).since(7),
      Cost: price().notClearable(),
      Amount: amt().notClearable(),
      CustomerRef: ref(209),
      ClassRef: ref(159),
      BillableStatus: billableStatus(),
      OverrideItemAccountRef: ref(159).notClearable(),
      SalesRepRef: ref(5).since(13),
    },
  );

/**
 * Only what is sent changes, with one exception that loses data: as soon as one line of a kind (expense,
 * item) is sent, QuickBooks removes every line of that kind that is not. An unchanged line is kept by its
 * TxnLineID alone; a new one has the TxnLineID "-1".
 */
export const billMod = defineMessage({
  name: "BillMod",
  kind: "mod",
  since: 3,
  attributes: [],
  request: sequence(
    {
      TxnID: id().required(),
      EditSequence: str(16).required(),
      VendorRef: ref(41).notClearable(),
      VendorAddress: address().since(13),
      APAccountRef: ref(159).notClearable(),
      TxnDate: date().notClearable(),
      DueDate: date().notClearable(),
      RefNumber: str(20),
      TermsRef: ref(31),
      Memo: str(4095),
      ExchangeRate: float().since(8),
      ClearExpenseLines: bool().notClearable(),
      ExpenseLineMod: block({
        TxnLineID: id().required(),
        AccountRef: ref(159),
        Amount: amt().notClearable(),
        Memo: str(4095),
        CustomerRef: ref(209),
        ClassRef: ref(159),
        BillableStatus: billableStatus(),
        SalesRepRef: ref(5).since(13),
      }).repeat(),
      ClearItemLines: bool().notClearable(),
    },
    inAnyOrder("ItemLines", {
      ItemLineMod: itemLineMod(),
      ItemGroupLineMod: block({
        TxnLineID: id().required(),
        ItemGroupRef: ref(31),
        Quantity: quan().notClearable(),
        UnitOfMeasure: str(31).since(7),
        OverrideUOMSetRef: ref(31).since(7),
        ItemLineMod: itemLineMod().repeat(),
      }),
    }),
  ),
  records: { BillRet: billRet },
});
