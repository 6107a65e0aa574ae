/**
 * What QuickBooks accepts in the requests that add, change and delete list records.
 * Written down apart from the app's own tables on purpose: two tables that agree by being one prove nothing.
 */
const PERSON = `CompanyName:str(41) Salutation:str(15) FirstName:str(25) MiddleName:str(5) LastName:str(25)
  JobTitle^12:str(41)`;
const REACH = `Phone:str(21) AltPhone:str(21) Fax:str(21) Email:str(1023) Cc^12:str(1023) Contact:str(41)
  AltContact:str(41) AdditionalContactRef*^12:AdditionalContactRef`;
const CONTACT = `Salutation:str(15) FirstName!:str(25) MiddleName:str(5) LastName:str(25) JobTitle:str(41)
  AdditionalContactRef*:AdditionalContactRef`;
const NEW_CONTACTS = `Contacts*^12{ ${CONTACT} }`;
const CHANGED_CONTACTS = `ContactsMod*^12{ ListID!:id EditSequence!:str(16) ${CONTACT} }`;
const NEW_NOTES = "Notes^3:str(4095) AdditionalNotes*^12{ Note!:str(4095) }";
const CHANGED_NOTES = "Notes^3:str(4095) AdditionalNotesMod*^12{ NoteID!:int Note!:str(4095) }";
const BAR_CODE = "BarCode^12{ BarCodeValue:str(50) AssignEvenIfUsed:bool AllowOverride:bool }";
const RET = "IncludeRetElement*^4:str(50)";
const MOD_HEAD = "ListID!:id EditSequence!:str(16) Name:str(41) IsActive^3:bool ClassRef^12:ref(159)";

const SALES_OR_PURCHASE = `<
  SalesOrPurchase!{ Desc:str(4095) < Price!:price | PricePercent!:percent > AccountRef:ref(159) }
| SalesAndPurchase!{ SalesDesc:str(4095) SalesPrice:price IncomeAccountRef:ref(159) PurchaseDesc:str(4095)
    PurchaseCost:price ExpenseAccountRef:ref(159) PrefVendorRef:ref(41) }
>!`;

const CUSTOMER_TAIL = `CreditLimit:amt PreferredPaymentMethodRef^3:ref(31) CreditCardInfo^3:CreditCardInfo
  JobStatus:enum(Awarded|Closed|InProgress|None|NotAwarded|Pending) JobStartDate:date
  JobProjectedEndDate:date JobEndDate:date JobDesc:str(99) JobTypeRef:ref(159)`;
const SHIP_TO = `ShipToAddress*^12{ Name!:str(41) Addr1:str(41) Addr2:str(41) Addr3:str(41) Addr4:str(41)
  Addr5^6:str(41) City:str(31) State:str(21) PostalCode:str(13) Country:str(31) Note^6:str(41)
  DefaultShipTo:bool }`;

/** Element name of the request without "Rq", to its content in the notation of grammar.ts. */
export const LIST_REQUESTS: Record<string, string> = {
  VendorAdd: `VendorAdd!{ Name!:str(41) IsActive:bool ClassRef^12:ref(159) ${PERSON} VendorAddress:Address
    ShipAddress^11:Address ${REACH} ${NEW_CONTACTS} NameOnCheck:str(41) AccountNumber:str(99) ${NEW_NOTES}
    VendorTypeRef:ref(159) TermsRef:ref(31) CreditLimit:amt VendorTaxIdent:str(15)
    IsVendorEligibleFor1099:bool OpenBalance:amt OpenBalanceDate:date BillingRateRef^6:ref(31)
    ExternalGUID^8:guid PrefillAccountRef*^8:ref(159) CurrencyRef^8:ref(64) } ${RET}`,
  VendorMod: `VendorMod!{ ${MOD_HEAD} ${PERSON} VendorAddress:Address ShipAddress^11:Address ${REACH}
    ${CHANGED_CONTACTS} NameOnCheck:str(41) AccountNumber:str(99) ${CHANGED_NOTES} VendorTypeRef^3:ref(159)
    TermsRef^3:ref(31) CreditLimit^3:amt VendorTaxIdent^3:str(15) IsVendorEligibleFor1099^3:bool
    BillingRateRef^6:ref(31) PrefillAccountRef*^8:ref(159) CurrencyRef^8:ref(64) } ${RET}`,
  CustomerAdd: `CustomerAdd!{ Name!:str(41) IsActive:bool ClassRef^12:ref(159) ParentRef:ref ${PERSON}
    BillAddress:Address ShipAddress:Address ${SHIP_TO} ${REACH} ${NEW_CONTACTS} CustomerTypeRef:ref(159)
    TermsRef:ref(31) SalesRepRef:ref(5) OpenBalance:amt OpenBalanceDate:date SalesTaxCodeRef:ref(3)
    ItemSalesTaxRef:ref(31) ResaleNumber:str(15) AccountNumber:str(99) ${CUSTOMER_TAIL} ${NEW_NOTES}
    PreferredDeliveryMethod^12:enum(None|Email|Fax) PriceLevelRef^4:ref(31) ExternalGUID^8:guid
    CurrencyRef^8:ref(64) } ${RET}`,
  CustomerMod: `CustomerMod!{ ${MOD_HEAD} ParentRef^3:ref ${PERSON} BillAddress:Address ShipAddress:Address
    ${SHIP_TO} ${REACH} ${CHANGED_CONTACTS} CustomerTypeRef^3:ref(159) TermsRef^3:ref(31)
    SalesRepRef^3:ref(5) SalesTaxCodeRef^3:ref(3) ItemSalesTaxRef^3:ref(31) ResaleNumber^3:str(15)
    AccountNumber:str(99) ${CUSTOMER_TAIL} ${CHANGED_NOTES} PreferredDeliveryMethod^12:enum(None|Email|Fax)
    PriceLevelRef^4:ref(31) CurrencyRef^8:ref(64) } ${RET}`,
  ItemServiceAdd: `ItemServiceAdd!{ Name!:str(31) ${BAR_CODE} IsActive:bool ClassRef^12:ref(159)
    ParentRef:ref UnitOfMeasureSetRef^7:ref(31) SalesTaxCodeRef:ref(3) ${SALES_OR_PURCHASE}
    ExternalGUID^8:guid } ${RET}`,
  // The only item whose parent comes before its class.
  ItemNonInventoryAdd: `ItemNonInventoryAdd!{ Name!:str(31) ${BAR_CODE} IsActive:bool ParentRef:ref
    ClassRef^12:ref(159) ManufacturerPartNumber^7:str(31) UnitOfMeasureSetRef^7:ref(31)
    SalesTaxCodeRef:ref(3) ${SALES_OR_PURCHASE} ExternalGUID^8:guid } ${RET}`,
  ItemOtherChargeAdd: `ItemOtherChargeAdd!{ Name!:str(31) ${BAR_CODE} IsActive:bool ClassRef^12:ref(159)
    ParentRef:ref SalesTaxCodeRef:ref(3) ${SALES_OR_PURCHASE} ExternalGUID^8:guid } ${RET}`,
  ItemInventoryAdd: `ItemInventoryAdd!{ Name!:str(31) ${BAR_CODE} IsActive:bool ClassRef^12:ref(159)
    ParentRef:ref ManufacturerPartNumber^7:str(31) UnitOfMeasureSetRef^7:ref(31) SalesTaxCodeRef:ref(3)
    SalesDesc:str(4095) SalesPrice:price IncomeAccountRef:ref(159) PurchaseDesc:str(4095)
    PurchaseCost:price COGSAccountRef:ref(159) PrefVendorRef:ref(41) AssetAccountRef:ref(159)
    ReorderPoint:quan Max^13:quan QuantityOnHand:quan TotalValue:amt InventoryDate:date
    ExternalGUID^8:guid } ${RET}`,
  ListDel: `ListDelType!:enum(Account|Class|Customer|DateDrivenTerms|Employee|ItemInventory|ItemNonInventory
    |ItemOtherCharge|ItemService|OtherName|StandardTerms|Vendor) ListID!:id`.replace(/\n\s*\|/g, "|"),
};
