import { z } from "zod";
import { type CommandContext, command } from "@/lib/access/command";
import type { Outcome } from "@/lib/approvals/decide";
import { AppError } from "@/lib/core/errors";
import { nameOf } from "@/lib/orgs/members-store";
import { getSettings } from "@/lib/orgs/settings";
import { enqueueBill } from "./enqueue-bill";
import { addSignature, type Bill, getRevision, getRoute, getSignatures, lockBill, moveBill } from "./store";
import { decideVerdict } from "./verdict-decision";

const base = {
  billId: z.uuid(),
  /** The version the person looked at: a bill changed since is not approved unseen. */
  version: z.number().int(),
  /** An Admin's explicit wish to step over the workflow. */
  override: z.boolean().default(false),
};

interface Verdict {
  billId: string;
  version: number;
  override: boolean;
  note?: string;
}

type Granted = Extract<Outcome, { ok: true }>;

/** Signs this round's revision, and tells what becomes of the bill. */
async function sign(
  { actor, tx, record }: CommandContext,
  input: Verdict,
  verdict: "approve" | "reject",
): Promise<{ bill: Bill; outcome: Granted["outcome"]; revision: { number: number; hash: string } }> {
  const bill = await lockBill(tx, actor.orgId, input.billId);
  const outcome = decideVerdict(
    actor,
    {
      state: bill.state,
      enteredBy: bill.enteredBy,
      route: await getRoute(tx, bill),
      signatures: await getSignatures(tx, bill),
      settings: await getSettings(tx, actor.orgId),
    },
    { verdict, override: input.override },
  );
  if (!outcome.ok) throw new AppError(outcome.code);
  if (bill.version !== input.version) throw new AppError("bill-changed");
  const revision = await getRevision(tx, bill);
  const forName = outcome.forUserId ? await nameOf(tx, outcome.forUserId) : undefined;
  await addSignature(tx, {
    billId: bill.id,
    revisionId: revision.id,
    round: bill.round,
    step: outcome.step,
    userId: actor.userId,
    forUserId: outcome.forUserId,
    verdict: verdict === "approve" ? "approved" : "rejected",
    isOverride: outcome.isOverride,
    note: input.note ?? null,
  });
  if (verdict === "approve") {
    await record("bill.signed", bill.id, {
      round: bill.round,
      step: outcome.step,
      revision: revision.number,
      revisionHash: revision.hash,
      override: outcome.isOverride,
      ...(forName ? { for: forName } : {}),
      ...(input.note ? { note: input.note } : {}),
    });
  }
  return { bill, outcome: outcome.outcome, revision };
}

/**
 * Approves a bill: signs its revision; the last signature that the workflow asks for moves it to
 * Accounts Payable and into the sync queue. Throws what decide refuses, "bill-changed".
 */
export const approveBill = command({
  name: "bill.approve",
  input: z.object({ ...base, note: z.string().trim().max(2000).optional() }),
  async run(context, input) {
    const { bill, outcome, revision } = await sign(context, input, "approve");
    if (outcome !== "approved") return { state: "in_approval" as const };
    const approved = await moveBill(context.tx, bill, "approve", context.now);
    await context.record("bill.approved", bill.id, { round: bill.round, revision: revision.number });
    await enqueueBill(context, approved);
    return { state: "approved" as const };
  },
});

/** Rejects a bill, with a note for whoever entered it; it goes to the Archive and can be re-submitted. */
export const rejectBill = command({
  name: "bill.reject",
  input: z.object({ ...base, note: z.string().trim().min(1, "Say why you reject it.").max(2000) }),
  async run(context, input) {
    const { bill, revision } = await sign(context, input, "reject");
    await moveBill(context.tx, bill, "reject", context.now);
    await context.record("bill.rejected", bill.id, {
      round: bill.round,
      revision: revision.number,
      revisionHash: revision.hash,
      note: input.note,
    });
  },
});
