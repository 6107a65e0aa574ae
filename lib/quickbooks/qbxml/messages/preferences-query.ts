import {
  amt,
  block,
  bool,
  date,
  enumOf,
  int,
  percent,
  ref,
  sequence,
  str,
} from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import { currencyRef, includeRet } from "@/lib/quickbooks/qbxml/messages/shared-blocks";

export const preferencesQuery = defineMessage({
  name: "PreferencesQuery",
  kind: "query",
  since: 1.1,
  attributes: [],
  request: sequence(includeRet()),
  records: {
    PreferencesRet: block({
      AccountingPreferences: block({
        IsUsingAccountNumbers: bool(),
        IsRequiringAccounts: bool(),
        IsUsingClassTracking: bool(),
        AssignClassesTo: enumOf("None", "Accounts", "Items", "Names").since(12),
        IsUsingAuditTrail: bool(),
        IsAssigningJournalEntryNumbers: bool(),
        ClosingDate: date(),
      }),
      FinanceChargePreferences: block({
        AnnualInterestRate: percent(),
        MinFinanceCharge: amt(),
        GracePeriod: int(),
        FinanceChargeAccountRef: ref(159),
        IsAssessingForOverdueCharges: bool(),
        CalculateChargesFrom: enumOf("DueDate", "InvoiceOrBilledDate"),
        IsMarkedToBePrinted: bool(),
      }),
      JobsAndEstimatesPreferences: block({
        IsUsingEstimates: bool(),
        IsUsingProgressInvoicing: bool(),
        IsPrintingItemsWithZeroAmounts: bool(),
      }),
      MultiCurrencyPreferences: block({
        IsMultiCurrencyOn: bool(),
        HomeCurrencyRef: currencyRef(),
      }).since(8),
      MultiLocationInventoryPreferences: block({
        IsMultiLocationInventoryAvailable: bool(),
        IsMultiLocationInventoryEnabled: bool(),
      }).since(10),
      PurchasesAndVendorsPreferences: block({
        IsUsingInventory: bool(),
        DaysBillsAreDue: int(),
        IsAutomaticallyUsingDiscounts: bool(),
        DefaultDiscountAccountRef: ref(159),
      }),
      ReportsPreferences: block({
        AgingReportBasis: enumOf("AgeFromDueDate", "AgeFromTransactionDate"),
        SummaryReportBasis: enumOf("Accrual", "Cash"),
      }),
      SalesAndCustomersPreferences: block({
        DefaultShipMethodRef: ref(15),
        DefaultFOB: str(13),
        DefaultMarkup: percent(),
        IsTrackingReimbursedExpensesAsIncome: bool(),
        IsAutoApplyingPayments: bool(),
        PriceLevels: block({ IsUsingPriceLevels: bool(), IsRoundingSalesPriceUp: bool() }).since(4),
      }),
      SalesTaxPreferences: block({
        DefaultItemSalesTaxRef: ref(31),
        PaySalesTax: enumOf("Monthly", "Quarterly", "Annually"),
        DefaultTaxableSalesTaxCodeRef: ref(3),
        DefaultNonTaxableSalesTaxCodeRef: ref(3),
        IsUsingVendorTaxCode: bool(),
        IsUsingCustomerTaxCode: bool(),
        IsUsingAmountsIncludeTax: bool(),
      }),
      TimeTrackingPreferences: block({
        FirstDayOfWeek: enumOf("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
      }),
      CurrentAppAccessRights: block({
        IsAutomaticLoginAllowed: bool(),
        AutomaticLoginUserName: str(29),
        IsPersonalDataAccessAllowed: bool(),
      }),
      ItemsAndInventoryPreferences: block({
        EnhancedInventoryReceivingEnabled: bool(),
        IsTrackingSerialOrLotNumber: enumOf("None", "SerialNumber", "LotNumber"),
        isTrackingOnSalesTransactionsEnabled: bool(),
        isTrackingOnPurchaseTransactionsEnabled: bool(),
        isTrackingOnInventoryAdjustmentEnabled: bool(),
        isTrackingOnBuildAssemblyEnabled: bool(),
        FIFOEnabled: bool(),
        FIFOEffectiveDate: date(),
        IsRSBEnabled: bool().since(12),
        IsBarcodeEnabled: bool().since(12),
      }).since(11),
    }),
  },
});
