import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

/** argon2id with OWASP's parameters for 19 MiB of memory. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of nothing anybody knows: checking against it takes as long as checking a real one. */
let decoy: Promise<string> | undefined;

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

/** Takes the same time whether the account exists (a hash is given) or not. */
export async function verifyPassword(
  storedHash: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const matches = await verify(storedHash ?? (await decoy), password);
  return matches && typeof storedHash === "string";
}

/** Letters and digits that are not mistaken for one another when typed from paper. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A password to be shown once: twenty characters, 115 bits, in groups of five. */
export function generatePassword(): string {
  const characters: string[] = [];
  while (characters.length < 20) {
    for (const byte of randomBytes(32)) {
      const index = byte & 63;
      if (index < ALPHABET.length && characters.length < 20) characters.push(ALPHABET.charAt(index));
    }
  }
  return characters.join("").replace(/(.{5})(?=.)/g, "$1-");
}
