import { connect } from "@/db/client";
import { createConversation, ticketChecker } from "@/lib/quickbooks/run/engine";
import { serve } from "@/lib/quickbooks/soap/serve-for-tests";
import { DatabaseProxy } from "./database-proxy";

/** One server of the application: its own HTTP server, its own pool, its own way to the database. */
export interface AppServer {
  port: number;
  database: DatabaseProxy;
  /** What it logged as a fault of its own. */
  faults(): string[];
  /** Dies: every socket of it, to callers and to PostgreSQL, breaks off at once. */
  kill(): void;
  close(): Promise<void>;
}

/** @param silentAfterSeconds see EngineOptions */
export async function startAppServer(databaseUrl: string, silentAfterSeconds: number): Promise<AppServer> {
  const database = await DatabaseProxy.open(databaseUrl);
  const connection = connect(database.url, { driver: "pg", max: 4 });
  const server = await serve({
    conversation: createConversation({ db: connection.db, version: "test", silentAfterSeconds }),
    authorizeTicket: ticketChecker(connection.db),
  });
  let isDead = false;
  return {
    port: server.port,
    database,
    faults: () => server.log.flatMap(({ level, fields }) => (level === "error" ? [String(fields.err)] : [])),
    kill() {
      isDead = true;
      database.cutAll();
      void server.close();
    },
    async close() {
      if (!isDead) await server.close();
      await server.settled();
      await connection.close();
      await database.close();
    },
  };
}
