import type { AuthOptions, Profile } from "next-auth";
import AzureADProvider from "next-auth/providers/azure-ad";
import CredentialsProvider from "next-auth/providers/credentials";
import GoogleProvider from "next-auth/providers/google";
import { db } from "@/db/client";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { log } from "@/lib/core/log";
import { nearestHop } from "@/lib/core/nearest-hop";
import { checkPassword } from "./check-password";
import { claimsOf } from "./session-claims";
import { findAccount } from "./store";
import { verifiedEmail } from "./verified-email";

function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.["x-forwarded-for"];
  return typeof forwarded === "string" ? nearestHop(forwarded) : "";
}

const credentials = CredentialsProvider({
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(given, request) {
    try {
      const claims = await checkPassword({
        email: given?.email ?? "",
        password: given?.password ?? "",
        address: addressOf(request.headers),
      });
      return { id: claims.userId, ...claims };
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

/** next-auth's configuration: cookies that hold three claims, ended after SESSION_HOURS without use. */
export const authOptions = (): AuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  providers: providers(),
  session: { strategy: "jwt", maxAge: env().SESSION_HOURS * 3600 },
  pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
  callbacks: {
    async signIn({ account, profile }) {
      if (!account || account.type === "credentials") return true;
      return (await accountOf(account.provider, profile)) !== undefined;
    },
    async jwt({ token, user, account, profile }) {
      if (!account) return { ...claimsOf(token) };
      const found =
        account.type === "credentials" ? claimsOf(user) : await accountOf(account.provider, profile);
      return { ...claimsOf(found) };
    },
    session: ({ session, token }) => ({ expires: session.expires, ...claimsOf(token) }),
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
