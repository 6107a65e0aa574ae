/** The twelve kinds of items, as replies bring them. */
import {
  amt,
  atMostOne,
  block,
  bool,
  date,
  enumOf,
  guid,
  int,
  percent,
  price,
  quan,
  ref,
  str,
} from "@/lib/quickbooks/qbxml/fields";
import { dataExtRet, listIdentity } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

const barCode = () => ({ BarCodeValue: str(50).since(12), IsActive: bool() });
/** Items that stand under one another. */
const inTree = () => ({
  ...listIdentity(),
  Name: str(31),
  FullName: str(159),
  ...barCode(),
  ClassRef: ref(159).since(12),
  ParentRef: ref(),
  Sublevel: int(),
});
/** Items without levels. */
const flat = () => ({ ...listIdentity(), Name: str(31), ...barCode() });
const tail = () => ({ ExternalGUID: guid().since(8), DataExtRet: dataExtRet().since(2) });
const specialItemType = () =>
  enumOf("FinanceCharge", "ReimbursableExpenseGroup", "ReimbursableExpenseSubtotal").since(6);

/** One account for buying or selling, or one for each. */
export const salesOrAndPurchase = () =>
  [
    {
      SalesOrPurchase: block(
        { Desc: str(4095) },
        atMostOne({ Price: price() }, { PricePercent: percent() }),
        { AccountRef: ref(159) },
      ).required(),
    },
    {
      SalesAndPurchase: block({
        SalesDesc: str(4095),
        SalesPrice: price(),
        IncomeAccountRef: ref(159),
        PurchaseDesc: str(4095),
        PurchaseCost: price(),
        ExpenseAccountRef: ref(159),
        PrefVendorRef: ref(41),
      }).required(),
    },
  ] as const;

const stockAccounts = () => ({
  SalesTaxCodeRef: ref(3),
  SalesDesc: str(4095),
  SalesPrice: price(),
  IncomeAccountRef: ref(159),
  PurchaseDesc: str(4095),
  PurchaseCost: price(),
  COGSAccountRef: ref(159),
  PrefVendorRef: ref(41),
  AssetAccountRef: ref(159),
});
const stockOnHand = () => ({
  Max: quan().since(13),
  QuantityOnHand: quan(),
  AverageCost: price(),
  QuantityOnOrder: quan(),
  QuantityOnSalesOrder: quan().since(2),
});

export const itemServiceRet = block(
  { ...inTree(), UnitOfMeasureSetRef: ref(31).since(7), SalesTaxCodeRef: ref(3) },
  atMostOne(...salesOrAndPurchase()),
  tail(),
);

export const itemNonInventoryRet = block(
  {
    ...inTree(),
    ManufacturerPartNumber: str(31).since(7),
    UnitOfMeasureSetRef: ref(31).since(7),
    SalesTaxCodeRef: ref(3),
  },
  atMostOne(...salesOrAndPurchase()),
  tail(),
);

export const itemOtherChargeRet = block(
  { ...inTree(), SalesTaxCodeRef: ref(3) },
  atMostOne(...salesOrAndPurchase()),
  { SpecialItemType: specialItemType(), ...tail() },
);

export const itemInventoryRet = block({
  ...inTree(),
  ManufacturerPartNumber: str(31).since(7),
  UnitOfMeasureSetRef: ref(31).since(7),
  ...stockAccounts(),
  ReorderPoint: quan(),
  ...stockOnHand(),
  ...tail(),
});

export const itemInventoryAssemblyRet = block({
  ...inTree(),
  ManufacturerPartNumber: str(31).since(12),
  UnitOfMeasureSetRef: ref(31).since(7),
  ...stockAccounts(),
  BuildPoint: quan(),
  ...stockOnHand(),
  ExternalGUID: guid().since(8),
  ItemInventoryAssemblyLine: block({ ItemInventoryRef: ref(159), Quantity: quan() }).repeat(),
  DataExtRet: dataExtRet(),
});

export const itemFixedAssetRet = block({
  ...flat(),
  ClassRef: ref(159).since(12),
  AcquiredAs: enumOf("New", "Old"),
  PurchaseDesc: str(50),
  PurchaseDate: date(),
  PurchaseCost: price(),
  VendorOrPayeeName: str(50),
  AssetAccountRef: ref(159),
  FixedAssetSalesInfo: block({
    SalesDesc: str(50),
    SalesDate: date(),
    SalesPrice: price(),
    SalesExpense: price(),
  }),
  AssetDesc: str(50),
  Location: str(50),
  PONumber: str(30),
  SerialNumber: str(30),
  WarrantyExpDate: date(),
  Notes: str(4095),
  AssetNumber: str(10),
  CostBasis: amt(),
  YearEndAccumulatedDepreciation: amt(),
  YearEndBookValue: amt(),
  ...tail(),
});

export const itemSubtotalRet = block({
  ...flat(),
  ItemDesc: str(),
  SpecialItemType: specialItemType(),
  ...tail(),
});

export const itemDiscountRet = block(
  { ...inTree(), ItemDesc: str(4095), SalesTaxCodeRef: ref(3) },
  atMostOne({ DiscountRate: price() }, { DiscountRatePercent: percent() }),
  { AccountRef: ref(159), ...tail() },
);

export const itemPaymentRet = block({
  ...flat(),
  ClassRef: ref(159).since(12),
  ItemDesc: str(4095),
  DepositToAccountRef: ref(159),
  PaymentMethodRef: ref(31),
  ...tail(),
});

export const itemSalesTaxRet = block({
  ...flat(),
  ClassRef: ref(159).since(12),
  ItemDesc: str(4095),
  TaxRate: percent(),
  TaxVendorRef: ref(41),
  ...tail(),
});

export const itemSalesTaxGroupRet = block({
  ...flat(),
  ItemDesc: str(4095),
  ExternalGUID: guid().since(8),
  ItemSalesTaxRef: ref(31).repeat(),
  DataExtRet: dataExtRet().since(2),
});

export const itemGroupRet = block({
  ...flat(),
  ItemDesc: str(4095),
  UnitOfMeasureSetRef: ref(31).since(7),
  IsPrintItemsInGroup: bool(),
  SpecialItemType: specialItemType(),
  ExternalGUID: guid().since(8),
  ItemGroupLine: block({ ItemRef: ref(), Quantity: quan(), UnitOfMeasure: str(31).since(7) }).repeat(),
  DataExtRet: dataExtRet().since(2),
});
