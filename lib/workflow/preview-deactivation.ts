import { z } from "zod";
import { query } from "@/lib/access/command";
import { openSteps } from "@/lib/approvals/decide";
import { stepsOf } from "@/lib/approvals/plan-reroute";
import { planReroutes } from "@/lib/bills/reroute-bills";
import { getAbsences, getToday } from "@/lib/orgs/absences-store";
import { findMember } from "@/lib/orgs/member-rules";
import { getMembers } from "@/lib/orgs/members-store";
import { getRouting } from "@/lib/orgs/workflow-store";
import { billsConcerned } from "./reroute-for";

/** What deactivating somebody would do to the bills in approval. */
export interface DeactivationPreview {
  /** How many bills would be routed anew. */
  bills: number;
  /** Whom they would wait for then, by name, and how many for each of them; the most first. */
  moves: { to: string; bills: number }[];
  /** How many of them would be approved, since nobody else is asked. */
  approved: number;
  /** For whom they stand in, now or later, by name. */
  standsInFor: string[];
}

/** Where the bills go that ask somebody who is about to be deactivated. Changes nothing. */
export const previewDeactivation = query({
  name: "member.manage",
  input: z.object({ userId: z.uuid() }),
  async run({ actor, db }, { userId }): Promise<DeactivationPreview> {
    findMember(await getMembers(db, actor.orgId), userId);
    const before = await getRouting(db, actor.orgId);
    const after = { ...before, people: before.people.filter((person) => person.userId !== userId) };
    const names = new Map(before.people.map((person) => [person.userId, person.name]));
    const concerned = await billsConcerned(db, actor.orgId, before, after);
    const planned = concerned.length > 0 ? await planReroutes(db, actor.orgId, after, concerned) : [];
    const counts = new Map<string, number>();
    for (const { bill, places } of planned) {
      for (const id of new Set(
        openSteps(stepsOf(places), bill.signatures).flatMap((step) => step.approverIds),
      )) {
        const name = names.get(id) ?? "";
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    const absences = await getAbsences(db, actor.orgId, await getToday(db, actor.orgId));
    return {
      bills: planned.length,
      moves: [...counts].map(([to, bills]) => ({ to, bills })).sort((a, b) => b.bills - a.bills),
      approved: planned.filter(({ isApproved }) => isApproved).length,
      standsInFor: [...new Set(absences.filter((each) => each.standInId === userId).map(({ name }) => name))],
    };
  },
});
