import type { CommandContext } from "@/lib/access/command";
import { plannedRoute } from "@/lib/approvals/plan-reroute";
import { canonicalJson } from "@/lib/core/canonical";
import { AppError } from "@/lib/core/errors";
import { sha256 } from "@/lib/core/hash";
import { getRouting } from "@/lib/orgs/workflow-store";
import { checkBill } from "./bill-checks";
import { getContent } from "./bill-content";
import { getCheckedBill } from "./checked-bill";
import { getFacts } from "./routing-facts";
import { addRevision, type Bill, saveRoute } from "./store";

/** Freezes the bill as it stands: what the verdicts of this round are given on from now on. */
export async function freezeBill(
  { tx, actor }: CommandContext,
  bill: Bill,
): Promise<{ number: number; hash: string }> {
  const content = await getContent(tx, bill.id);
  const hash = sha256(canonicalJson(content));
  const { number } = await addRevision(tx, {
    billId: bill.id,
    round: bill.round,
    content,
    hash,
    createdBy: actor.userId,
  });
  return { number, hash };
}

/** Throws "invalid" with what QuickBooks would refuse. */
export async function assertSendable({ tx }: CommandContext, bill: Bill): Promise<void> {
  const errors = checkBill(await getCheckedBill(tx, bill.id)).filter((result) => result.level === "error");
  if (errors.length === 0) return;
  throw new AppError("invalid", { fields: errors.map(({ field, message }) => ({ path: field, message })) });
}

/**
 * Opens an approval round: what QuickBooks would refuse is refused now, the bill is frozen as the
 * revision to be signed, and the workflow names who is asked. Throws "invalid" with the checks that
 * failed, "no-approver" when nobody can act.
 */
export async function startRound(context: CommandContext, bill: Bill): Promise<void> {
  const { tx, actor, record } = context;
  await assertSendable(context, bill);
  const revision = await freezeBill(context, bill);
  const routing = await getRouting(tx, actor.orgId);
  const places = plannedRoute(await getFacts(tx, bill.id), routing);
  if (places.length === 0) throw new AppError("no-approver");
  await saveRoute(tx, bill, places);
  const names = new Map(routing.people.map((person) => [person.userId, person.name]));
  await record("bill.submitted", bill.id, {
    round: bill.round,
    revision: revision.number,
    revisionHash: revision.hash,
    approvers: places.map(({ userId }) => names.get(userId) ?? userId),
  });
}
