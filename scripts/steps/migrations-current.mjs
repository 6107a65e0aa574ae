import { cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runNode } from "../run-program.mjs";

/**
 * Whether db/migrations says all that db/schema says: drizzle-kit is asked to write what is missing into a copy,
 * and must find nothing.
 * @returns {Promise<number>} 0 when current
 */
export async function migrationsAreCurrent() {
  const copy = join(".data", `migrations-check-${process.pid}`);
  mkdirSync(".data", { recursive: true });
  cpSync(join("db", "migrations"), copy, { recursive: true });
  try {
    const before = readdirSync(copy).length;
    const { code } = await runNode(
      [
        ...[join("node_modules", "drizzle-kit", "bin.cjs"), "generate", "--dialect", "postgresql"],
        ...["--schema", "./db/schema.ts", "--out", copy, "--name", "missing"],
      ],
      { capture: true },
    );
    if (code !== 0) return code;
    if (readdirSync(copy).length === before) return 0;
    console.error(
      "db/schema has changed: run `npm run db:generate -- --name what_changed` and commit the result.",
    );
    return 1;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
