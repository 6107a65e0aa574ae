import { amt, atMostOne, block, bool, enumOf, int, ref, sequence, str } from "@/lib/quickbooks/qbxml/fields";
import { defineMessage } from "@/lib/quickbooks/qbxml/message";
import {
  byListIdOrName,
  currencyFilter,
  currencyRef,
  dataExtRet,
  includeRet,
  listFilters,
  listIdentity,
  ownerId,
} from "@/lib/quickbooks/qbxml/messages/shared-blocks";

const accountType = () =>
  enumOf(
    "AccountsPayable",
    "AccountsReceivable",
    "Bank",
    "CostOfGoodsSold",
    "CreditCard",
    "Equity",
    "Expense",
    "FixedAsset",
    "Income",
    "LongTermLiability",
    "NonPosting",
    "OtherAsset",
    "OtherCurrentAsset",
    "OtherCurrentLiability",
    "OtherExpense",
    "OtherIncome",
  );

/** Has no iterator: the whole chart of accounts comes at once. */
export const accountQuery = defineMessage({
  name: "AccountQuery",
  kind: "query",
  since: 1,
  attributes: ["metaData"],
  request: sequence(
    atMostOne(
      ...byListIdOrName(),
      sequence(listFilters(), {
        AccountType: accountType().repeat(),
        CurrencyFilter: currencyFilter().since(8),
      }),
    ),
    includeRet(),
    ownerId(),
  ),
  records: {
    AccountRet: block({
      ...listIdentity(),
      Name: str(31),
      FullName: str(159),
      IsActive: bool(),
      ParentRef: ref(),
      Sublevel: int(),
      AccountType: accountType(),
      SpecialAccountType: enumOf(
        "AccountsPayable",
        "AccountsReceivable",
        "CondenseItemAdjustmentExpenses",
        "CostOfGoodsSold",
        "DirectDepositLiabilities",
        "Estimates",
        "ExchangeGainLoss",
        "InventoryAssets",
        "ItemReceiptAccount",
        "OpeningBalanceEquity",
        "PayrollExpenses",
        "PayrollLiabilities",
        "PettyCash",
        "PurchaseOrders",
        "ReconciliationDifferences",
        "RetainedEarnings",
        "SalesOrders",
        "SalesTaxPayable",
        "UncategorizedExpenses",
        "UncategorizedIncome",
        "UndepositedFunds",
      ).since(2.1),
      AccountNumber: str(7),
      BankNumber: str(25).since(2),
      Desc: str(200),
      Balance: amt(),
      TotalBalance: amt(),
      TaxLineInfoRet: block({ TaxLineID: int(), TaxLineName: str(256) }).since(2.1),
      CashFlowClassification: enumOf("None", "Operating", "Investing", "Financing", "NotApplicable").since(
        2.1,
      ),
      CurrencyRef: currencyRef(),
      DataExtRet: dataExtRet().since(2),
    }),
  },
});
