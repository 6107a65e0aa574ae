import { z } from "zod";

const google = z.object({ email: z.email(), email_verified: z.literal(true) });

const microsoft = z.object({
  email: z.email(),
  tid: z.string(),
  /** Optional claim: the domain's owner has proved the address. 1, "1" or true. */
  xms_edov: z.union([z.boolean(), z.number(), z.string()]).optional(),
});

const isTrue = (value: unknown): boolean =>
  value === true || value === 1 || value === "1" || value === "true";

/**
 * The email address a provider vouches for, or undefined. Google says so itself. In Microsoft's
 * multi-tenant sign-in any tenant's Admin may write any address into "email", so it counts only from
 * the one tenant that was configured, or with the claim that its domain was verified.
 */
export function verifiedEmail(provider: string, profile: unknown, ownTenant: string | undefined) {
  if (provider === "google") return google.safeParse(profile).data?.email;
  if (provider !== "azure-ad") return undefined;
  const { data } = microsoft.safeParse(profile);
  if (!data) return undefined;
  return data.tid === ownTenant || isTrue(data.xms_edov) ? data.email : undefined;
}
