import { type Permission, roleMay } from "./permissions";
import type { Role } from "./roles";

/** A signed-in person in one organisation, read from the database for this very request. */
export interface Actor {
  orgId: string;
  userId: string;
  name: string;
  email: string;
  roles: readonly Role[];
}

export const may = (actor: Actor, permission: Permission): boolean => roleMay(actor.roles, permission);

/** An Approver sees the bills that ask for a verdict of theirs or that they entered; everybody else sees all. */
export const seesEveryBill = (actor: Actor): boolean => actor.roles.some((role) => role !== "approver");
