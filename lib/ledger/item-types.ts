/** The kinds of items that may be entered here: qbXML's own names without Item. */
export const NEW_ITEM_TYPES = ["Service", "NonInventory", "Inventory", "OtherCharge"] as const;
export type NewItemType = (typeof NEW_ITEM_TYPES)[number];

export const ITEM_TYPE_NAMES: Record<NewItemType, string> = {
  Service: "Service",
  NonInventory: "Non-inventory part",
  Inventory: "Inventory part",
  OtherCharge: "Other charge",
};

/** Groups, subtotals, discounts, payments and taxes are not bought on a bill line of their own. */
export const BOUGHT_ITEM_TYPES: readonly string[] = [...NEW_ITEM_TYPES, "InventoryAssembly", "FixedAsset"];

interface AccountRule {
  /** In a sentence: "Choose …". */
  label: string;
  required: boolean;
  /** qbXML's AccountType. */
  types: readonly string[];
}

const COST = [
  "Expense",
  "CostOfGoodsSold",
  "OtherExpense",
  "OtherCurrentAsset",
  "FixedAsset",
  "OtherAsset",
  "OtherCurrentLiability",
  "LongTermLiability",
  "Income",
  "OtherIncome",
  "Equity",
];
const INCOME = ["Income", "OtherIncome"];

const BOUGHT: Record<string, AccountRule> = {
  accountId: { label: "the account that buying it posts to", required: true, types: COST },
  incomeAccountId: { label: "the income account", required: false, types: INCOME },
};
const IN_STOCK: Record<string, AccountRule> = {
  accountId: { label: "the cost of goods sold account", required: true, types: ["CostOfGoodsSold"] },
  incomeAccountId: { label: "the income account", required: true, types: INCOME },
  assetAccountId: { label: "the inventory asset account", required: true, types: ["OtherCurrentAsset"] },
};

/** The accounts of this kind of item by their field, and which account types QuickBooks takes there. */
export const itemAccounts = (type: NewItemType): Record<string, AccountRule> =>
  type === "Inventory" ? IN_STOCK : BOUGHT;
