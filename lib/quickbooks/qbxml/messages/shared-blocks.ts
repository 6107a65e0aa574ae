/** Blocks and value lists that several messages have in common. */
import {
  amt,
  atMostOne,
  block,
  date,
  datetime,
  enumOf,
  exactlyOne,
  guid,
  id,
  int,
  ref,
  sequence,
  str,
} from "@/lib/quickbooks/qbxml/fields";

export const dataExtRet = () =>
  block({
    OwnerID: guid(),
    DataExtName: str(31),
    DataExtType: enumOf(
      "AMTTYPE",
      "DATETIMETYPE",
      "INTTYPE",
      "PERCENTTYPE",
      "PRICETYPE",
      "QUANTYPE",
      "STR1024TYPE",
      "STR255TYPE",
    ),
    DataExtValue: str(),
  }).repeat();

export const dataExt = () =>
  block({
    OwnerID: guid().required(),
    DataExtName: str(31).required(),
    DataExtValue: str().required(),
  }).repeat();

export const additionalContactRef = () =>
  block({ ContactName: str(40).required(), ContactValue: str(255).required() }).repeat();

export const contactsRet = () =>
  block({
    ListID: id(),
    TimeCreated: datetime(),
    TimeModified: datetime(),
    EditSequence: str(16),
    Contact: str(41),
    Salutation: str(15),
    FirstName: str(25),
    MiddleName: str(5),
    LastName: str(25),
    JobTitle: str(41),
    AdditionalContactRef: additionalContactRef(),
  }).repeat();

export const additionalNotesRet = () => block({ NoteID: int(), Date: date(), Note: str(4095) }).repeat();

/** Follows the Ret of an Add, Mod, Del or Void: what was saved, when the Ret itself could not be built. */
export const errorRecovery = block(atMostOne({ ListID: id() }, { OwnerID: guid() }, { TxnID: id() }), {
  TxnNumber: int(),
  EditSequence: str(16),
  ExternalGUID: guid(),
});

const matchCriterion = () => enumOf("StartsWith", "Contains", "EndsWith").required();

export const nameFilters = () =>
  atMostOne(
    { NameFilter: block({ MatchCriterion: matchCriterion(), Name: str().required() }) },
    { NameRangeFilter: block({ FromName: str(), ToName: str() }) },
  );

export const refNumberFilters = () =>
  atMostOne(
    { RefNumberFilter: block({ MatchCriterion: matchCriterion(), RefNumber: str().required() }) },
    { RefNumberRangeFilter: block({ FromRefNumber: str(), ToRefNumber: str() }) },
  );

export const totalBalanceFilter = () =>
  block({
    Operator: enumOf("LessThan", "LessThanEqual", "Equal", "GreaterThan", "GreaterThanEqual").required(),
    Amount: amt().required(),
  });

export const currencyFilter = () =>
  block(exactlyOne({ ListID: id().repeatAtLeastOnce() }, { FullName: str(64).repeatAtLeastOnce() }));

const entryFilter = (idSince: number) =>
  block(
    exactlyOne(
      { ListID: id().repeatAtLeastOnce().since(idSince) },
      { FullName: str().repeatAtLeastOnce() },
      { ListIDWithChildren: id().required().since(idSince) },
      { FullNameWithChildren: str().required() },
    ),
  );
export const classFilter = () => entryFilter(1);
export const entityFilter = () => entryFilter(2);
export const accountFilter = () => entryFilter(2);

export const modifiedDateRangeFilter = () =>
  block({ FromModifiedDate: datetime(), ToModifiedDate: datetime() });

export const txnDateRangeFilter = () =>
  block(exactlyOne({ FromTxnDate: date(), ToTxnDate: date() }, { DateMacro: dateMacro().required() }));

const dateMacro = () =>
  enumOf(
    "All",
    "Today",
    "ThisWeek",
    "ThisWeekToDate",
    "ThisMonth",
    "ThisMonthToDate",
    "ThisCalendarQuarter",
    "ThisCalendarQuarterToDate",
    "ThisFiscalQuarter",
    "ThisFiscalQuarterToDate",
    "ThisCalendarYear",
    "ThisCalendarYearToDate",
    "ThisFiscalYear",
    "ThisFiscalYearToDate",
    "Yesterday",
    "LastWeek",
    "LastWeekToDate",
    "LastMonth",
    "LastMonthToDate",
    "LastCalendarQuarter",
    "LastCalendarQuarterToDate",
    "LastFiscalQuarter",
    "LastFiscalQuarterToDate",
    "LastCalendarYear",
    "LastCalendarYearToDate",
    "LastFiscalYear",
    "LastFiscalYearToDate",
    "NextWeek",
    "NextFourWeeks",
    "NextMonth",
    "NextCalendarQuarter",
    "NextCalendarYear",
    "NextFiscalQuarter",
    "NextFiscalYear",
  );

const activeStatus = () => enumOf("ActiveOnly", "InactiveOnly", "All");

/** The filters every list query begins with; inactive entries come only with ActiveStatus All. */
export const listFilters = () =>
  sequence(
    {
      MaxReturned: int(1),
      ActiveStatus: activeStatus(),
      FromModifiedDate: datetime(),
      ToModifiedDate: datetime(),
    },
    nameFilters(),
  );

export const byListIdOrName = () =>
  [{ ListID: id().repeatAtLeastOnce() }, { FullName: str().repeatAtLeastOnce() }] as const;

export const includeRet = () => ({ IncludeRetElement: str(50).repeat().since(4) });

/** Custom fields come only when their owner is named; "0" is the company's own. */
export const ownerId = () => ({ OwnerID: guid().repeat().since(2) });

/** A list query without filters of its own: classes, terms. */
export const plainListQuery = () => sequence(atMostOne(...byListIdOrName(), listFilters()), includeRet());

export const txnType = () =>
  enumOf(
    "ARRefundCreditCard",
    "Bill",
    "BillPaymentCheck",
    "BillPaymentCreditCard",
    "BuildAssembly",
    "Charge",
    "Check",
    "CreditCardCharge",
    "CreditCardCredit",
    "CreditMemo",
    "Deposit",
    "Estimate",
    "InventoryAdjustment",
    "Invoice",
    "ItemReceipt",
    "JournalEntry",
    "LiabilityAdjustment",
    "Paycheck",
    "PayrollLiabilityCheck",
    "PurchaseOrder",
    "ReceivePayment",
    "SalesOrder",
    "SalesReceipt",
    "SalesTaxPaymentCheck",
    "Transfer",
    "VendorCredit",
    "YTDAdjustment",
  );

export const linkedTxn = () =>
  block({
    TxnID: id(),
    TxnType: txnType(),
    TxnDate: date(),
    RefNumber: str(20),
    LinkType: enumOf("AMTTYPE", "QUANTYPE").since(3),
    Amount: amt(),
  }).repeat();

export const billableStatus = () => enumOf("Billable", "NotBillable", "HasBeenBilled");

/** The first fields of every list entry. */
export const listIdentity = () => ({
  ListID: id(),
  TimeCreated: datetime(),
  TimeModified: datetime(),
  EditSequence: str(16),
});

/** The first fields of every transaction. */
export const txnIdentity = () => ({
  TxnID: id(),
  TimeCreated: datetime(),
  TimeModified: datetime(),
  EditSequence: str(16),
  TxnNumber: int(),
});

export const currencyRef = () => ref(64).since(8);
