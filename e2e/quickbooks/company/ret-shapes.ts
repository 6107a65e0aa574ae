import { grammar, type Particle } from "../qbxml/grammar";

/** The order in which QuickBooks writes the children of a Ret. Only the names count here. */
const STAMP = "TimeCreated TimeModified EditSequence";
const PERSON = "CompanyName Salutation FirstName MiddleName LastName JobTitle";
const REACH = "Phone AltPhone Fax Email Cc Contact AltContact AdditionalContactRef*:Contact";
const ITEM_HEAD = `ListID ${STAMP} Name FullName BarCodeValue IsActive ClassRef:ref ParentRef:ref Sublevel`;
const SALES = `SalesOrPurchase{ Desc Price PricePercent AccountRef:ref }
  SalesAndPurchase{ SalesDesc SalesPrice IncomeAccountRef:ref PurchaseDesc PurchaseCost
    ExpenseAccountRef:ref PrefVendorRef:ref }`;
const LINKED = "LinkedTxn*{ TxnID TxnType TxnDate RefNumber LinkType Amount }";
const LINES = `ExpenseLineRet*{ TxnLineID AccountRef:ref Amount Memo CustomerRef:ref ClassRef:ref
    BillableStatus SalesRepRef:ref }
  ItemLineRet*{ TxnLineID ItemRef:ref InventorySiteRef:ref InventorySiteLocationRef:ref SerialNumber
    LotNumber Desc Quantity UnitOfMeasure OverrideUOMSetRef:ref Cost Amount CustomerRef:ref ClassRef:ref
    BillableStatus SalesRepRef:ref }`;
const APPLIED = `AppliedToTxnRet*{ TxnID TxnType TxnDate RefNumber BalanceRemaining Amount DiscountAmount
  DiscountAccountRef:ref DiscountClassRef:ref ${LINKED} }`;

const BLOCKS = {
  Address: grammar("Addr1 Addr2 Addr3 Addr4 Addr5 City State PostalCode Country Note"),
  Printed: grammar("Addr1 Addr2 Addr3 Addr4 Addr5"),
  Contact: grammar("ContactName ContactValue"),
};

const SHAPES: Record<string, string> = {
  AccountRet: `ListID ${STAMP} Name FullName IsActive ParentRef:ref Sublevel AccountType SpecialAccountType
    AccountNumber BankNumber Desc Balance TotalBalance CashFlowClassification CurrencyRef:ref`,
  VendorRet: `ListID ${STAMP} Name IsActive ClassRef:ref ${PERSON} VendorAddress:Address
    VendorAddressBlock:Printed ShipAddress:Address ${REACH} NameOnCheck AccountNumber Notes
    VendorTypeRef:ref TermsRef:ref CreditLimit VendorTaxIdent IsVendorEligibleFor1099 Balance
    BillingRateRef:ref ExternalGUID PrefillAccountRef*:ref CurrencyRef:ref`,
  CustomerRet: `ListID ${STAMP} Name FullName IsActive ClassRef:ref ParentRef:ref Sublevel ${PERSON}
    BillAddress:Address BillAddressBlock:Printed ShipAddress:Address ShipAddressBlock:Printed ${REACH}
    TermsRef:ref Balance TotalBalance ResaleNumber AccountNumber CreditLimit JobStatus JobStartDate
    JobProjectedEndDate JobEndDate JobDesc Notes PreferredDeliveryMethod ExternalGUID CurrencyRef:ref`,
  ClassRet: `ListID ${STAMP} Name FullName IsActive ParentRef:ref Sublevel`,
  StandardTermsRet: `ListID ${STAMP} Name IsActive StdDueDays StdDiscountDays DiscountPct`,
  DateDrivenTermsRet: `ListID ${STAMP} Name IsActive DayOfMonthDue DueNextMonthDays DiscountDayOfMonth
    DiscountPct`,
  ItemServiceRet: `${ITEM_HEAD} ${SALES} ExternalGUID`,
  ItemNonInventoryRet: `${ITEM_HEAD} ManufacturerPartNumber ${SALES} ExternalGUID`,
  ItemOtherChargeRet: `${ITEM_HEAD} ${SALES} ExternalGUID`,
  ItemInventoryRet: `${ITEM_HEAD} ManufacturerPartNumber SalesDesc SalesPrice IncomeAccountRef:ref
    PurchaseDesc PurchaseCost COGSAccountRef:ref PrefVendorRef:ref AssetAccountRef:ref ReorderPoint Max
    QuantityOnHand AverageCost QuantityOnOrder QuantityOnSalesOrder ExternalGUID`,
  BillRet: `TxnID ${STAMP} TxnNumber VendorRef:ref VendorAddress:Address APAccountRef:ref TxnDate DueDate
    AmountDue CurrencyRef:ref ExchangeRate AmountDueInHomeCurrency RefNumber TermsRef:ref Memo IsPaid ExternalGUID ${LINKED} ${LINES} OpenAmount`,
  VendorCreditRet: `TxnID ${STAMP} TxnNumber VendorRef:ref APAccountRef:ref TxnDate CreditAmount
    CurrencyRef:ref ExchangeRate CreditAmountInHomeCurrency RefNumber Memo ExternalGUID ${LINKED} ${LINES} OpenAmount`,
  BillPaymentCheckRet: `TxnID ${STAMP} TxnNumber PayeeEntityRef:ref APAccountRef:ref TxnDate
    BankAccountRef:ref Amount CurrencyRef:ref ExchangeRate AmountInHomeCurrency RefNumber Memo Address:Address AddressBlock:Printed IsToBePrinted
    ExternalGUID ${APPLIED}`,
  BillPaymentCreditCardRet: `TxnID ${STAMP} TxnNumber PayeeEntityRef:ref APAccountRef:ref TxnDate
    CreditCardAccountRef:ref Amount CurrencyRef:ref ExchangeRate AmountInHomeCurrency RefNumber Memo ExternalGUID ${APPLIED}`,
  BillToPayRet: `BillToPay{ TxnID TxnType APAccountRef:ref TxnDate RefNumber DueDate AmountDue }
    CreditToApply{ TxnID TxnType APAccountRef:ref TxnDate RefNumber CreditRemaining }`,
  ListDeletedRet: "ListDelType ListID TimeCreated TimeDeleted FullName",
  TxnDeletedRet: "TxnDelType TxnID TimeCreated TimeDeleted RefNumber",
  HostRet: `ProductName MajorVersion MinorVersion Country SupportedQBXMLVersion* IsAutomaticLogin QBFileMode`,
  CompanyRet: `IsSampleCompany CompanyName LegalCompanyName Address:Address AddressBlock:Printed
    LegalAddress:Address Phone Email FirstMonthFiscalYear FirstMonthIncomeTaxYear CompanyType TaxForm
    DataExtRet*{ OwnerID DataExtName DataExtType DataExtValue }`,
  PreferencesRet: `AccountingPreferences{ IsUsingAccountNumbers IsRequiringAccounts IsUsingClassTracking
      IsUsingAuditTrail IsAssigningJournalEntryNumbers ClosingDate }
    FinanceChargePreferences{ GracePeriod IsAssessingForOverdueCharges CalculateChargesFrom
      IsMarkedToBePrinted }
    JobsAndEstimatesPreferences{ IsUsingEstimates IsUsingProgressInvoicing IsPrintingItemsWithZeroAmounts }
    MultiCurrencyPreferences{ IsMultiCurrencyOn HomeCurrencyRef:ref }
    PurchasesAndVendorsPreferences{ IsUsingInventory DaysBillsAreDue IsAutomaticallyUsingDiscounts }
    ReportsPreferences{ AgingReportBasis SummaryReportBasis }
    SalesAndCustomersPreferences{ IsTrackingReimbursedExpensesAsIncome IsAutoApplyingPayments }
    TimeTrackingPreferences{ FirstDayOfWeek }
    CurrentAppAccessRights{ IsAutomaticLoginAllowed AutomaticLoginUserName IsPersonalDataAccessAllowed }`,
  ErrorRecovery: "ListID TxnID TxnNumber EditSequence ExternalGUID",
};

const read = new Map<string, Particle[]>();

/** The children of that Ret in order. */
export function retShape(name: string): Particle[] {
  const notation = SHAPES[name];
  if (notation === undefined) throw new Error(`No shape for ${name}`);
  const shape = read.get(name) ?? grammar(notation, BLOCKS);
  read.set(name, shape);
  return shape;
}
