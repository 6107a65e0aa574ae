import { z } from "zod";
import { type Actor, may } from "@/lib/access/actor";
import { command } from "@/lib/access/command";
import { openSteps } from "@/lib/approvals/decide";
import { type AskedApprover, stepsInForce } from "@/lib/approvals/steps-in-force";
import { canBeAsked } from "@/lib/approvals/workflow";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { authorIdsOf } from "@/lib/orgs/bill-authors";
import { getRouting, holdRouting } from "@/lib/orgs/workflow-store";
import { getRoute, getSignatures, lockBill, saveRoute } from "./store";

/** What keeps this actor from adding an approver to the bill; undefined when nothing does. */
export function addApproverRefusal(
  actor: Actor,
  { state, route }: { state: string; route: readonly Pick<AskedApprover, "userId" | "standInId">[] },
): ErrorCode | undefined {
  if (state !== "in_approval") return "wrong-state";
  const isAsked = route.some(({ userId, standInId }) => [userId, standInId].includes(actor.userId));
  return isAsked || may(actor, "bill.unapprove") ? undefined : "not-asked";
}

const refused = (message: string) => new AppError("invalid", { fields: [{ path: "userId", message }] });

/**
 * Asks one more person about this bill: a step of their own beside those that are open, which must be
 * signed like any other. By whoever is asked in this round, an Admin or Accounting Access. An edit that
 * starts the round again asks the workflow alone.
 * @throws AppError "wrong-state", "not-asked", "already-asked", "already-signed", "invalid"
 */
export const addApprover = command({
  name: "bill.add-approver",
  input: z.object({
    billId: z.uuid(),
    userId: z.uuid("Choose a person."),
    note: z.string().trim().max(2000).optional(),
  }),
  async run({ actor, tx, record }, { billId, userId, note }) {
    // Somebody who is let out at this moment is not asked any more.
    await holdRouting(tx, actor.orgId);
    const bill = await lockBill(tx, actor.orgId, billId);
    const routing = await getRouting(tx, actor.orgId);
    const person = routing.people.find((each) => each.userId === userId);
    if (!person) throw new AppError("not-found");
    const route = await getRoute(tx, bill);
    const refusal = addApproverRefusal(actor, { state: bill.state, route });
    if (refusal) throw new AppError(refusal);
    if (!person.canApprove) throw refused(`${person.name} may not approve bills.`);
    if (!canBeAsked(person, { authorIds: authorIdsOf(bill) }, routing)) {
      throw refused(`${person.name} entered or changed this bill and may not approve it.`);
    }
    if (route.some((asked) => asked.userId === userId)) throw new AppError("already-asked");
    const signatures = await getSignatures(tx, bill);
    if (signatures.some((given) => given.userId === userId)) {
      throw new AppError("already-signed", {
        message: `${person.name} has given a verdict on this bill already.`,
      });
    }
    const [open] = openSteps(stepsInForce(route), signatures);
    if (!open) throw new AppError("wrong-state");
    const step = Math.max(...route.map((place) => place.step)) + 1;
    await saveRoute(tx, bill, [
      ...route,
      {
        step,
        stage: open.stage,
        need: "all",
        userId,
        reason: `Added by ${actor.name}`,
        addedBy: actor.userId,
      },
    ]);
    await record("bill.approver-added", bill.id, {
      ...{ round: bill.round, step, userId, name: person.name },
      ...(note ? { note } : {}),
    });
  },
});
