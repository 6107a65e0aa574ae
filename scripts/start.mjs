import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadEnvFile } from "node:process";
import { parseArgs } from "node:util";
import { lifecycle } from "./lifecycle.mjs";
import { atProjectRoot } from "./project-root.mjs";
import { buildApp } from "./steps/build.mjs";
import { ownDatabase } from "./steps/database.mjs";
import { installPackages } from "./steps/install.mjs";
import { keptSecret } from "./steps/secret.mjs";
import { answering, NEXT, portOf, requireFreePort } from "./steps/server.mjs";

const life = lifecycle();

await life.run(async () => {
  atProjectRoot();
  for (const file of [".env.local", ".env"]) if (existsSync(file)) loadEnvFile(file);
  const { values } = parseArgs({
    options: { port: { type: "string" }, host: { type: "string" }, data: { type: "string" } },
  });
  const port = portOf(values.port ?? process.env.PORT, 3000);
  const host = values.host ?? (process.env.HOST || "0.0.0.0");
  const folder = values.data ?? (process.env.DATA_DIR || ".data");
  await requireFreePort(port, host);
  await installPackages();
  await buildApp();

  const address = process.env.NEXTAUTH_URL || `http://localhost:${port}`;
  const database = process.env.DATABASE_URL || (await ownDatabase(join(folder, "postgres"), life));
  const server = life.start([NEXT, "start", "-H", host, "-p", String(port)], {
    env: {
      DATABASE_URL: database,
      NEXTAUTH_URL: address,
      NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || keptSecret(folder),
      PORT: String(port),
      DATA_DIR: folder,
      EXIT_WITH_PARENT: "1",
    },
    onExit: (code) => void life.end(code || 1),
  });
  await answering(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/`, server);
  console.log(`\nCountersign runs at ${address}\n(Ctrl-C ends it.)`);
});
