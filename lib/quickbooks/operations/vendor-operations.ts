import type { Tx } from "@/db/client";
import type { PendingChange } from "@/db/schema";
import { QUICKBOOKS, record } from "@/lib/audit/record";
import { upsertList } from "@/lib/ledger/list-store";
import { type NamedEntry, whyRefused } from "@/lib/ledger/named-entry";
import { vendorChanges } from "@/lib/ledger/vendor-fields";
import {
  afterSending,
  getTerms,
  lockVendors,
  savePendingChanges,
  termsNames,
  type VendorToSend,
} from "@/lib/ledger/vendor-store";
import type { Job } from "@/lib/queue/job-moves";
import { request } from "@/lib/quickbooks/qbxml/encode";
import { customerQuery } from "@/lib/quickbooks/qbxml/messages/customer-query";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";
import type { ReadRecord } from "@/lib/quickbooks/qbxml/response-event";
import { absorbEntries, type EntryPayload, judgeSharedName, NAME_TAKEN } from "./add-entry";
import { listRecord } from "./list-records";
import { sendOrBlock } from "./send-or-block";
import { settleVendor, vendorAddRequest, vendorModRequest } from "./vendor-request";
import {
  type Finding,
  lookUpId,
  type Plan,
  type Planner,
  type RunContext,
  type WriteOperation,
} from "./write-operation";

/** What is kept of a VendorMod until it is settled. */
export interface VendorModPayload {
  vendorId: string;
  listId: string;
  name: string;
  editSequence: string;
  sent: PendingChange;
}

/** QuickBooks changed these fields as well: its version stands, and what was wished here is told and forgotten. */
async function overrule(
  tx: Tx,
  { connectionId, now }: RunContext,
  orgId: string,
  vendor: VendorToSend,
  overruled: PendingChange,
): Promise<void> {
  const left = Object.entries(vendor.pendingChange ?? {}).filter(([field]) => !(field in overruled));
  await savePendingChanges(tx, [{ vendorId: vendor.id, pending: Object.fromEntries(left) }]);
  const changes = vendorChanges(overruled, await termsNames(tx, connectionId));
  await record(tx, [
    {
      orgId,
      subject: vendor.id,
      ...QUICKBOOKS,
      name: "vendor.change-overruled",
      // Read as the wish is: from what was asked for, to what stands.
      data: {
        name: vendor.name,
        changes: changes.map(({ field, from, to }) => ({ field, from: to, to: from })),
      },
      at: now,
    },
  ]);
}

type Terms = ReadonlyMap<string, NamedEntry>;

/** Why QuickBooks would refuse these terms, by ListID; undefined where it would not, or where there are none. */
const termsRefused = (terms: Terms, listId: unknown): string | undefined =>
  whyRefused([terms.get(String(listId ?? "")) ?? null], "choose other terms for the vendor");

function planAdd(job: Job, vendor: VendorToSend, terms: Terms, version: string): Plan {
  const refused = termsRefused(terms, vendor.termsListId);
  if (refused) return { do: "block", job, on: null, reason: refused };
  const { name, externalGuid } = vendor;
  const payload: EntryPayload = { entryId: vendor.id, name, fullName: name, externalGuid };
  return sendOrBlock({ job, version }, "vendor.add", vendorAddRequest(vendor, job.id, version), payload);
}

async function planMod(
  tx: Tx,
  context: RunContext,
  job: Job,
  vendor: VendorToSend,
  terms: Terms,
): Promise<Plan> {
  const { send, overruled } = settleVendor(vendor);
  if (Object.keys(overruled).length > 0) await overrule(tx, context, job.orgId, vendor, overruled);
  if (Object.keys(send).length === 0) {
    await savePendingChanges(tx, [{ vendorId: vendor.id, pending: {} }]);
    return { do: "drop", job };
  }
  const refused = termsRefused(terms, send.termsListId?.to);
  if (refused) return { do: "block", job, on: null, reason: refused };
  const { listId, editSequence, name } = vendor;
  if (!listId || !editSequence) {
    return { do: "block", job, on: null, reason: "QuickBooks has not described this vendor yet." };
  }
  const payload: VendorModPayload = { vendorId: vendor.id, listId, name, editSequence, sent: send };
  const built = vendorModRequest(vendor, send, job.id);
  return sendOrBlock({ job, version: context.version }, "vendor.mod", built, payload);
}

/** VendorAdd for a vendor that QuickBooks does not have, VendorMod for a change of one that it has. */
export const vendorPlanner: Planner = {
  kind: "vendor",
  async plan(tx, context, jobs) {
    const vendors = await lockVendors(
      tx,
      jobs.map((job) => job.subjectId),
    );
    const terms = await getTerms(
      tx,
      context.connectionId,
      [...vendors.values()].flatMap(({ termsListId, pendingChange }) => [
        termsListId ?? "",
        String(pendingChange?.termsListId?.to ?? ""),
      ]),
    );
    const plans: Plan[] = [];
    for (const job of jobs) {
      const vendor = vendors.get(job.subjectId);
      if (!vendor || vendor.isDeleted || (vendor.listId && !vendor.pendingChange)) {
        plans.push({ do: "drop", job });
      } else if (vendor.listId) plans.push(await planMod(tx, context, job, vendor, terms));
      else plans.push(planAdd(job, vendor, terms, context.version));
    }
    return plans;
  },
};

/**
 * A new vendor. A name that QuickBooks already has is looked up among vendors and among customers, which
 * share their names: a vendor is linked, inactive or not; a customer's name is refused in words.
 */
export const vendorAddOperation: WriteOperation<EntryPayload> = {
  name: "vendor.add",
  absorb: (tx, context, answers) => absorbEntries(tx, context, "vendor", answers),
  isWorthALook: (code) => code === NAME_TAKEN,
  lookUp: (jobId, payload) => [
    request(vendorQuery, jobId, { FullName: [payload.name] }),
    request(customerQuery, lookUpId(jobId, 2), {
      FullName: [payload.name],
      IncludeRetElement: ["ListID", "Name", "FullName"],
    }),
  ],
  judge: async (_tx, _context, look) => judgeSharedName("vendor", look),
};

const STALE = "3200";
const GONE = "3120";

/**
 * A change of a vendor. When its EditSequence is out of date, QuickBooks is asked for the vendor: what
 * did not change there goes again without an attempt; a field that was changed there as well stays as
 * QuickBooks has it.
 */
export const vendorModOperation: WriteOperation<VendorModPayload> = {
  name: "vendor.mod",
  async absorb(tx, context, answers) {
    const records = answers.flatMap(({ record: ret }) =>
      ret ? (listRecord({ name: "VendorRet", record: ret as ReadRecord["record"] }) ?? []) : [],
    );
    await upsertList(tx, "vendor", context.connectionId, records);
    const vendors = await lockVendors(
      tx,
      answers.map(({ payload }) => payload.vendorId),
    );
    await savePendingChanges(
      tx,
      answers.map(({ payload: { vendorId, sent } }) => ({
        vendorId,
        pending: afterSending(vendors.get(vendorId)?.pendingChange ?? {}, sent),
      })),
    );
    await record(
      tx,
      answers.map(({ job, payload: { vendorId, name } }) => ({
        ...{ orgId: job.orgId, subject: vendorId, ...QUICKBOOKS, at: context.now },
        name: "vendor.updated" as const,
        data: { name: vendors.get(vendorId)?.name ?? name },
      })),
    );
  },
  isWorthALook: (code) => code === STALE || code === GONE,
  lookUp: (jobId, payload) => [request(vendorQuery, jobId, { ListID: [payload.listId] })],
  async judge(tx, context, { job, payload, records, refusal }): Promise<Finding> {
    const read = records.find(({ name }) => name === "VendorRet");
    const seen = read && listRecord(read);
    if (!seen) {
      const message = "QuickBooks does not have this vendor any more: it was deleted there.";
      return { outcome: "refused", code: GONE, message: refusal?.message ?? message };
    }
    await upsertList(tx, "vendor", context.connectionId, [seen]);
    const vendor = (await lockVendors(tx, [payload.vendorId])).get(payload.vendorId);
    if (!vendor) return { outcome: "absent" };
    const settled = settleVendor({ ...vendor, pendingChange: payload.sent });
    if (Object.keys({ ...settled.send, ...settled.overruled }).length === 0) {
      return { outcome: "done", record: read.record, recordName: read.name };
    }
    if (refusal && seen.editSequence === payload.editSequence) return { outcome: "refused", ...refusal };
    if (Object.keys(settled.overruled).length > 0) {
      await overrule(tx, context, job.orgId, vendor, settled.overruled);
    }
    return { outcome: "absent" };
  },
};
