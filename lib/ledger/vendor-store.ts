import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { PendingChange } from "@/db/schema";
import { AppError } from "@/lib/core/errors";
import { type NamedEntry, namedEntry } from "./named-entry";
import type { VendorFields } from "./vendor-field-labels";
import { isSameValue } from "./vendor-fields";

/** A vendor with all that a VendorAdd or a VendorMod needs. */
export interface VendorToSend extends VendorFields {
  id: string;
  connectionId: string;
  listId: string | null;
  editSequence: string | null;
  externalGuid: string | null;
  isDeleted: boolean;
  /** By name; of one that was entered here null for the company's own. */
  currency: string | null;
  pendingChange: PendingChange | null;
}

/** Vendors as QuickBooks has them, or as they were entered here; locked. */
export async function lockVendors(tx: Tx, vendorIds: string[]): Promise<Map<string, VendorToSend>> {
  const found = await tx.execute<VendorToSend & Record<string, unknown>>(sql`
    select id, connection_id as "connectionId", list_id as "listId", edit_sequence as "editSequence",
      external_guid as "externalGuid", deleted_at is not null as "isDeleted", pending_change as "pendingChange",
      name, company_name as "companyName", email, phone, name_on_check as "nameOnCheck",
      account_number as "accountNumber", terms_list_id as "termsListId", address, currency
    from vendors where id = any(${sql.param(vendorIds)}::uuid[]) for update`);
  return new Map(found.rows.map((row) => [row.id, row]));
}

/** The ListID of terms of this company file by our id; null for none. */
export async function termsListId(
  tx: Tx,
  connectionId: string,
  termsId: string | null,
): Promise<string | null> {
  if (termsId === null) return null;
  const found = await tx.execute<{ listId: string | null }>(sql`
    select list_id as "listId" from terms
    where id = ${termsId} and connection_id = ${connectionId} and deleted_at is null`);
  if (found.rows.length === 0) throw new AppError("not-found");
  return found.rows[0]?.listId ?? null;
}

/** The names of a company file's terms, by ListID. */
export async function termsNames(tx: Tx, connectionId: string): Promise<Map<string, string>> {
  const found = await tx.execute<{ listId: string; name: string }>(sql`
    select list_id as "listId", name from terms where connection_id = ${connectionId} and list_id is not null`);
  return new Map(found.rows.map(({ listId, name }) => [listId, name]));
}

/** Terms of a company file as the ledger has them, by ListID. */
export async function getTerms(
  tx: Tx,
  connectionId: string,
  listIds: string[],
): Promise<Map<string, NamedEntry>> {
  const found = await tx.execute<{ listId: string; entry: NamedEntry }>(sql`
    select list_id as "listId", ${namedEntry("terms", "t", "Terms")} as entry from terms t
    where connection_id = ${connectionId} and list_id = any(${sql.param(listIds)}::text[])`);
  return new Map(found.rows.map(({ listId, entry }) => [listId, entry]));
}

/** Writes what was entered of vendors that QuickBooks does not have yet. */
export async function writeEnteredVendor(tx: Tx, vendorId: string, fields: VendorFields): Promise<void> {
  await tx.execute(sql`
    update vendors set name = ${fields.name}, full_name = ${fields.name}, company_name = ${fields.companyName},
      email = ${fields.email}, phone = ${fields.phone}, name_on_check = ${fields.nameOnCheck},
      account_number = ${fields.accountNumber}, terms_list_id = ${fields.termsListId},
      address = ${fields.address === null ? null : JSON.stringify(fields.address)}::jsonb
    where id = ${vendorId} and list_id is null`);
}

/** What is wished of each of these vendors from now on; nothing for a change without fields. */
export async function savePendingChanges(
  tx: Tx,
  rows: { vendorId: string; pending: PendingChange }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.execute(sql`
    update vendors set pending_change = nullif(x.pending, '{}'::jsonb)
    from json_to_recordset(${JSON.stringify(rows)}::json) as x("vendorId" uuid, pending jsonb)
    where vendors.id = x."vendorId"`);
}

/** What is left of a wish after QuickBooks took `sent`: what was changed again meanwhile builds on it. */
export function afterSending(pending: PendingChange, sent: PendingChange): PendingChange {
  return Object.fromEntries(
    Object.entries(pending).flatMap(([field, change]) => {
      const landed = sent[field];
      if (!landed) return [[field, change]];
      return isSameValue(landed.to, change.to) ? [] : [[field, { from: landed.to, to: change.to }]];
    }),
  );
}
