import { z } from "zod";
import { query } from "@/lib/access/command";
import { roleMay } from "@/lib/access/permissions";
import { getMembers } from "./members-store";

/** A person as everybody of the organisation may know them. */
export interface PersonView {
  userId: string;
  name: string;
  mayApprove: boolean;
}

/** Who is active in the organisation, by name: to be mentioned, asked, or to stand in. */
export const listPeople = query({
  name: "people.read",
  input: z.object({}),
  async run({ actor, db }): Promise<PersonView[]> {
    const members = await getMembers(db, actor.orgId);
    return members
      .filter(({ isActive }) => isActive)
      .map(({ userId, name, roles }) => ({ userId, name, mayApprove: roleMay(roles, "bill.approve") }));
  },
});
