import type { SessionClaims } from "./session-claims";

declare module "next-auth" {
  // The session and the user of a sign-in carry the claims, and nothing else is read from them.
  interface Session extends Partial<SessionClaims> {}
  interface User extends Partial<SessionClaims> {}
}

declare module "next-auth/jwt" {
  interface JWT extends Partial<SessionClaims> {}
}
