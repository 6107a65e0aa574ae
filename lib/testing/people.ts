import { randomUUID } from "node:crypto";
import type { Connection, Db } from "@/db/client";
import { memberships, organisations, users } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/roles";

/**
 * Makes `db()` of db/client give this database, as the commands and queries under test ask for it.
 * Call it in beforeAll; each test file that needs a database does, so nothing has to be put back.
 */
export function useDatabase(connection: Connection): void {
  (globalThis as { countersignDatabase?: Connection }).countersignDatabase = connection;
}

/** An organisation with nobody in it. */
export async function createOrganisation(db: Db, name = "Northwind Builders"): Promise<string> {
  const [row] = await db.insert(organisations).values({ name }).returning({ id: organisations.id });
  if (!row) throw new Error("an organisation was not stored");
  return row.id;
}

export interface NewPerson {
  name?: string;
  /** Unique on the server; made from the name when left out. */
  email?: string;
  roles?: readonly Role[];
  /** Dollars and cents, as "5000.00"; null (the default) is no limit. */
  approvalLimit?: string | null;
  supervisorId?: string;
  passwordHash?: string;
  isActive?: boolean;
}

/** A member of an organisation, as `requireActor` would give them. A Clerk unless said otherwise. */
export async function createPerson(db: Db, orgId: string, person: NewPerson = {}): Promise<Actor> {
  const { name = "Carla Clerk", roles = ["clerk"], passwordHash = null } = person;
  const email =
    person.email ?? `${name.toLowerCase().replace(/[^a-z]+/g, ".")}.${randomUUID().slice(0, 8)}@example.com`;
  const [row] = await db.insert(users).values({ name, email, passwordHash }).returning({ id: users.id });
  if (!row) throw new Error("a person was not stored");
  await db.insert(memberships).values({
    orgId,
    userId: row.id,
    roles: [...roles],
    approvalLimit: person.approvalLimit ?? null,
    supervisorId: person.supervisorId ?? null,
    isActive: person.isActive ?? true,
  });
  return { orgId, userId: row.id, name, email, roles };
}
