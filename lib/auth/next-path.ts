/** Where nobody is sent after signing in: these would lead straight back, or are no pages. */
const NOT_A_DESTINATION = /^\/(sign-in|welcome|join|new-password|two-factor|api)(\/|\?|$)/;

/**
 * The path to go to after signing in, out of a "next" parameter that anybody may have written: only a
 * path of this very site. "//host", "/\host" and their kind lead elsewhere and are refused.
 * @returns undefined when there is none, or none to be trusted
 */
export function safeNextPath(next: string | string[] | null | undefined): string | undefined {
  if (typeof next !== "string" || !next.startsWith("/")) return undefined;
  const here = "http://here.invalid";
  if (!URL.canParse(next, here)) return undefined;
  const url = new URL(next, here);
  if (url.origin !== here) return undefined;
  const path = `${url.pathname}${url.search}${url.hash}`;
  // "/.//host" is of this site, and its shortened form is not.
  if (path.startsWith("//") || path === "/" || NOT_A_DESTINATION.test(path)) return undefined;
  return path;
}
