import { randomBytes } from "node:crypto";
import { sha256 } from "@/lib/core/hash";

/** What a link carries that lets somebody in: 256 random bits, 43 characters of base64url. */
const TOKEN = /^[\w-]{43}$/;

/** A token for a link, and the hash that is kept of it: whoever reads the database learns no link. */
export function newLinkToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, hash: sha256(token) };
}

/** The hash to look a token up by; undefined for what is none. */
export const hashOfToken = (token: string): string | undefined =>
  TOKEN.test(token) ? sha256(token) : undefined;
