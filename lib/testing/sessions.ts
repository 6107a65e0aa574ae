import type { Db } from "@/db/client";
import type { Actor } from "@/lib/access/actor";
import { checkSignIn } from "@/lib/auth/check-sign-in";
import type { SessionClaims } from "@/lib/auth/session-claims";
import { type Entrant, startSession } from "@/lib/auth/session-store";

const BROWSER = { userAgent: "Mozilla/5.0 (Windows NT 10.0) Firefox/143.0", address: "203.0.113.9" };

/** The session of somebody who may enter, as signing in starts it. */
export async function sessionOf(db: Db, entrant: Entrant): Promise<SessionClaims> {
  const sessionId = await startSession(db, entrant, BROWSER);
  if (!sessionId) throw new Error("no session was started");
  return { sessionId };
}

/** Signs in with an address and a password; gives what the cookie would say. */
export async function signInAs(db: Db, email: string, password: string): Promise<SessionClaims> {
  return sessionOf(db, await checkSignIn({ email, password, address: "" }));
}

/** A session of somebody, without asking for a password, and them as who came with it. */
export async function inSession(db: Db, actor: Actor): Promise<Actor & SessionClaims> {
  const entrant = { userId: actor.userId, orgId: actor.orgId, sessionVersion: 1, method: "password" };
  return { ...actor, ...(await sessionOf(db, entrant)) };
}
