import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { userSessions } from "@/db/schema";
import { announce } from "@/lib/access/announce";
import { env } from "@/lib/core/env";

/** Somebody who has proved who they are and may start a session. */
export interface Entrant {
  userId: string;
  orgId: string;
  /** The account's when it was read: raised since, what was proved then is valid no more. */
  sessionVersion: number;
  /** How they proved it: "password", "password and code", "google". */
  method: string;
}

/** The browser behind a request. */
export interface Browser {
  userAgent: string;
  /** "" where it is not known. */
  address: string;
}

/** Rows of sessions that nobody can use any more are kept no longer than this. */
const KEPT_DAYS = 90;

/**
 * Starts a session. The lock on the person makes it wait for, or be seen by, whoever ends their sessions
 * at this very moment.
 * @returns its id; undefined when their sessions were ended since they proved who they are
 */
export async function startSession(
  db: Db,
  entrant: Entrant,
  { userAgent, address }: Browser,
): Promise<string | undefined> {
  const { userId, orgId, sessionVersion, method } = entrant;
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into user_sessions (user_id, org_id, user_agent, address, method)
    select id, ${orgId}, ${userAgent.slice(0, 400)}, ${address}, ${method} from users
    where id = ${userId} and session_version = ${sessionVersion} for share
    returning id`);
  await db.execute(sql`delete from user_sessions
    where user_id = ${userId} and seen_at < now() - make_interval(days => ${KEPT_DAYS})`);
  return rows[0]?.id;
}

/** Ends the session of whoever signs out; their other open pages are told. */
export async function endSessionById(db: Db, sessionId: string): Promise<void> {
  const [ended] = await db
    .update(userSessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(userSessions.id, sessionId), isNull(userSessions.endedAt)))
    .returning({ orgId: userSessions.orgId });
  if (ended) await announce(db, ended.orgId);
}

/** Ends one session of this person. @returns whether there was one */
export async function endOwnSession(tx: Tx, userId: string, sessionId: string): Promise<boolean> {
  const ended = await tx
    .update(userSessions)
    .set({ endedAt: sql`now()` })
    .where(and(eq(userSessions.id, sessionId), eq(userSessions.userId, userId), isNull(userSessions.endedAt)))
    .returning({ id: userSessions.id });
  return ended.length > 0;
}

/** Whether a row of user_sessions was seen within SESSION_HOURS: one that was not has ended, whatever its cookie says. */
export const isInUse = (): SQL =>
  sql`${userSessions.seenAt} > now() - make_interval(hours => ${env().SESSION_HOURS})`;

/** The sessions of a person that still let them in, the last seen first. */
export async function getSessions(db: Db, userId: string) {
  return db
    .select({
      id: userSessions.id,
      userAgent: userSessions.userAgent,
      address: userSessions.address,
      method: userSessions.method,
      startedAt: userSessions.startedAt,
      seenAt: userSessions.seenAt,
    })
    .from(userSessions)
    .where(and(eq(userSessions.userId, userId), isNull(userSessions.endedAt), isInUse()))
    .orderBy(desc(userSessions.seenAt), desc(userSessions.startedAt));
}
