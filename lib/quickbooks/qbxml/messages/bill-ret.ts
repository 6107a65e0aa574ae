import {
  address,
  amt,
  atMostOne,
  block,
  bool,
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
import {
  billableStatus,
  currencyRef,
  dataExt,
  dataExtRet,
  linkedTxn,
  txnIdentity,
} from "@/lib/quickbooks/qbxml/messages/shared-blocks";

const itemLineRet = () =>
  block(
    {
      TxnLineID: id(),
      ItemRef: ref(),
      InventorySiteRef: ref(31).since(10),
      InventorySiteLocationRef: ref(31).since(12),
    },
    atMostOne({ SerialNumber: str(4095).since(11) }, { LotNumber: str(40).since(11) }),
    {
      Desc: str(4095),
      Quantity: quan(),
      UnitOfMeasure: str(31).since(7),
      OverrideUOMSetRef: ref(31).since(7),
      Cost: price(),
      Amount: amt(),
      CustomerRef: ref(209),
      ClassRef: ref(159),
      BillableStatus: billableStatus().since(2),
      SalesRepRef: ref(5).since(13),
      DataExtRet: dataExtRet().since(13),
    },
  );

/** The lines of a bill or a vendor credit: expense lines first, then item lines and item groups as entered. */
export const purchaseLinesRet = () =>
  sequence(
    {
      LinkedTxn: linkedTxn().since(2),
      ExpenseLineRet: block({
        TxnLineID: id(),
        AccountRef: ref(159),
        Amount: amt(),
        Memo: str(4095),
        CustomerRef: ref(209),
        ClassRef: ref(159),
        BillableStatus: billableStatus().since(2),
        SalesRepRef: ref(5).since(13),
        DataExtRet: dataExtRet().since(13),
      }).repeat(),
    },
    inAnyOrder("ItemLines", {
      ItemLineRet: itemLineRet(),
      ItemGroupLineRet: block({
        TxnLineID: id().since(3),
        ItemGroupRef: ref(31),
        Desc: str(4095),
        Quantity: quan(),
        UnitOfMeasure: str(31).since(7),
        OverrideUOMSetRef: ref(31).since(7),
        TotalAmount: amt(),
        ItemLineRet: itemLineRet().repeat(),
        DataExt: dataExt().since(13),
      }),
    }),
    { OpenAmount: amt(), DataExtRet: dataExtRet().since(2) },
  );

export const billRet = block(
  {
    ...txnIdentity(),
    VendorRef: ref(41),
    VendorAddress: address().since(13),
    APAccountRef: ref(159).since(2),
    TxnDate: date(),
    DueDate: date(),
    AmountDue: amt(),
    CurrencyRef: currencyRef(),
    ExchangeRate: float().since(8),
    AmountDueInHomeCurrency: amt().since(8),
    RefNumber: str(20),
    TermsRef: ref(31),
    Memo: str(4095),
    IsPaid: bool().since(2),
    ExternalGUID: guid().since(9),
  },
  purchaseLinesRet(),
);
