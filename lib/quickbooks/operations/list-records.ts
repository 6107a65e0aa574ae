import type { PostalAddress } from "@/db/schema";
import type { ListName, ListRecord } from "@/lib/ledger/lists";
import type { RecordOf } from "@/lib/quickbooks/qbxml/message";
import type { accountQuery } from "@/lib/quickbooks/qbxml/messages/account-query";
import type { classQuery } from "@/lib/quickbooks/qbxml/messages/class-query";
import type { customerQuery } from "@/lib/quickbooks/qbxml/messages/customer-query";
import type { itemQuery } from "@/lib/quickbooks/qbxml/messages/item-query";
import type { termsQuery } from "@/lib/quickbooks/qbxml/messages/terms-query";
import type { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";

interface Common {
  ListID?: string;
  EditSequence?: string;
  TimeModified?: string;
  Name?: string;
  FullName?: string;
  IsActive?: boolean;
}

type Fields = ListRecord["fields"];

const account = (ret: RecordOf<typeof accountQuery>): Fields => ({
  parent_list_id: ret.ParentRef?.ListID,
  account_type: ret.AccountType ?? "",
  account_number: ret.AccountNumber,
  description: ret.Desc,
  currency: ret.CurrencyRef?.FullName,
});

/** An address as it is kept: no empty parts, and none at all where QuickBooks has none. */
function postalAddress(
  given: RecordOf<typeof vendorQuery>["VendorAddress"] | undefined,
): PostalAddress | undefined {
  if (!given) return undefined;
  const { Addr1, Addr2, Addr3, Addr4, Addr5, City, State, PostalCode, Country } = given;
  const lines = [Addr1, Addr2, Addr3, Addr4, Addr5].flatMap((line) => line || []);
  const address: PostalAddress = {
    lines,
    ...(City ? { city: City } : {}),
    ...(State ? { state: State } : {}),
    ...(PostalCode ? { postalCode: PostalCode } : {}),
    ...(Country ? { country: Country } : {}),
  };
  return lines.length > 0 || Object.keys(address).length > 1 ? address : undefined;
}

const vendor = (ret: RecordOf<typeof vendorQuery>): Fields => ({
  company_name: ret.CompanyName,
  email: ret.Email,
  phone: ret.Phone,
  terms_list_id: ret.TermsRef?.ListID,
  balance: ret.Balance,
  name_on_check: ret.NameOnCheck,
  account_number: ret.AccountNumber,
  address: postalAddress(ret.VendorAddress),
  currency: ret.CurrencyRef?.FullName,
  external_guid: ret.ExternalGUID,
});

const customer = (ret: RecordOf<typeof customerQuery>): Fields => ({
  parent_list_id: ret.ParentRef?.ListID,
  company_name: ret.CompanyName,
  external_guid: ret.ExternalGUID,
});

const classFields = (ret: RecordOf<typeof classQuery>): Fields => ({ parent_list_id: ret.ParentRef?.ListID });

const standardTerms = (ret: RecordOf<typeof termsQuery, "StandardTermsRet">): Fields => ({
  due_days: ret.StdDueDays,
});

const dateDrivenTerms = (ret: RecordOf<typeof termsQuery, "DateDrivenTermsRet">): Fields => ({
  day_of_month_due: ret.DayOfMonthDue,
  due_next_month_days: ret.DueNextMonthDays,
});

type AnyItem = Partial<
  RecordOf<typeof itemQuery, "ItemServiceRet"> & RecordOf<typeof itemQuery, "ItemInventoryRet">
>;

/** What buying an item means: where the kinds keep it differs. */
const item =
  (itemType: string) =>
  (ret: AnyItem): Fields => ({
    parent_list_id: ret.ParentRef?.ListID,
    item_type: itemType,
    purchase_description: ret.SalesAndPurchase?.PurchaseDesc ?? ret.PurchaseDesc ?? ret.SalesOrPurchase?.Desc,
    purchase_cost: ret.SalesAndPurchase?.PurchaseCost ?? ret.PurchaseCost ?? ret.SalesOrPurchase?.Price,
    expense_account_list_id:
      ret.SalesAndPurchase?.ExpenseAccountRef?.ListID ??
      ret.COGSAccountRef?.ListID ??
      ret.SalesOrPurchase?.AccountRef?.ListID,
    external_guid: ret.ExternalGUID,
  });

const READERS: Record<string, { list: ListName; fields: (ret: never) => Fields }> = {
  AccountRet: { list: "account", fields: account },
  VendorRet: { list: "vendor", fields: vendor },
  CustomerRet: { list: "customer", fields: customer },
  ClassRet: { list: "class", fields: classFields },
  StandardTermsRet: { list: "terms", fields: standardTerms },
  DateDrivenTermsRet: { list: "terms", fields: dateDrivenTerms },
};

const ITEM_RET = /^Item(.+)Ret$/;

/** A list entry in the ledger's own form; undefined for a record without identity, which tells nothing. */
export function listRecord({ name, record }: ReadRecord): ListRecord | undefined {
  const ret = record as Common;
  const itemType = ITEM_RET.exec(name)?.[1];
  const fields = itemType ? item(itemType)(record) : READERS[name]?.fields(record as never);
  if (!fields || !ret.ListID || !ret.Name) return undefined;
  return {
    listId: ret.ListID,
    editSequence: ret.EditSequence ?? "",
    timeModified: ret.TimeModified ?? "",
    name: ret.Name,
    fullName: ret.FullName ?? ret.Name,
    isActive: ret.IsActive ?? true,
    fields,
  };
}
