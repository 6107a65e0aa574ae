import { z } from "zod";
import type { Tx } from "@/db/client";
import type { PendingChange } from "@/db/schema";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { enqueue, openJobState, withdraw } from "@/lib/queue/queue";
import { assertNameFree, getEntry, lockConnection } from "./entry-store";
import { VENDOR_FIELDS, type VendorFields } from "./vendor-field-labels";
import { isSameValue, vendorChanges, vendorInput } from "./vendor-fields";
import {
  lockVendors,
  savePendingChanges,
  termsListId,
  termsNames,
  type VendorToSend,
  writeEnteredVendor,
} from "./vendor-store";

/** From what stands there to what was entered; fields that stay are left out. */
function changesTo(before: VendorFields, after: VendorFields): PendingChange {
  return Object.fromEntries(
    VENDOR_FIELDS.filter((field) => !isSameValue(before[field], after[field])).map((field) => [
      field,
      { from: before[field], to: after[field] },
    ]),
  );
}

/** A vendor as its form shows it: what QuickBooks says, with what is wished over it. */
export function asWished(vendor: VendorFields & Pick<VendorToSend, "pendingChange">): VendorFields {
  const fields = VENDOR_FIELDS.map((field) => {
    const change = vendor.pendingChange?.[field];
    return [field, change ? change.to : vendor[field]];
  });
  return Object.fromEntries(fields) as VendorFields;
}

/** What waits for QuickBooks after this form; it goes into the queue, or out of it when nothing is left. */
async function wish(
  tx: Tx,
  place: { orgId: string; connectionId: string },
  vendor: VendorToSend,
  fields: VendorFields,
) {
  const pending = changesTo(vendor, fields);
  if (Object.keys(pending).length === 0) {
    const { inFlight } = await withdraw(tx, vendor.id);
    if (!inFlight) return savePendingChanges(tx, [{ vendorId: vendor.id, pending }]);
  }
  // A change that is on its way is not called back: what it will have changed is wished back behind it.
  for (const field of Object.keys(vendor.pendingChange ?? {}) as (keyof VendorFields)[]) {
    pending[field] ??= { from: vendor[field], to: fields[field] };
  }
  await savePendingChanges(tx, [{ vendorId: vendor.id, pending }]);
  await enqueue(tx, { ...place, kind: "vendor", subjectId: vendor.id });
}

/**
 * Changes a vendor. One that QuickBooks does not have yet is simply entered otherwise; a change of one
 * that it has waits beside what QuickBooks says, until QuickBooks has it.
 */
export const changeVendor = command({
  name: "vendor.change",
  input: vendorInput.extend({ vendorId: z.uuid() }),
  async run({ actor, tx, record }, { vendorId, termsId, ...entered }) {
    const { connectionId } = await getEntry(tx, actor.orgId, "vendor", vendorId);
    await lockConnection(tx, actor.orgId, connectionId);
    const vendor = (await lockVendors(tx, [vendorId])).get(vendorId);
    if (!vendor) throw new AppError("not-found");
    const fields: VendorFields = {
      ...entered,
      termsListId: await termsListId(tx, connectionId, termsId),
    };
    if (!isSameValue(vendor.name, fields.name)) {
      await assertNameFree(tx, "vendor", connectionId, fields.name, vendorId);
    }
    const change = changesTo(asWished(vendor), fields);
    if (Object.keys(change).length === 0) return;
    const place = { orgId: actor.orgId, connectionId };
    const job = await openJobState(tx, vendorId);
    const isOnItsWay = job === "sent" || job === "in_doubt";
    if (vendor.listId === null && !isOnItsWay) {
      await writeEnteredVendor(tx, vendorId, fields);
      // Refused before, perhaps for its name: with another it may try anew.
      if (job) await enqueue(tx, { ...place, kind: "vendor", subjectId: vendorId });
    } else {
      await wish(tx, place, vendor, fields);
    }
    const changes = vendorChanges(change, await termsNames(tx, connectionId));
    await record("vendor.changed", vendorId, { name: fields.name, changes });
  },
});
