import type { PostalAddress } from "@/db/schema";

/**
 * QuickBooks' lists, one row each: the table, its own columns and their SQL types. Upserts, look-ups
 * and deletions derive from it. Common to all: list_id, edit_sequence, time_modified, name, full_name,
 * is_active.
 */
export const LISTS = {
  account: {
    table: "accounts",
    label: "Account",
    columns: {
      parent_list_id: "text",
      account_type: "text",
      account_number: "text",
      description: "text",
      currency: "text",
    },
  },
  terms: {
    table: "terms",
    label: "Terms",
    columns: { due_days: "int", day_of_month_due: "int", due_next_month_days: "int" },
  },
  class: { table: "classes", label: "Class", columns: { parent_list_id: "text" } },
  customer: {
    table: "customers",
    label: "Customer:job",
    columns: { parent_list_id: "text", company_name: "text", external_guid: "text" },
  },
  vendor: {
    table: "vendors",
    label: "Vendor",
    columns: {
      company_name: "text",
      email: "text",
      phone: "text",
      terms_list_id: "text",
      balance: "numeric",
      name_on_check: "text",
      account_number: "text",
      address: "jsonb",
      currency: "text",
      external_guid: "text",
    },
  },
  item: {
    table: "items",
    label: "Item",
    columns: {
      parent_list_id: "text",
      item_type: "text",
      purchase_description: "text",
      purchase_cost: "numeric",
      expense_account_list_id: "text",
      external_guid: "text",
    },
  },
} as const satisfies Record<string, { table: string; label: string; columns: Record<string, string> }>;

export type ListName = keyof typeof LISTS;

/** Lists whose entries may be entered here and then go to QuickBooks, under a mark of our own (ExternalGUID). */
export const ENTERED_LISTS = ["vendor", "item", "customer"] as const satisfies ListName[];
export type EnteredList = (typeof ENTERED_LISTS)[number];

/** A record of a list as QuickBooks gave it. `fields` are the list's own columns, by column name. */
export interface ListRecord {
  listId: string;
  editSequence: string;
  timeModified: string;
  name: string;
  fullName: string;
  isActive: boolean;
  fields: Record<string, string | number | PostalAddress | undefined>;
}
