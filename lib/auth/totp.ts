import { Secret, TOTP } from "otpauth";
import { env } from "@/lib/core/env";
import { seal, unseal } from "@/lib/core/seal";

const PERIOD_SECONDS = 30;

/** RFC 6238 as authenticator apps expect it: SHA-1, six digits, thirty seconds. */
const totpOf = (secret: string, label = "") =>
  new TOTP({
    issuer: "Countersign",
    label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: PERIOD_SECONDS,
  });

/** A new secret: 160 bits, base32, as RFC 4226 advises. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** What the QR code says to an authenticator app. */
export const otpauthUri = (secret: string, email: string): string => totpOf(secret, email).toString();

/**
 * The thirty-second step whose code this is: the present one, or one to either side, since clocks differ
 * (RFC 6238, 5.2). Undefined when it is the code of none of them.
 */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const digits = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(digits)) return undefined;
  const delta = totpOf(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + delta;
}

/** The secret that encrypts; the same that signs the sessions. */
function serverSecret(): string {
  const secret = env().NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set: a second factor cannot be kept without it.");
  return secret;
}

/** As it is kept in the database, readable with the server's secret and beside its owner alone. */
export const sealTotpSecret = (userId: string, secret: string): string =>
  seal(serverSecret(), "second-factor", userId, secret);

/** Undefined when the server's secret is not the one it was sealed with. */
export const unsealTotpSecret = (userId: string, sealed: string): string | undefined =>
  unseal(serverSecret(), "second-factor", userId, sealed);

/** How long somebody who came through Google or Microsoft has for the code of their app. */
const TICKET_MINUTES = 5;

interface Ticket {
  email: string;
  provider: string;
  sessionVersion: number;
}

/** Says that a provider has vouched for this person, and that their code is still to come. */
export const sealTicket = (ticket: Ticket, now: Date): string =>
  seal(
    serverSecret(),
    "sign-in-ticket",
    "",
    JSON.stringify({ ...ticket, until: now.getTime() + TICKET_MINUTES * 60_000 }),
  );

/** Undefined when it is not ours or too old. */
export function unsealTicket(sealed: string, now: Date): Ticket | undefined {
  const text = unseal(serverSecret(), "sign-in-ticket", "", sealed);
  if (text === undefined) return undefined;
  const { until, ...ticket }: Ticket & { until: number } = JSON.parse(text);
  return until > now.getTime() ? ticket : undefined;
}
