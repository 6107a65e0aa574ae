import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { parseArgs } from "node:util";
import { lifecycle } from "./lifecycle.mjs";
import { atProjectRoot } from "./project-root.mjs";
import { ownDatabase } from "./steps/database.mjs";
import { installPackages } from "./steps/install.mjs";
import { keptSecret } from "./steps/secret.mjs";
import { NEXT, portOf, requireFreePort } from "./steps/server.mjs";

const life = lifecycle();

await life.run(async () => {
  atProjectRoot();
  for (const file of [".env.local", ".env"]) if (existsSync(file)) loadEnvFile(file);
  const { values } = parseArgs({ options: { port: { type: "string" }, data: { type: "string" } } });
  const port = portOf(values.port ?? process.env.PORT, 3000);
  const folder = values.data ?? join(".data", "dev");
  await requireFreePort(port, "127.0.0.1");
  await installPackages();
  life.start([NEXT, "dev", "-H", "127.0.0.1", "-p", String(port)], {
    env: {
      DATABASE_URL: process.env.DATABASE_URL || (await ownDatabase(join(folder, "postgres"), life)),
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret(folder),
      PORT: String(port),
      DATA_DIR: folder,
    },
    onExit: (code) => void life.end(code || 1),
  });
});
