import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** What a text is sealed for: each purpose has a key of its own, so that none is taken for another. */
export type SealPurpose = "second-factor" | "sign-in-ticket";

/** HKDF is for secrets with enough randomness, which the server's is; a password would need a slow hash. */
const keyOf = (secret: string, purpose: SealPurpose): Buffer =>
  Buffer.from(hkdfSync("sha256", secret, "countersign", purpose, 32));

/**
 * Encrypts a text with a key derived from the server's secret.
 * @param owner whose it is: put beside another's name, it opens no more
 */
export function seal(secret: string, purpose: SealPurpose, owner: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, keyOf(secret, purpose), iv).setAAD(Buffer.from(owner));
  const sealed = [cipher.update(text, "utf8"), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...sealed]).toString("base64url");
}

/** The text that was sealed; undefined when the secret, the purpose or the owner is another, or it was altered. */
export function unseal(
  secret: string,
  purpose: SealPurpose,
  owner: string,
  sealed: string,
): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(ALGORITHM, keyOf(secret, purpose), bytes.subarray(0, IV_BYTES))
    .setAAD(Buffer.from(owner))
    .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const text = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]).toString("utf8");
  } catch {
    // GCM's tag does not fit: it says so by throwing.
    return undefined;
  }
}
