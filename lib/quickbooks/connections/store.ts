import { and, desc, eq, isNull } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { connections } from "@/db/schema";
import { AppError } from "@/lib/core/errors";
import type { OpenCompanyFile } from "./company-file";

export type Connection = typeof connections.$inferSelect;

const live = isNull(connections.deletedAt);

/** A connection of this organisation; another's is "not found". */
export async function getConnection(db: Db | Tx, orgId: string, id: string): Promise<Connection> {
  const [row] = await db
    .select()
    .from(connections)
    .where(and(eq(connections.id, id), eq(connections.orgId, orgId), live));
  if (!row) throw new AppError("not-found");
  return row;
}

export const findConnections = (db: Db | Tx, orgId: string): Promise<Connection[]> =>
  db
    .select()
    .from(connections)
    .where(and(eq(connections.orgId, orgId), live))
    .orderBy(desc(connections.createdAt));

/** The login of a Web Connector; the user name is unique on the server. */
export async function findConnectionByUsername(
  db: Db | Tx,
  username: string,
): Promise<Connection | undefined> {
  const [row] = await db
    .select()
    .from(connections)
    .where(and(eq(connections.username, username), live));
  return row;
}

export async function updateConnection(
  tx: Tx,
  id: string,
  set: Partial<typeof connections.$inferInsert>,
): Promise<void> {
  await tx.update(connections).set(set).where(eq(connections.id, id));
}

/** Remembers what the open company file says; its path is what authenticate will answer from now on. */
export async function rememberCompanyFile(
  tx: Tx,
  id: string,
  file: OpenCompanyFile,
  now: Date,
): Promise<void> {
  await updateConnection(tx, id, {
    companyFilePath: file.path,
    companyName: file.companyName,
    productName: file.productName,
    country: file.country,
    qbxmlVersion: file.qbxmlVersion,
    preferences: file.preferences,
    recognisedAt: now,
  });
}
