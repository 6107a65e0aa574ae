import type { Tx } from "@/db/client";
import { QUICKBOOKS, record } from "@/lib/audit/record";
import { linkVendors } from "@/lib/ledger/vendor-store";
import { getVendorsToSend, type VendorToSend } from "@/lib/ledger/vendors-to-send";
import { checkRequest, supportsField } from "@/lib/quickbooks/qbxml/check";
import { request } from "@/lib/quickbooks/qbxml/encode";
import type { RecordOf } from "@/lib/quickbooks/qbxml/message";
import { vendorAdd } from "@/lib/quickbooks/qbxml/messages/vendor-add";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";
import { quickBooksText } from "./texts";
import type { Finding, Planner, WriteOperation } from "./write-operation";

type VendorRet = RecordOf<typeof vendorQuery, "VendorRet">;

interface VendorPayload {
  vendorId: string;
  name: string;
  externalGuid: string | null;
}

const NAME_TAKEN = "3100";

const dataOf = (vendor: VendorToSend, version: string) => ({
  Name: quickBooksText(vendor.name) ?? "",
  ...(vendor.externalGuid && supportsField(vendorAdd, "ExternalGUID", version)
    ? { ExternalGUID: vendor.externalGuid }
    : {}),
});

export const vendorPlanner: Planner = {
  kind: "vendor",
  async plan(tx: Tx, context, jobs) {
    const vendors = await getVendorsToSend(
      tx,
      jobs.map((job) => job.subjectId),
    );
    return jobs.map((job) => {
      const vendor = vendors.get(job.subjectId);
      if (!vendor || vendor.listId) return { do: "drop", job };
      const data = dataOf(vendor, context.version);
      const [problem] = checkRequest(vendorAdd, data, context.version);
      if (problem) return { do: "block", job, on: null, reason: problem.text };
      const payload: VendorPayload = {
        vendorId: vendor.id,
        name: data.Name,
        externalGuid: vendor.externalGuid,
      };
      return { do: "send", job, operation: "vendor.add", request: request(vendorAdd, job.id, data), payload };
    });
  },
};

/** A new vendor. A name that QuickBooks already has is linked, not doubled: the vendor is looked up by it. */
export const vendorAddOperation: WriteOperation<VendorPayload> = {
  name: "vendor.add",
  async absorb(tx, { connectionId, now }, answers) {
    const links = answers.flatMap(({ job, payload, record: ret, identity, found }) => {
      const vendor = ret as VendorRet | undefined;
      const listId = vendor?.ListID ?? identity?.listId;
      if (!listId) return [];
      const name = vendor?.Name ?? payload.name;
      return [
        {
          job,
          found,
          link: {
            vendorId: payload.vendorId,
            listId,
            editSequence: vendor?.EditSequence ?? identity?.editSequence ?? "",
            timeModified: vendor?.TimeModified ?? "",
            name,
          },
        },
      ];
    });
    await linkVendors(
      tx,
      connectionId,
      links.map(({ link }) => link),
    );
    await record(
      tx,
      links.map(({ job, found, link }) => ({
        orgId: job.orgId,
        subject: link.vendorId,
        ...QUICKBOOKS,
        name: "vendor.linked" as const,
        data: { name: link.name, listId: link.listId, found },
        at: now,
      })),
    );
  },
  isWorthALook: (code) => code === NAME_TAKEN,
  lookUp: (jobId, payload) => [request(vendorQuery, jobId, { FullName: [payload.name] })],
  async judge(_tx, _context, { payload, records, refusal }): Promise<Finding> {
    const vendors = records.map(({ record }) => record as VendorRet);
    const same = vendors.find((ret) => ret.Name?.toLowerCase() === payload.name.toLowerCase());
    if (same) return { outcome: "done", record: same };
    return refusal ? { outcome: "refused", ...refusal } : { outcome: "absent" };
  },
};
