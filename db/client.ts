import type { EventEmitter } from "node:events";
import * as neon from "@neondatabase/serverless";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import { drizzle as drizzleNeon } from "drizzle-orm/neon-serverless";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import pg from "pg";
import { env } from "@/lib/core/env";
import {
  chooseDriver,
  configureNeon,
  type DriverOptions,
  type SingleConnection,
  singleConnection,
} from "./driver";
import { createListener } from "./listener";
import * as schema from "./schema";

/** What `execute` gives on both drivers. */
type Rows<Row> = { rows: Row[]; rowCount: number | null };
interface RawResult extends PgQueryResultHKT {
  type: Rows<this["row"]>;
}

/** The database as every driver offers it. bigint and numeric columns are strings: numbers would lose digits. */
export type Db = PgDatabase<RawResult, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/** A transaction. Code inside it must use this one alone; every `Db` parameter takes it too. */
export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

export type Connection = {
  db: Db;
  /** Ends the pool and the listener; waits for queries under way. */
  close(): Promise<void>;
  /**
   * Calls `onPayload` for each NOTIFY on the channel. Resolves once the database listens, with the function that
   * ends it. `onGap` is called after a lost connection was replaced: notices may have been missed.
   */
  listen(
    channel: string,
    onPayload: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
};

export type ConnectOptions = DriverOptions & { max?: number };

/** Opens a pool of at most `max` (10) connections; the first query connects. */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const settings = { connectionString: url, max: options.max ?? 10 };
  const opened = chooseDriver(url, options.driver) === "pg" ? openPg(settings) : openNeon(settings, options);
  // An idle connection that breaks (a restarted server) leaves the pool by itself; without a listener the
  // event would end the process. A query that meets the same trouble reports it to its caller.
  opened.pool.on("error", () => undefined);
  // The same for a connection that breaks between two statements of a transaction: while it is checked out the
  // pool does not listen to it, and the statement that comes next fails anyway.
  opened.pool.on("connect", (client: EventEmitter) => client.on("error", () => undefined));
  const listener = createListener(() => singleConnection(url, options) as SingleConnection);
  return {
    db: opened.db,
    listen: listener.listen,
    async close() {
      await listener.close();
      await opened.pool.end();
    },
  };
}

function openPg(settings: { connectionString: string; max: number }): { db: Db; pool: pg.Pool } {
  const pool = new pg.Pool({ ...settings, keepAlive: true, connectionTimeoutMillis: 10_000 });
  return { db: drizzlePg({ client: pool, schema }) as unknown as Db, pool };
}

function openNeon(
  settings: { connectionString: string; max: number },
  options: DriverOptions,
): { db: Db; pool: neon.Pool } {
  configureNeon(options);
  const pool = new neon.Pool({ ...settings, connectionTimeoutMillis: 15_000 });
  return { db: drizzleNeon({ client: pool, schema }) as unknown as Db, pool };
}

const shared = globalThis as { countersignDatabase?: Connection };

/**
 * The connection of this process. Kept on globalThis: Next evaluates this module once for pages and once for
 * route handlers, and a pool each would double the connections.
 * @throws Error when DATABASE_URL is unset
 */
export function connection(): Connection {
  shared.countersignDatabase ??= open();
  return shared.countersignDatabase;
}

function open(): Connection {
  const { DATABASE_URL, DATABASE_POOL_MAX, COUNTERSIGN_DB_DRIVER, COUNTERSIGN_NEON_PROXY } = env();
  if (!DATABASE_URL) {
    throw new Error("DATABASE_URL is not set. `npm start` sets it; so does `npm run dev`.");
  }
  return connect(DATABASE_URL, {
    max: DATABASE_POOL_MAX,
    driver: COUNTERSIGN_DB_DRIVER,
    neonProxy: COUNTERSIGN_NEON_PROXY,
  });
}

/** The database of this process. */
export const db = (): Db => connection().db;
