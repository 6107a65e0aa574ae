import { type NextRequest, NextResponse } from "next/server";

const development = process.env.NODE_ENV !== "production";

// sonner 2.0.8 adds its style sheet as a <style> without a nonce when it is loaded: first the empty element, then
// its text. These are the hashes of both. A new version of sonner needs a new second one: the browser's console
// names it when it refuses the old.
const TOAST_STYLES =
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";

/**
 * The policy of one response. Scripts run only with this response's nonce, or when such a script loads them
 * ('strict-dynamic'). Style attributes are allowed: React and Radix write positions and widths into them.
 * `next dev` evaluates text and writes style elements of its own, so its two directives are wider.
 */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}' ${TOAST_STYLES}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    // An uploaded bill is shown beside its form, from the server or (just chosen) from memory.
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function isHttps(request: NextRequest): boolean {
  const forwarded = request.headers.get("x-forwarded-proto");
  return (forwarded ?? request.nextUrl.protocol).startsWith("https");
}

/** Security headers of every page, and the nonce its scripts carry (request header x-nonce). */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);

  // Next reads the policy from the request to put the nonce on its own scripts.
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // Where to come back to after signing in: a layout does not know its own address.
  headers.set("x-requested-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("x-frame-options", "SAMEORIGIN");
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
  if (isHttps(request)) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

export const config = {
  matcher: [
    {
      // Not /api/: a request that passes here has its body cut at 10 MB without an error, and the Web Connector
      // posts more than that to /api/qbwc. Not /_next/: static files carry no scripts of their own.
      source: "/((?!api/|_next/|favicon.ico).*)",
      // Nor the router's prefetches nor server actions (uploads): their answers are data, not documents. A
      // browser's own prefetch ("purpose: prefetch") stays: it becomes the page when it is followed.
      missing: [
        { type: "header", key: "next-router-prefetch" },
        { type: "header", key: "next-action" },
      ],
    },
  ],
};
