import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // Pages get theirs from proxy.ts, which must not stand before /api: it would cut long bodies.
  headers: async () => [
    { source: "/api/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
  ],
  // These open sockets or load native code; bundling them breaks at run time.
  serverExternalPackages: [
    "pg",
    "@neondatabase/serverless",
    "ws",
    "@node-rs/argon2",
    "pino",
    "pdfkit",
    "pdfjs-dist",
    "flydrive",
    "@aws-sdk/client-s3",
    "@aws-sdk/s3-request-presigner",
  ],
  // `npm test` checks the types of everything, tests and scripts included. Doing it again in each build would
  // only make the first start wait longer.
  typescript: { ignoreBuildErrors: true },
  // What is read at run time nothing imports, and a packaged server must still bring it.
  outputFileTracingIncludes: {
    "/**": ["./db/migrations/**"],
    "/api/record/**": ["./node_modules/@expo-google-fonts/inter/{400Regular,600SemiBold}/*.ttf"],
    "/api/pdfjs/**": [
      "./node_modules/pdfjs-dist/{cmaps,standard_fonts,wasm,iccs}/**",
      "./node_modules/pdfjs-dist/legacy/build/pdf.worker.min.mjs",
    ],
  },
};

export default config;
