import type { CommandContext } from "@/lib/access/command";
import { routeBill } from "@/lib/approvals/workflow";
import { canonicalJson } from "@/lib/core/canonical";
import { AppError } from "@/lib/core/errors";
import { sha256 } from "@/lib/core/hash";
import { getSettings } from "@/lib/orgs/settings";
import { getPeople, getWorkflow } from "@/lib/orgs/workflow-store";
import { checkBill } from "./bill-checks";
import { type BillContent, getContent } from "./bill-content";
import { getCheckedBill } from "./checked-bill";
import { addRevision, type Bill, saveRoute } from "./store";

const idsOf = (content: BillContent, field: "account" | "item" | "class" | "customer"): string[] =>
  content.lines.flatMap((line) => line[field]?.id ?? []);

/**
 * Opens an approval round: what QuickBooks would refuse is refused now, the bill is frozen as the
 * revision to be signed, and the workflow names who is asked. Throws "invalid" with the checks that
 * failed, "no-approver" when nobody can act.
 */
export async function startRound({ tx, actor, record }: CommandContext, bill: Bill): Promise<void> {
  const errors = checkBill(await getCheckedBill(tx, bill.id)).filter((result) => result.level === "error");
  if (errors.length > 0) {
    throw new AppError("invalid", { fields: errors.map(({ field, message }) => ({ path: field, message })) });
  }
  const content = await getContent(tx, bill.id);
  const hash = sha256(canonicalJson(content));
  const revision = await addRevision(tx, {
    billId: bill.id,
    round: bill.round,
    content,
    hash,
    createdBy: actor.userId,
  });
  const people = await getPeople(tx, actor.orgId);
  const steps = routeBill(
    {
      amount: bill.amount,
      vendorId: bill.vendorId ?? "",
      enteredBy: bill.enteredBy,
      accountIds: idsOf(content, "account"),
      itemIds: idsOf(content, "item"),
      classIds: idsOf(content, "class"),
      customerIds: idsOf(content, "customer"),
    },
    await getWorkflow(tx, actor.orgId),
    people,
    await getSettings(tx, actor.orgId),
  );
  if (steps.length === 0) throw new AppError("no-approver");
  await saveRoute(tx, bill, steps);
  const names = new Map(people.map((person) => [person.userId, person.name]));
  await record("bill.submitted", bill.id, {
    round: bill.round,
    revision: revision.number,
    revisionHash: hash,
    approvers: steps.flatMap((step) => step.approvers.map(({ userId }) => names.get(userId) ?? userId)),
  });
}
