import { type Permission, roleMay } from "./permissions";
import type { Role } from "./roles";

/** A signed-in person in one organisation, read from the database for this very request. */
export interface Actor {
  orgId: string;
  userId: string;
  name: string;
  email: string;
  roles: readonly Role[];
  /** The session they came with; left out where nobody's browser is behind it. */
  sessionId?: string;
  /** The organisation asks for a second factor and they have none yet: all but setting it up is refused. */
  needsSecondFactor?: boolean;
  /** The page they start on, of lib/access/tabs.ts; null where the Admin has chosen none. */
  homePath?: string | null;
  /** The tabs that are shown to them, of lib/access/tabs.ts; null is all that their rights allow. */
  tabs?: readonly string[] | null;
}

export const may = (actor: Actor, permission: Permission): boolean => roleMay(actor.roles, permission);

/** An Approver sees the bills that ask for a verdict of theirs or that they entered; everybody else sees all. */
export const seesEveryBill = (actor: Actor): boolean => actor.roles.some((role) => role !== "approver");
