import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { parseArgs } from "node:util";
import { lifecycle } from "./lifecycle.mjs";
import { atProjectRoot } from "./project-root.mjs";
import { runNode } from "./run-program.mjs";
import { ownDatabase } from "./steps/database.mjs";
import { installPackages } from "./steps/install.mjs";

const USAGE = `npm run verify-audit -- [--data DIR]
  Recomputes the record in DATABASE_URL, or in the database of npm start (--data .data/demo: of the demo).`;

const life = lifecycle();

await life.run(async () => {
  atProjectRoot();
  for (const file of [".env.local", ".env"]) if (existsSync(file)) loadEnvFile(file);
  const { values } = parseArgs({ options: { data: { type: "string" }, help: { type: "boolean" } } });
  if (values.help) {
    console.log(USAGE);
    return life.end(0);
  }
  const folder = values.data ?? (process.env.DATA_DIR || ".data");
  await installPackages();
  const database =
    !values.data && process.env.DATABASE_URL
      ? process.env.DATABASE_URL
      : await ownDatabase(join(folder, "postgres"), life);
  const { code } = await runNode(["--import", "tsx", "scripts/verify-record.ts"], {
    env: { DATABASE_URL: database },
  });
  return life.end(code === 0 ? 0 : 1);
});
