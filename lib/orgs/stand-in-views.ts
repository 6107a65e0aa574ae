import { z } from "zod";
import { query } from "@/lib/access/command";
import { roleMay } from "@/lib/access/permissions";
import { getMembers } from "./members-store";
import type { PersonView } from "./people-views";

/** A person with the authority that they sign with in somebody's place. */
export interface StandInView extends PersonView {
  isAdmin: boolean;
  /** Dollars and cents; null is no limit. */
  approvalLimit: string | null;
}

/** Who is active in the organisation, by name: to be away, or to stand in. */
export const listStandIns = query({
  name: "absence.read",
  input: z.object({}),
  async run({ actor, db }): Promise<StandInView[]> {
    const members = await getMembers(db, actor.orgId);
    return members
      .filter(({ isActive }) => isActive)
      .map(({ userId, name, roles, approvalLimit }) => ({
        ...{ userId, name, mayApprove: roleMay(roles, "bill.approve") },
        ...{ isAdmin: roles.includes("admin"), approvalLimit },
      }));
  },
});
