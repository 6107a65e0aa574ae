import type { PendingChange, PostalAddress } from "@/db/schema";
import type { VendorField, VendorFields } from "@/lib/ledger/vendor-field-labels";
import { settleWish } from "@/lib/ledger/vendor-fields";
import type { VendorToSend } from "@/lib/ledger/vendor-store";
import { type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { vendorAdd } from "@/lib/quickbooks/qbxml/messages/vendor-add";
import { vendorMod } from "@/lib/quickbooks/qbxml/messages/vendor-mod";
import { markOf } from "./add-entry";
import { quickBooksText } from "./texts";

const LINES = ["Addr1", "Addr2", "Addr3", "Addr4", "Addr5"] as const;

/** Every part is named, so that in a Mod what is not there any more is emptied. */
function wholeAddress(address: PostalAddress | null) {
  const lines = Object.fromEntries(LINES.map((line, index) => [line, address?.lines[index] ?? ""]));
  return {
    ...(lines as Record<(typeof LINES)[number], string>),
    City: address?.city ?? "",
    State: address?.state ?? "",
    PostalCode: address?.postalCode ?? "",
    Country: address?.country ?? "",
  };
}

/** An address for an Add: only what it has. */
function givenAddress(address: PostalAddress) {
  const parts = Object.entries(wholeAddress(address)).filter(([, text]) => text !== "");
  return Object.fromEntries(parts) as Partial<ReturnType<typeof wholeAddress>>;
}

export function vendorAddRequest(vendor: VendorToSend, jobId: string, version: string): Request {
  const text = (value: string | null) => quickBooksText(value ?? "");
  return request(vendorAdd, jobId, {
    Name: text(vendor.name) ?? "",
    CompanyName: text(vendor.companyName),
    VendorAddress: vendor.address ? givenAddress(vendor.address) : undefined,
    Phone: text(vendor.phone),
    Email: text(vendor.email),
    NameOnCheck: text(vendor.nameOnCheck),
    AccountNumber: text(vendor.accountNumber),
    TermsRef: vendor.termsListId ? { ListID: vendor.termsListId } : undefined,
    ...markOf(vendorAdd, vendor.externalGuid, version),
    CurrencyRef: vendor.currency === null ? undefined : { FullName: vendor.currency },
  });
}

/** Only the fields that change are named: QuickBooks leaves the others as they are. */
export function vendorModRequest(vendor: VendorToSend, send: PendingChange, jobId: string): Request {
  const text = (field: VendorField, element: string) =>
    field in send ? { [element]: quickBooksText(String(send[field]?.to ?? "")) ?? "" } : {};
  const wishedAddress = (send.address?.to ?? null) as VendorFields["address"];
  return request(vendorMod, jobId, {
    ListID: vendor.listId ?? "",
    EditSequence: vendor.editSequence ?? "",
    ...text("name", "Name"),
    ...text("companyName", "CompanyName"),
    ...("address" in send ? { VendorAddress: wholeAddress(wishedAddress) } : {}),
    ...text("phone", "Phone"),
    ...text("email", "Email"),
    ...text("nameOnCheck", "NameOnCheck"),
    ...text("accountNumber", "AccountNumber"),
    ...("termsListId" in send ? { TermsRef: { ListID: String(send.termsListId?.to ?? "") } } : {}),
  });
}

/** What of a vendor's wish is to be sent, against what its columns say QuickBooks has. */
export const settleVendor = (vendor: VendorToSend) => settleWish(vendor.pendingChange ?? {}, { ...vendor });
