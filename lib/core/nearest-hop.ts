/**
 * Where a request came from, by its X-Forwarded-For. The proxy nearest to us appends the address it saw,
 * so the last one is the one that nobody can write himself. "" where there is none.
 */
export const nearestHop = (forwardedFor: string | null | undefined): string =>
  forwardedFor?.split(",").at(-1)?.trim().slice(0, 100) ?? "";
