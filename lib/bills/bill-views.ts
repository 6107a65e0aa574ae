import { z } from "zod";
import { may } from "@/lib/access/actor";
import { query } from "@/lib/access/command";
import { getSettings } from "@/lib/orgs/settings";
import { allowedActions } from "./allowed-actions";
import { approvalSteps } from "./approval-steps";
import { checkBill } from "./bill-checks";
import { getContent } from "./bill-content";
import { type BillRecord, getBillRecord, getNeighbours } from "./bill-record-views";
import { getCheckedBill } from "./checked-bill";
import { compareQuickBooksBills } from "./quickbooks-diff";
import { withoutError } from "./sync-status";
import { tellEvent } from "./tell-event";

/** The link as people see it: what was approved beside what QuickBooks has now. */
function linkView(link: NonNullable<BillRecord["link"]>) {
  const { written, current, ...rest } = link;
  const compared = written && current ? compareQuickBooksBills(written, current) : [];
  return { ...rest, compared, differs: compared.some((field) => field.differs) };
}

/**
 * One bill with all that is known of it, and what this actor may do to it now. Throws "not-found" for
 * another organisation's bill and for one that an Approver has no part in.
 */
export const readBill = query({
  name: "bill.read",
  input: z.object({ billId: z.uuid() }),
  async run({ actor, db }, { billId }) {
    const record = await getBillRecord(db, actor, billId);
    const [content, checked, settings, neighbours] = await Promise.all([
      getContent(db, billId),
      getCheckedBill(db, billId),
      getSettings(db, actor.orgId),
      getNeighbours(db, actor, billId),
    ]);
    const ofRound = record.signatures.filter(({ round }) => round === record.round);
    const { id, connectionId, state, round, version, enteredById, enteredBy, createdAt } = record;
    const showsErrors = may(actor, "sync-error.read");
    return {
      ...{ id, connectionId, state, round, version, enteredBy, createdAt, content, neighbours },
      checks: checkBill(checked),
      steps: approvalSteps(state, record.route, ofRound),
      signatures: record.signatures,
      revisions: record.revisions,
      allowed: allowedActions(actor, {
        ...{ state, settings, route: record.route, signatures: ofRound, sync: record.sync },
        enteredBy: enteredById,
        approvedAt: record.approvedAt,
      }),
      link: record.link && linkView(record.link),
      sync: showsErrors ? record.sync : withoutError(record.sync),
      errors: showsErrors ? record.errors : [],
      timeline: record.events
        .filter((event) => showsErrors || event.name !== "bill.refused")
        .map((event) => tellEvent(event)),
    };
  },
});

export type BillView = Awaited<ReturnType<typeof readBill>>;
