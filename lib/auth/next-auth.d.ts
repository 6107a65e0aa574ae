import type { SessionClaims } from "./session-claims";
import type { Entrant } from "./session-store";

declare module "next-auth" {
  // The session carries the claims, the user of a sign-in who may enter; nothing else is read from them.
  interface Session extends Partial<SessionClaims> {}
  interface User extends Partial<Entrant> {}
}

declare module "next-auth/jwt" {
  interface JWT extends Partial<SessionClaims> {}
}
