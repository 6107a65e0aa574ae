/** What QuickBooks accepts in its queries; see list-requests.ts. */
const RET = "IncludeRetElement*^4:str(50)";
const OWNER = "OwnerID*:guid";
const ACCOUNT_TYPES = `AccountsPayable|AccountsReceivable|Bank|CostOfGoodsSold|CreditCard|Equity|Expense
  |FixedAsset|Income|LongTermLiability|NonPosting|OtherAsset|OtherCurrentAsset|OtherCurrentLiability
  |OtherExpense|OtherIncome`.replace(/\s+/g, "");
const LIST_TYPES = `Account|BillingRate|Class|Currency|Customer|CustomerMsg|CustomerType|DateDrivenTerms
  |Employee|InventorySite|ItemDiscount|ItemFixedAsset|ItemGroup|ItemInventory|ItemInventoryAssembly
  |ItemNonInventory|ItemOtherCharge|ItemPayment|ItemSalesTax|ItemSalesTaxGroup|ItemService|ItemSubtotal
  |JobType|OtherName|PaymentMethod|PriceLevel|SalesRep|SalesTaxCode|ShipMethod|StandardTerms|ToDo
  |UnitOfMeasureSet|Vehicle|Vendor|VendorType`.replace(/\s+/g, "");
const TXN_TYPES = `ARRefundCreditCard|Bill|BillPaymentCheck|BillPaymentCreditCard|BuildAssembly|Charge|Check
  |CreditCardCharge|CreditCardCredit|CreditMemo|Deposit|Estimate|InventoryAdjustment|Invoice|ItemReceipt
  |JournalEntry|PurchaseOrder|ReceivePayment|SalesOrder|SalesReceipt|SalesTaxPaymentCheck|TimeTracking
  |TransferInventory|VehicleMileage|VendorCredit`.replace(/\s+/g, "");

const listFilter = (more = "") => `< ListID+:id | FullName+:str
  | MaxReturned:count ActiveStatus:enum(ActiveOnly|InactiveOnly|All) FromModifiedDate:datetime
    ToModifiedDate:datetime < NameFilter!:NameFilter | NameRangeFilter!:NameRangeFilter > ${more} >`;
const PEOPLE = listFilter(`TotalBalanceFilter:TotalBalanceFilter CurrencyFilter^8:CurrencyFilter
  ClassFilter^12:ClassFilter`);
const txnFilter = (more = "") => `< TxnID+:id | RefNumber+:str | RefNumberCaseSensitive+^4:str
  | MaxReturned:count
    < ModifiedDateRangeFilter!:ModifiedDateRangeFilter | TxnDateRangeFilter!:TxnDateRangeFilter >
    EntityFilter:EntityFilter AccountFilter:AccountFilter
    < RefNumberFilter!:RefNumberFilter | RefNumberRangeFilter!:RefNumberRangeFilter >
    CurrencyFilter^8:CurrencyFilter ${more} > IncludeLineItems:bool`;
const ITEM = `${listFilter()} ${RET} ${OWNER}`;

/** Element name of the request without "Rq", to its content in the notation of grammar.ts. */
export const QUERY_REQUESTS: Record<string, string> = {
  HostQuery: `IncludeListMetaData^6{ IncludeMaxCapacity!:bool } ${RET}`,
  CompanyQuery: `${RET} ${OWNER}`,
  PreferencesQuery: RET,
  AccountQuery: `${listFilter(`AccountType*:enum(${ACCOUNT_TYPES}) CurrencyFilter^8:CurrencyFilter`)}
    ${RET} ${OWNER}`,
  VendorQuery: `${PEOPLE} ${RET} ${OWNER}`,
  CustomerQuery: `${PEOPLE} ${RET} ${OWNER}`,
  EntityQuery: `${listFilter()} ${RET}`,
  ClassQuery: `${listFilter()} ${RET}`,
  StandardTermsQuery: `${listFilter()} ${RET}`,
  DateDrivenTermsQuery: `${listFilter()} ${RET}`,
  TermsQuery: `${listFilter()} ${RET}`,
  ItemQuery: ITEM,
  ItemServiceQuery: ITEM,
  ItemNonInventoryQuery: ITEM,
  ItemOtherChargeQuery: ITEM,
  ItemInventoryQuery: ITEM,
  BillQuery: `${txnFilter("PaidStatus:enum(All|PaidOnly|NotPaidOnly)")} IncludeLinkedTxns:bool ${RET} ${OWNER}`,
  BillPaymentCheckQuery: `${txnFilter()} ${RET} ${OWNER}`,
  BillPaymentCreditCardQuery: `${txnFilter()} ${RET} ${OWNER}`,
  VendorCreditQuery: `${txnFilter()} IncludeLinkedTxns:bool ${RET} ${OWNER}`,
  BillToPayQuery: `PayeeEntityRef!:ref(209) APAccountRef:ref(159) DueDate:date
    CurrencyFilter^8:CurrencyFilter ${RET}`,
  ListDeletedQuery: `ListDelType+:enum(${LIST_TYPES}) DeletedDateRangeFilter:DeletedDateRangeFilter ${RET}`,
  TxnDeletedQuery: `TxnDelType+:enum(${TXN_TYPES}) DeletedDateRangeFilter:DeletedDateRangeFilter ${RET}`,
};

/** The queries that take the attributes `iterator` and `iteratorID`. */
export const ITERATED: ReadonlySet<string> = new Set([
  "VendorQuery",
  "CustomerQuery",
  "EntityQuery",
  "ItemQuery",
  "ItemServiceQuery",
  "ItemNonInventoryQuery",
  "ItemOtherChargeQuery",
  "ItemInventoryQuery",
  "BillQuery",
  "BillPaymentCheckQuery",
  "BillPaymentCreditCardQuery",
  "VendorCreditQuery",
]);
