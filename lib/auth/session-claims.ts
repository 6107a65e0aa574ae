/**
 * All that a session's signed cookie says. Rights are not in it: they are read anew from the
 * database for each request, so that a change of them acts at once.
 */
export interface SessionClaims {
  userId: string;
  orgId: string;
  /** The user's sessionVersion when the cookie was signed; a raised one ends the session. */
  sessionVersion: number;
}

/** The claims of a token, or undefined when one is missing (a cookie of another version of the app). */
export function claimsOf(token: Partial<SessionClaims> | null | undefined): SessionClaims | undefined {
  const { userId, orgId, sessionVersion } = token ?? {};
  if (typeof userId !== "string" || typeof orgId !== "string" || typeof sessionVersion !== "number") return;
  return { userId, orgId, sessionVersion };
}
