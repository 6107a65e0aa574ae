import type { PostalAddress } from "@/db/schema";

/** What may be changed of a vendor, as it is kept. Empty is null, so that two versions compare. */
export interface VendorFields {
  name: string;
  companyName: string | null;
  email: string | null;
  phone: string | null;
  nameOnCheck: string | null;
  accountNumber: string | null;
  termsListId: string | null;
  address: PostalAddress | null;
}

export type VendorField = keyof VendorFields;

/** The fields as people call them, in the order of the form. */
export const VENDOR_FIELD_LABELS: Record<VendorField, string> = {
  name: "Name",
  companyName: "Company",
  email: "Email",
  phone: "Phone",
  address: "Address",
  termsListId: "Terms",
  nameOnCheck: "Name on checks",
  accountNumber: "Account number",
};

export const VENDOR_FIELDS = Object.keys(VENDOR_FIELD_LABELS) as VendorField[];
