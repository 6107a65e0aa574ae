import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { accounts, connections } from "@/db/schema";
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

export type Disconnected = Connection & { deletedAt: Date };

/** A company file of this organisation that was disconnected, locked: two who reconnect it take turns. */
export async function getDisconnected(tx: Tx, orgId: string, id: string): Promise<Disconnected> {
  const [row] = await tx
    .select()
    .from(connections)
    .where(and(eq(connections.id, id), eq(connections.orgId, orgId), isNotNull(connections.deletedAt)))
    .for("update");
  if (!row?.deletedAt) throw new AppError("not-found");
  return { ...row, deletedAt: row.deletedAt };
}

/** Disconnected company files, the last first. */
export const findDisconnected = (db: Db | Tx, orgId: string): Promise<Connection[]> =>
  db
    .select()
    .from(connections)
    .where(and(eq(connections.orgId, orgId), isNotNull(connections.deletedAt)))
    .orderBy(desc(connections.deletedAt));

/** Which of these bills QuickBooks has. */
export async function findLinkedBills(tx: Tx, connectionId: string, billIds: string[]): Promise<Set<string>> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select bill_id as id from bill_links where connection_id = ${connectionId} and deleted_at is null
      and bill_id = any(${sql.param(billIds)}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}

/** Accounts of a company file by their ids; another file's are not among them. */
export async function findAccounts(
  db: Db | Tx,
  connectionId: string,
  ids: string[],
): Promise<Map<string, typeof accounts.$inferSelect>> {
  const rows = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.connectionId, connectionId), inArray(accounts.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** An account that money is paid from: "Bank" or "CreditCard". */
export interface PayAccount {
  id: string;
  name: string;
  accountType: string;
}

/** The active accounts of a company file from which bills can be paid, by name. */
export const findPayAccounts = (db: Db | Tx, connectionId: string): Promise<PayAccount[]> =>
  db
    .select({ id: accounts.id, name: accounts.fullName, accountType: accounts.accountType })
    .from(accounts)
    .where(
      and(
        eq(accounts.connectionId, connectionId),
        eq(accounts.isActive, true),
        isNull(accounts.deletedAt),
        sql`${accounts.accountType} in ('Bank', 'CreditCard')`,
      ),
    )
    .orderBy(sql`lower(${accounts.fullName})`);

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

/** A connection, locked: computers that log in to it take turns. Undefined where it was disconnected meanwhile. */
export async function lockConnection(tx: Tx, id: string): Promise<Connection | undefined> {
  const [row] = await tx
    .select()
    .from(connections)
    .where(and(eq(connections.id, id), live))
    .for("no key update");
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
    productVersion: file.productVersion,
    country: file.country,
    qbxmlVersion: file.qbxmlVersion,
    preferences: file.preferences,
    recognisedAt: now,
  });
}
