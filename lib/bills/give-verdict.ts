import { z } from "zod";
import { type CommandContext, command } from "@/lib/access/command";
import type { Outcome } from "@/lib/approvals/decide";
import { AppError } from "@/lib/core/errors";
import { authorIdsOf } from "@/lib/orgs/bill-authors";
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

/** What the events of both verdicts tell of the signature; lib/record holds the two against each other. */
interface Told {
  round: number;
  step: number;
  revision: number;
  revisionHash: string;
  override: boolean;
  for?: string;
  forUserId: string | null;
}

/** Signs this round's revision, and tells what becomes of the bill. */
async function sign(
  { actor, tx, now }: CommandContext,
  input: Verdict,
  verdict: "approve" | "reject",
): Promise<{ bill: Bill; outcome: Granted["outcome"]; told: Told }> {
  const bill = await lockBill(tx, actor.orgId, input.billId);
  const outcome = decideVerdict(
    actor,
    {
      state: bill.state,
      authorIds: authorIdsOf(bill),
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
    signedAt: now,
  });
  const told = {
    round: bill.round,
    step: outcome.step,
    revision: revision.number,
    revisionHash: revision.hash,
    override: outcome.isOverride,
    ...(forName ? { for: forName } : {}),
    forUserId: outcome.forUserId,
  };
  return { bill, outcome: outcome.outcome, told };
}

/**
 * Approves a bill: signs its revision; the last signature that the workflow asks for moves it to
 * Accounts Payable and into the sync queue. Throws what decide refuses, "bill-changed".
 */
export const approveBill = command({
  name: "bill.approve",
  input: z.object({ ...base, note: z.string().trim().max(2000).optional() }),
  async run(context, input) {
    const { bill, outcome, told } = await sign(context, input, "approve");
    await context.record("bill.signed", bill.id, { ...told, ...(input.note ? { note: input.note } : {}) });
    if (outcome !== "approved") return { state: "in_approval" as const };
    const approved = await moveBill(context.tx, bill, "approve", context.now);
    await context.record("bill.approved", bill.id, { round: told.round, revision: told.revision });
    await enqueueBill(context, approved);
    return { state: "approved" as const };
  },
});

/** Rejects a bill, with a note for whoever entered it; it goes to the Archive and can be re-submitted. */
export const rejectBill = command({
  name: "bill.reject",
  input: z.object({ ...base, note: z.string().trim().min(1, "Say why you reject it.").max(2000) }),
  async run(context, input) {
    const { bill, told } = await sign(context, input, "reject");
    await moveBill(context.tx, bill, "reject", context.now);
    await context.record("bill.rejected", bill.id, { ...told, note: input.note });
  },
});
