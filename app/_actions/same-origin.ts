import { AppError } from "@/lib/core/errors";

/**
 * Throws "forbidden" for a request that another site made a browser send. Browsers say so themselves, and an
 * old one at least names the page's origin; what is no browser carries no session that could be abused.
 */
export function assertSameOrigin({ headers }: Request): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null && site !== "same-origin" && site !== "none") throw new AppError("forbidden");
  if (origin === null) return;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new AppError("forbidden");
}
