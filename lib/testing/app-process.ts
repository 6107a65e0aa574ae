import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { AppServer } from "./app-server";
import { DatabaseProxy } from "./database-proxy";

const PROGRAM = fileURLToPath(new URL("../../scripts/serve-web-connector.ts", import.meta.url));

/** One server of the application in a process of its own. `kill` is SIGKILL. */
export async function startAppProcess(databaseUrl: string, silentAfterSeconds: number): Promise<AppServer> {
  const database = await DatabaseProxy.open(databaseUrl);
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM], {
    env: { ...process.env, DATABASE_URL: database.url, SILENT_AFTER: String(silentAfterSeconds) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on("line", (line) => said.push(line));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const port = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) => resolve(Number(line)));
    child.once("exit", () => reject(new Error(`the server process ended: ${said.join("\n")}`)));
  });
  return {
    port,
    database,
    faults: () => said,
    kill: () => void child.kill("SIGKILL"),
    async close() {
      child.kill("SIGKILL");
      await ended;
      await database.close();
    },
  };
}
