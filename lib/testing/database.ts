import { randomBytes } from "node:crypto";
import { type Connection, connect, type Db } from "@/db/client";
import type { Driver } from "@/db/driver";
import { startNeonProxy } from "./neon-proxy";
import { asServer, databaseUrl, dropDatabase } from "./server";

export type TestDatabase = {
  db: Db;
  /** For another connection, or another process. */
  url: string;
  connection: Connection;
  /** Closes the connection and drops the database. */
  close(): Promise<void>;
};

/** Every driver the application can use, for `test.each`. */
export const DRIVERS: readonly Driver[] = ["pg", "neon"];

/** A database of its own, migrated and empty, for one test file. Close it in afterAll. */
export async function testDatabase(options: { driver?: Driver } = {}): Promise<TestDatabase> {
  const { url, drop } = await cloneTemplate();
  const proxy = options.driver === "neon" ? await startNeonProxy() : undefined;
  const connection = connect(url, { driver: options.driver, neonProxy: proxy?.address });
  return {
    db: connection.db,
    url,
    connection,
    async close() {
      await connection.close();
      await proxy?.close();
      await drop();
    },
  };
}

/** A copy of the migrated template, without a connection; for a server of the application in another process. */
export async function cloneTemplate(): Promise<{ url: string; drop: () => Promise<void> }> {
  return createDatabase(`template ${required("TEST_TEMPLATE")}`);
}

/** A database with nothing in it, for tests of the migrations themselves. */
export async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  return createDatabase("");
}

async function createDatabase(how: string) {
  const server = required("TEST_DATABASE_URL");
  const name = `countersign_test_${randomBytes(6).toString("hex")}`;
  await asServer(server, (query) => query(`create database ${name} ${how}`));
  return {
    url: databaseUrl(server, name),
    drop: () => dropDatabase(server, name),
  };
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with \`npx vitest run\` or \`npm test\`.`);
  return value;
}
