import { children } from "../qbxml/read-xml";
import type { Fields } from "../qbxml/write-xml";
import type { Handler } from "./context";
import { wantedElements } from "./iterators";
import { withAddressBlocks } from "./lists";
import { reference } from "./references";
import type { Switches } from "./switches";
import { writeRet } from "./write-ret";

/** The spec levels that QuickBooks releases speak, the newest last, as HostRet lists them. */
const QBXML_VERSIONS = [
  "1.0",
  "1.1",
  "2.0",
  "2.1",
  "3.0",
  "4.0",
  "4.1",
  "5.0",
  "6.0",
  "7.0",
  "8.0",
  "9.0",
  "10.0",
  "11.0",
  "12.0",
  "13.0",
  "14.0",
  "15.0",
  "16.0",
  "17.0",
];

/** Those that the installed release speaks. */
export function spokenVersions(switches: Switches): string[] {
  return QBXML_VERSIONS.slice(0, QBXML_VERSIONS.indexOf(switches.newestQbxml) + 1);
}

const hostQuery: Handler = (context, request) => ({
  body: writeRet(
    "HostRet",
    {
      ProductName: context.switches.productName,
      MajorVersion: context.switches.majorVersion,
      MinorVersion: "0",
      Country: "US",
      SupportedQBXMLVersion: spokenVersions(context.switches),
      IsAutomaticLogin: String(!context.switches.quickBooksOpen),
      QBFileMode: context.state.preferences.multiUser ? "MultiUser" : "SingleUser",
    },
    wantedElements(request),
  ),
});

const companyQuery: Handler = (context, request) => {
  const { state } = context;
  const extensions: Fields[] = children(request, "OwnerID").flatMap(({ text }) => {
    const application = state.applications[text.toUpperCase()];
    if (!application) return [];
    const one = (DataExtName: string, DataExtValue: string) => ({
      OwnerID: text,
      DataExtName,
      DataExtType: "STR255TYPE",
      DataExtValue,
    });
    return [one("AppLock", "LOCKED"), one("FileID", application.fileId)];
  });
  const company = withAddressBlocks({ Address: state.address });
  return {
    body: writeRet(
      "CompanyRet",
      {
        ...company,
        LegalAddress: state.address,
        IsSampleCompany: "false",
        CompanyName: state.name,
        LegalCompanyName: state.legalName,
        FirstMonthFiscalYear: "January",
        FirstMonthIncomeTaxYear: "January",
        TaxForm: "Form1120S",
        DataExtRet: extensions,
      },
      wantedElements(request),
    ),
  };
};

const preferencesQuery: Handler = (context, request) => {
  const { preferences } = context.state;
  const yes = (value: boolean) => String(value);
  return {
    body: writeRet(
      "PreferencesRet",
      {
        AccountingPreferences: {
          IsUsingAccountNumbers: yes(preferences.usesAccountNumbers),
          IsRequiringAccounts: yes(preferences.requiresAccounts),
          IsUsingClassTracking: yes(preferences.usesClasses),
          IsUsingAuditTrail: "true",
          IsAssigningJournalEntryNumbers: "true",
          ClosingDate: preferences.closingDate,
        },
        FinanceChargePreferences: {
          GracePeriod: "0",
          IsAssessingForOverdueCharges: "false",
          CalculateChargesFrom: "DueDate",
          IsMarkedToBePrinted: "false",
        },
        JobsAndEstimatesPreferences: {
          IsUsingEstimates: "true",
          IsUsingProgressInvoicing: "true",
          IsPrintingItemsWithZeroAmounts: "false",
        },
        MultiCurrencyPreferences: {
          IsMultiCurrencyOn: yes(preferences.homeCurrency !== undefined),
          HomeCurrencyRef: reference(context.state, "Currency", preferences.homeCurrency),
        },
        PurchasesAndVendorsPreferences: {
          IsUsingInventory: yes(preferences.usesInventory),
          DaysBillsAreDue: String(preferences.daysBillsAreDue),
          IsAutomaticallyUsingDiscounts: "false",
        },
        ReportsPreferences: { AgingReportBasis: "AgeFromDueDate", SummaryReportBasis: "Accrual" },
        SalesAndCustomersPreferences: {
          IsTrackingReimbursedExpensesAsIncome: "false",
          IsAutoApplyingPayments: "true",
        },
        TimeTrackingPreferences: { FirstDayOfWeek: "Monday" },
        CurrentAppAccessRights: {
          IsAutomaticLoginAllowed: yes(context.switches.unattendedAccess),
          AutomaticLoginUserName: context.switches.unattendedAccess ? "Admin" : undefined,
          IsPersonalDataAccessAllowed: "false",
        },
      },
      wantedElements(request),
    ),
  };
};

/** The queries for the program and the company itself. */
export const COMPANY_QUERIES: Record<string, Handler> = {
  HostQuery: hostQuery,
  CompanyQuery: companyQuery,
  PreferencesQuery: preferencesQuery,
};
