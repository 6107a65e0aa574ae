import { randomBytes } from "node:crypto";
import { sha256 } from "@/lib/core/hash";

const CODES = 10;

/** Crockford's base32: no letter that is taken for a digit when it is read from paper. 32 of them: five bits each. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Sixteen characters: 80 bits, so many that a plain SHA-256 of them cannot be tried out. */
const LENGTH = 16;

function newRecoveryCode(): string {
  const characters = [...randomBytes(LENGTH)].map((byte) => ALPHABET.charAt(byte & 31));
  return characters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** A code as it is kept, however its owner typed it; undefined for what cannot be one. */
export function hashOfRecoveryCode(typed: string): string | undefined {
  const code = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/[il]/g, "1")
    .replace(/o/g, "0");
  return code.length === LENGTH ? sha256(code) : undefined;
}

/** Ten codes to be shown once, and the hashes that are kept of them. */
export function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: CODES }, newRecoveryCode);
  return { codes, hashes: codes.map((code) => sha256(code.replaceAll("-", ""))) };
}
