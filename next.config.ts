import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  // These open sockets or load native code; bundling them breaks at run time.
  serverExternalPackages: ["pg", "@neondatabase/serverless", "ws", "@node-rs/argon2", "pino"],
};

export default config;
