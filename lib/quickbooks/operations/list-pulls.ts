import { fetchBillsNaming } from "@/lib/bills/bills-naming";
import { markDeleted, markUnseen, upsertList } from "@/lib/ledger/list-store";
import type { ListName } from "@/lib/ledger/lists";
import { type Request, type RequestAttributes, request } from "@/lib/quickbooks/qbxml/encode";
import { accountQuery } from "@/lib/quickbooks/qbxml/messages/account-query";
import { classQuery } from "@/lib/quickbooks/qbxml/messages/class-query";
import { customerQuery } from "@/lib/quickbooks/qbxml/messages/customer-query";
import { itemQuery } from "@/lib/quickbooks/qbxml/messages/item-query";
import { listDeletedQuery } from "@/lib/quickbooks/qbxml/messages/list-deleted-query";
import { termsQuery } from "@/lib/quickbooks/qbxml/messages/terms-query";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";
import { listRecord } from "./list-records";
import { type Pull, type PullStep, page } from "./pull";

interface Filter {
  MaxReturned?: number;
  ActiveStatus: "All";
  FromModifiedDate?: string;
}

/** Inactive entries too: without them one that is made inactive would simply stay as it was. */
const filter = ({ fromModified: from, pageSize }: PullStep, isPaged: boolean): Filter => ({
  ...(isPaged ? { MaxReturned: pageSize } : {}),
  ActiveStatus: "All",
  ...(from ? { FromModifiedDate: from } : {}),
});

function listPull(
  list: ListName,
  label: string,
  build: { paged: boolean; request(id: string, filter: Filter, attributes?: RequestAttributes): Request },
): Pull {
  return {
    kind: `pull.${list}`,
    label,
    paging: build.paged ? "iterator" : "single",
    request: async (_tx, _context, step, requestId) =>
      build.request(requestId, filter(step, build.paged), build.paged ? page(step) : undefined),
    take: (tx, { connectionId }, records) =>
      upsertList(
        tx,
        list,
        connectionId,
        records.flatMap((record) => listRecord(record) ?? []),
      ),
    sweep: (tx, { connectionId }, runId) =>
      markUnseen(tx, list, connectionId, { runId, kind: `pull.${list}` }),
  };
}

const IDENTITY = ["ListID", "TimeModified", "EditSequence", "Name", "IsActive"];

/** Only what we keep is asked for: a tenth of the bytes of a full record. */
const VENDOR_FIELDS = [
  ...IDENTITY,
  "CompanyName",
  "VendorAddress",
  "Phone",
  "Email",
  "NameOnCheck",
  "AccountNumber",
  "TermsRef",
  "Balance",
  "ExternalGUID",
  "CurrencyRef",
];
const CUSTOMER_FIELDS = [...IDENTITY, "FullName", "ParentRef", "CompanyName", "ExternalGUID"];

/** The lists, in the order in which they name one another. */
export const LIST_PULLS: Pull[] = [
  listPull("account", "Accounts", { paged: false, request: (id, f) => request(accountQuery, id, f) }),
  listPull("terms", "Terms", { paged: false, request: (id, f) => request(termsQuery, id, f) }),
  listPull("class", "Classes", { paged: false, request: (id, f) => request(classQuery, id, f) }),
  listPull("customer", "Customers and jobs", {
    paged: true,
    request: (id, f, a) => request(customerQuery, id, { ...f, IncludeRetElement: CUSTOMER_FIELDS }, a),
  }),
  listPull("vendor", "Vendors", {
    paged: true,
    request: (id, f, a) => request(vendorQuery, id, { ...f, IncludeRetElement: VENDOR_FIELDS }, a),
  }),
  listPull("item", "Items", {
    paged: true,
    request: (id, f, a) => request(itemQuery, id, f, a),
  }),
];

const ITEM_TYPES = [
  "ItemDiscount",
  "ItemFixedAsset",
  "ItemGroup",
  "ItemInventory",
  "ItemInventoryAssembly",
  "ItemNonInventory",
  "ItemOtherCharge",
  "ItemPayment",
  "ItemSalesTax",
  "ItemSalesTaxGroup",
  "ItemService",
  "ItemSubtotal",
] as const;

const DELETED_TYPES = [
  "Account",
  "Class",
  "Customer",
  "DateDrivenTerms",
  ...ITEM_TYPES,
  "StandardTerms",
  "Vendor",
] as const;

function listOf(deletedType: string): ListName | undefined {
  if (deletedType.startsWith("Item")) return "item";
  if (deletedType.endsWith("Terms")) return "terms";
  const list = deletedType.toLowerCase();
  return list === "account" || list === "class" || list === "customer" || list === "vendor"
    ? list
    : undefined;
}

/** What was deleted from the lists, of the 90 days that QuickBooks remembers. */
export const deletedListsPull: Pull = {
  kind: "pull.deleted-lists",
  label: "Deleted list entries",
  paging: "single",
  request: async (_tx, _context, step, requestId) =>
    request(listDeletedQuery, requestId, {
      ListDelType: [...DELETED_TYPES],
      ...(step.fromModified ? { DeletedDateRangeFilter: { FromDeletedDate: step.fromModified } } : {}),
    }),
  async take(tx, { connectionId }, records) {
    const byList = new Map<ListName, string[]>();
    for (const { record } of records) {
      const list = listOf(String(record.ListDelType ?? ""));
      const listId = record.ListID;
      if (list && typeof listId === "string") byList.set(list, [...(byList.get(list) ?? []), listId]);
    }
    for (const [list, listIds] of byList) {
      await markDeleted(tx, list, connectionId, listIds);
      await fetchBillsNaming(tx, connectionId, list, listIds);
    }
  },
};
