import * as neon from "@neondatabase/serverless";
import pg from "pg";
import WebSocket from "ws";

/** How the database is reached: plain TCP, or the WebSockets that Neon offers to serverless functions. */
export type Driver = "pg" | "neon";

export type DriverOptions = {
  /** Overrides the choice the host makes. */
  driver?: Driver | undefined;
  /** host:port of a WebSocket proxy in front of a plain PostgreSQL; only for the neon driver. */
  neonProxy?: string | undefined;
};

/** Neon's own hosts get Neon's driver; everything else speaks PostgreSQL over TCP. */
export function chooseDriver(url: string, override?: Driver): Driver {
  return override ?? (new URL(url).hostname.endsWith(".neon.tech") ? "neon" : "pg");
}

/**
 * The address without Neon's pooler ("ep-name-pooler.region…"): LISTEN and session advisory locks belong to one
 * server session, which a pooler in transaction mode does not keep.
 */
export function directUrl(url: string): string {
  const direct = new URL(url);
  direct.hostname = direct.hostname.replace(/^([^.]+)-pooler(\..*\.neon\.tech)$/, "$1$2");
  return direct.href;
}

/** Sets up the Neon driver, which keeps its settings in one object for the process. */
export function configureNeon({ neonProxy }: DriverOptions): void {
  // Node has a WebSocket of its own only from version 22 on.
  if (typeof globalThis.WebSocket === "undefined") neon.neonConfig.webSocketConstructor = WebSocket;
  if (!neonProxy) return;
  neon.neonConfig.wsProxy = (host, port) => `${neonProxy}/v1?address=${host}:${port}`;
  neon.neonConfig.useSecureWebSocket = false;
  neon.neonConfig.pipelineTLS = false;
  // The default ("password") sends the password before the server has named its method, which SCRAM refuses.
  neon.neonConfig.pipelineConnect = false;
}

/** The few parts of a single connection that both drivers share and that we use. */
export type SingleConnection = {
  connect(): Promise<unknown>;
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  end(): Promise<void>;
  on(event: "notification", listener: (message: { channel: string; payload?: string }) => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "end", listener: () => void): unknown;
};

/** One connection outside the pool, not yet connected. */
export function singleConnection(url: string, options: DriverOptions): pg.Client | neon.Client {
  const connectionString = directUrl(url);
  if (chooseDriver(url, options.driver) === "pg") {
    return new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 10_000 });
  }
  configureNeon(options);
  return new neon.Client({ connectionString });
}
