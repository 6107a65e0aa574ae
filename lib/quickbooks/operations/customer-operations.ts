import { waitsForEntry } from "@/lib/ledger/enqueue-entries";
import { type CustomerToSend, getCustomersToSend, pathToSend } from "@/lib/ledger/entries-to-send";
import { whyRefused } from "@/lib/ledger/named-entry";
import type { Job } from "@/lib/queue/job-moves";
import { request } from "@/lib/quickbooks/qbxml/encode";
import { customerAdd } from "@/lib/quickbooks/qbxml/messages/customer-add";
import { customerQuery } from "@/lib/quickbooks/qbxml/messages/customer-query";
import { vendorQuery } from "@/lib/quickbooks/qbxml/messages/vendor-query";
import { absorbEntries, type EntryPayload, isTop, judgeSharedName, markOf, NAME_TAKEN } from "./add-entry";
import { sendOrBlock } from "./send-or-block";
import { quickBooksText } from "./texts";
import { lookUpId, type Plan, type Planner, type WriteOperation } from "./write-operation";

function planCustomer(job: Job, customer: CustomerToSend | undefined, version: string): Plan {
  if (!customer || customer.listId || customer.isDeleted) return { do: "drop", job };
  const { name, parent, externalGuid } = customer;
  if (parent && !parent.listId) {
    return { do: "block", job, on: parent.id, reason: waitsForEntry("customer", parent.fullName) };
  }
  const refused = whyRefused(customer.named, "enter the job anew under another");
  if (refused) return { do: "block", job, on: null, reason: refused };
  const built = request(customerAdd, job.id, {
    Name: quickBooksText(name) ?? "",
    ParentRef: parent?.listId ? { ListID: parent.listId } : undefined,
    CompanyName: quickBooksText(customer.companyName ?? ""),
    JobDesc: quickBooksText(customer.jobDescription ?? ""),
    ...markOf(customerAdd, externalGuid, version),
  });
  const payload: EntryPayload = { entryId: customer.id, name, fullName: pathToSend(customer), externalGuid };
  return sendOrBlock({ job, version }, "customer.add", built, payload);
}

/** CustomerAdd; a job waits for the customer or the job that it stands under. */
export const customerPlanner: Planner = {
  kind: "customer",
  async plan(tx, context, jobs) {
    const customers = await getCustomersToSend(
      tx,
      jobs.map((job) => job.subjectId),
    );
    return jobs.map((job) => planCustomer(job, customers.get(job.subjectId), context.version));
  },
};

/**
 * A new customer or job. One that QuickBooks already has under that path is linked, inactive or not; at
 * the top, where vendors share the names, a vendor's name is refused in words.
 */
export const customerAddOperation: WriteOperation<EntryPayload> = {
  name: "customer.add",
  absorb: (tx, context, answers) => absorbEntries(tx, context, "customer", answers),
  isWorthALook: (code) => code === NAME_TAKEN,
  lookUp: (jobId, payload) => [
    request(customerQuery, jobId, { FullName: [payload.fullName] }),
    ...(isTop(payload)
      ? [
          request(vendorQuery, lookUpId(jobId, 2), {
            FullName: [payload.name],
            IncludeRetElement: ["ListID", "Name"],
          }),
        ]
      : []),
  ],
  judge: async (_tx, _context, look) => judgeSharedName("customer", look),
};
