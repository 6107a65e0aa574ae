import {
  address,
  amt,
  atMostOne,
  block,
  date,
  float,
  guid,
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
import { billableStatus, dataExt } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

/** There is no total: QuickBooks adds up the lines. Lines carry the class, the bill does not. */
export const billAdd = defineMessage({
  name: "BillAdd",
  kind: "add",
  since: 1,
  attributes: [],
  request: sequence(
    {
      VendorRef: ref(41).required(),
      VendorAddress: address().since(13),
      APAccountRef: ref(159).since(2),
      TxnDate: date(),
      DueDate: date(),
      RefNumber: str(20),
      TermsRef: ref(31),
      Memo: str(4095),
      ExchangeRate: float().since(8),
      ExternalGUID: guid().since(9),
      LinkToTxnID: id().repeat().since(4),
      ExpenseLineAdd: block({
        AccountRef: ref(159),
        Amount: amt(),
        Memo: str(4095),
        CustomerRef: ref(209),
        ClassRef: ref(159),
        BillableStatus: billableStatus().since(2),
        SalesRepRef: ref(5).since(13),
        DataExt: dataExt().since(13),
      }).repeat(),
    },
    inAnyOrder("ItemLines", {
      ItemLineAdd: block(
        {
          ItemRef: ref(),
          InventorySiteRef: ref(31).since(10),
          InventorySiteLocationRef: ref(31).since(12),
        },
        atMostOne({ SerialNumber: str(4095).since(11) }, { LotNumber: str(40).since(11) }),
        {
          Desc: str(4095),
          Quantity: quan(),
          UnitOfMeasure: str(31).since(7),
          Cost: price(),
          Amount: amt(),
          CustomerRef: ref(209),
          ClassRef: ref(159),
          BillableStatus: billableStatus().since(2),
          OverrideItemAccountRef: ref(159).since(2),
          LinkToTxn: block({ TxnID: id().required(), TxnLineID: id().required() }).since(4),
          SalesRepRef: ref(5).since(13),
          DataExt: dataExt().since(13),
        },
      ),
      ItemGroupLineAdd: block({
        ItemGroupRef: ref(31).required(),
        Quantity: quan(),
        UnitOfMeasure: str(31).since(7),
        InventorySiteRef: ref(31).since(10),
        InventorySiteLocationRef: ref(31).since(12),
        DataExt: dataExt().since(13),
      }),
    }),
  ),
  records: { BillRet: billRet },
});
