import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { memberships, users } from "@/db/schema";
import { isRole, ROLE_NAMES } from "@/lib/access/roles";
import { env } from "@/lib/core/env";

export interface DemoAccount {
  name: string;
  email: string;
  /** "Admin", "Accounting Access": as people read them. */
  roles: string;
}

/** Who can sign in to the demo, for its sign-in page; nobody outside the demo. */
export async function demoAccounts(): Promise<DemoAccount[]> {
  if (env().DEMO !== "1") return [];
  const rows = await db()
    .select({ name: users.name, email: users.email, roles: memberships.roles })
    .from(users)
    .innerJoin(memberships, eq(memberships.userId, users.id))
    .where(eq(memberships.isActive, true))
    .orderBy(asc(memberships.createdAt))
    .limit(10);
  return rows.map(({ roles, ...person }) => ({
    ...person,
    roles: roles
      .filter(isRole)
      .map((role) => ROLE_NAMES[role])
      .join(", "),
  }));
}
