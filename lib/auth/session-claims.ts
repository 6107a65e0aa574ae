/**
 * All that a session's signed cookie says: which row of user_sessions it is. Who that is and what they
 * may do is read anew from the database for each request, so that a change of it acts at once.
 */
export interface SessionClaims {
  sessionId: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The claims of a token, or undefined when they are missing (a cookie of another version of the app). */
export function claimsOf(token: Partial<SessionClaims> | null | undefined): SessionClaims | undefined {
  const { sessionId } = token ?? {};
  return typeof sessionId === "string" && UUID.test(sessionId) ? { sessionId } : undefined;
}
