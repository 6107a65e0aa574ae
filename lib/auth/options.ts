import { headers } from "next/headers";
import type { AuthOptions, Profile } from "next-auth";
import AzureADProvider from "next-auth/providers/azure-ad";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { db } from "@/db/client";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { nearestHop } from "@/lib/core/nearest-hop";
import { checkSignIn } from "./check-sign-in";
import { claimsOf } from "./session-claims";
import { type Browser, type Entrant, endSessionById, startSession } from "./session-store";
import { findAccount } from "./store";
import { sealTicket } from "./totp";
import { verifiedEmail } from "./verified-email";

/** The browser that this request comes from. */
async function browserHere(): Promise<Browser> {
  const given = await headers();
  return {
    userAgent: given.get("user-agent") ?? "",
    address: nearestHop(given.get("x-forwarded-for")),
  };
}

const credentials = CredentialsProvider({
  credentials: { email: { type: "email" }, password: { type: "password" }, code: {}, ticket: {} },
  async authorize(given) {
    try {
      const entrant = await checkSignIn({
        email: given?.email ?? "",
        password: given?.password ?? "",
        code: given?.code ?? "",
        ...(given?.ticket ? { ticket: given.ticket } : {}),
        address: (await browserHere()).address,
      });
      return { id: entrant.userId, ...entrant };
    } catch (error) {
      // next-auth hands an error's message to the browser; a bug's words are not for it.
      if (error instanceof AppError) throw new Error(error.code);
      log.error({ err: error }, "signing in failed");
      throw new Error("unexpected");
    }
  },
});

/** Sign-in with other accounts; each only where its keys are set. */
function providers(): AuthOptions["providers"] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } = env();
  const { AZURE_AD_CLIENT_ID, AZURE_AD_CLIENT_SECRET, AZURE_AD_TENANT_ID } = env();
  return [
    credentials,
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? [GoogleProvider({ clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET })]
      : []),
    ...(AZURE_AD_CLIENT_ID && AZURE_AD_CLIENT_SECRET && AZURE_AD_TENANT_ID
      ? [
          AzureADProvider({
            clientId: AZURE_AD_CLIENT_ID,
            clientSecret: AZURE_AD_CLIENT_SECRET,
            tenantId: AZURE_AD_TENANT_ID,
            // Without the portrait that the provider would fetch and put into the cookie.
            profile: ({ sub, name, email }) => ({ id: sub, name, email }),
          }),
        ]
      : []),
  ];
}

/** The account of this organisation that a provider's profile belongs to. Nobody is created by signing in. */
async function accountOf(provider: string, profile: Profile | undefined) {
  const email = verifiedEmail(provider, profile, env().AZURE_AD_TENANT_ID);
  return email ? findAccount(db(), email) : undefined;
}

/** Whom a provider vouches for, as somebody who may enter. */
async function entrantThrough(provider: string, profile: Profile | undefined): Promise<Entrant | undefined> {
  const account = await accountOf(provider, profile);
  // A second factor set up since the provider vouched: the sign-in begins anew.
  if (!account || account.totpSince) return undefined;
  const { userId, orgId, sessionVersion } = account;
  return { userId, orgId, sessionVersion, method: provider === "google" ? "Google" : "Microsoft" };
}

function entrantOf(given: Partial<Entrant> | undefined): Entrant | undefined {
  const { userId, orgId, sessionVersion, method } = given ?? {};
  return userId && orgId && sessionVersion && method ? { userId, orgId, sessionVersion, method } : undefined;
}

/** next-auth's configuration: cookies that name a session, ended after SESSION_HOURS without use. */
export const authOptions = (): AuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  providers: providers(),
  session: { strategy: "jwt", maxAge: env().SESSION_HOURS * 3600 },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  callbacks: {
    async signIn({ account, profile }) {
      if (!account || account.type === "credentials") return true;
      const found = await accountOf(account.provider, profile);
      if (!found) return false;
      if (!found.totpSince) return true;
      const { email, sessionVersion } = found;
      const provider = account.provider === "google" ? "Google" : "Microsoft";
      const ticket = sealTicket({ email, provider, sessionVersion }, new Date());
      return `/sign-in?ticket=${ticket}`;
    },
    async jwt({ token, user, account, profile }) {
      if (!account) return { ...claimsOf(token) };
      const entrant =
        account.type === "credentials" ? entrantOf(user) : await entrantThrough(account.provider, profile);
      const sessionId = entrant && (await startSession(db(), entrant, await browserHere()));
      return sessionId ? { sessionId } : {};
    },
    session: ({ session, token }) => ({ expires: session.expires, ...claimsOf(token) }),
  },
  events: {
    async signOut({ token }) {
      const claims = claimsOf(token);
      if (claims) await endSessionById(db(), claims.sessionId);
    },
  },
  logger: {
    // A wrong password is no error of the server; next-auth reports it as one.
    error: (code, details) => {
      if (code !== "CREDENTIALS_AUTHORIZE_ERROR") log.error({ code, details }, "next-auth");
    },
    warn: (code) => log.debug({ code }, "next-auth"),
    debug: () => undefined,
  },
});
