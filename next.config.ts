import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Pages get theirs from proxy.ts, which must not stand before /api: it would cut long bodies.
  headers: async () => [
    { source: "/api/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
  ],
  // These open sockets or load native code; bundling them breaks at run time.
  serverExternalPackages: ["pg", "@neondatabase/serverless", "ws", "@node-rs/argon2", "pino"],
  // `npm test` checks the types of everything, tests and scripts included. Doing it again in each build would
  // only make the first start wait longer.
  typescript: { ignoreBuildErrors: true },
  // The migrations are read at run time, so nothing imports them; a packaged server must still bring them.
  outputFileTracingIncludes: { "/**": ["./db/migrations/**"] },
};

export default config;
