import { z } from "zod";
import type { Db } from "@/db/client";
import { may } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import { getSettings } from "@/lib/orgs/settings";
import { allowedActions } from "./allowed-actions";
import { approvalSteps } from "./approval-steps";
import { checkBill } from "./bill-checks";
import { getContent } from "./bill-content";
import { listDocuments } from "./bill-documents";
import { type BillRecord, getBillRecord, getNeighbours } from "./bill-record-views";
import { getBillsToSend } from "./bills-to-send";
import { getCheckedBill } from "./checked-bill";
import { asIntended, intendedBill } from "./intended-bill";
import { compareQuickBooksBills } from "./quickbooks-diff";
import { findSimilarBills, withoutHidden } from "./similar-bills";
import { withoutError } from "./sync-status";
import { tellEvent } from "./tell-event";
import { toldTo } from "./told-to";

/**
 * The link as people see it: what was approved beside what QuickBooks has now. While a change waits, that
 * is the version that would be written; afterwards, the one that was.
 */
async function linkView(db: Db, { id, link, sync, state }: BillRecord) {
  if (!link) return null;
  const { written, current, ...rest } = link;
  const waits = state === "approved" && sync.kind !== "linked";
  const toSend = waits ? (await getBillsToSend(db, [id])).get(id) : undefined;
  const approved = toSend && current ? asIntended(intendedBill(toSend), current) : written;
  const compared = approved && current ? compareQuickBooksBills(approved, current) : [];
  return { ...rest, compared, differs: compared.some((field) => field.differs) };
}

/** A bill that nobody decides about any more is not held against others. */
const SETTLED: readonly string[] = ["paid", "voided", "deleted"];

/**
 * One bill with all that is known of it, and what this actor may do to it now. Throws "not-found" for
 * another organisation's bill and for one that an Approver has no part in.
 */
export const readBill = query({
  name: "bill.read",
  input: z.object({ billId: z.uuid() }),
  async run({ actor, db }, { billId }) {
    const record = await getBillRecord(db, actor, billId);
    const [content, checked, settings, neighbours, link, documents] = await Promise.all([
      getContent(db, billId),
      getCheckedBill(db, billId),
      getSettings(db, actor.orgId),
      getNeighbours(db, actor, billId),
      linkView(db, record),
      listDocuments(db, billId),
    ]);
    const ofRound = record.signatures.filter(({ round }) => round === record.round);
    const { id, connectionId, state, round, version, enteredById, enteredBy, createdAt } = record;
    const asked = { billId: id, connectionId, ...content, vendorId: content.vendor?.id ?? null };
    const [similar = []] = SETTLED.includes(state) ? [] : await findSimilarBills(db, actor.orgId, [asked]);
    const checks = await withoutHidden(db, actor, checkBill({ ...checked, similar }));
    const showsErrors = may(actor, "sync-error.read");
    return {
      ...{ id, connectionId, state, round, version, enteredBy, createdAt, content, neighbours },
      documents,
      checks,
      steps: approvalSteps(state, record.route, ofRound),
      signatures: record.signatures,
      revisions: record.revisions,
      allowed: allowedActions(actor, {
        ...{ state, settings, route: record.route, signatures: ofRound, sync: record.sync },
        authorIds: record.authorIds,
        approvedAt: record.approvedAt,
        removal: record.removal,
        differs: link !== null && link.deletedAt === null && link.differs,
      }),
      link,
      /** It was entered in QuickBooks and taken over from there: nobody approved it here. */
      isImported: enteredById === null,
      removal: record.removal,
      sync: showsErrors ? record.sync : withoutError(record.sync),
      errors: showsErrors ? record.errors : [],
      timeline: toldTo(actor, record.events).map((event) => tellEvent(event, content.currency ?? null)),
    };
  },
});

export type BillView = Awaited<ReturnType<typeof readBill>>;
