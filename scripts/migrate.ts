import { migrate } from "@/db/migrate";
import { readEnv } from "@/lib/core/env";

/** Applies the migrations to DATABASE_URL: before `next build` on Vercel, and before the demo is filled. */
const { DATABASE_URL, COUNTERSIGN_DB_DRIVER, COUNTERSIGN_NEON_PROXY } = readEnv(process.env);
if (!DATABASE_URL) throw new Error("DATABASE_URL is not set.");
await migrate(DATABASE_URL, { driver: COUNTERSIGN_DB_DRIVER, neonProxy: COUNTERSIGN_NEON_PROXY });
console.log("The database is up to date.");
