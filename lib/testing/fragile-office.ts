import type { RunOptions } from "@/e2e/quickbooks/connector/conversation";
import type { RunReport } from "@/e2e/quickbooks/connector/run-report";
import { startAppProcess } from "./app-process";
import { type AppServer, startAppServer } from "./app-server";
import { type Office, type OfficeOptions, openOffice } from "./office";
import { type LineBreak, openSoapProxy, type Passing } from "./soap-proxy";

/** An office whose servers, lines and database connections can break. */
export interface FragileOffice extends Office {
  servers: AppServer[];
  /** Breaks the line of one call; asked with each call, and with each reply. */
  line: {
    onCall?: (call: Passing) => LineBreak | undefined;
    onReply?: (call: Passing, reply: string) => LineBreak | undefined;
  };
  /** The server dies at once, and another takes its place, on the same database. */
  restart(): void;
  /** Which server answered each call, in order. */
  answeredBy: number[];
}

/**
 * Opens an office with `servers` app servers of their own pools behind a proxy that gives each call to the
 * next one in turn; as processes, or all in this one. A silent run counts as dead at once, so that whoever comes back is let in.
 */
export async function openFragileOffice(
  options: OfficeOptions & { servers?: number; asProcesses?: boolean } = {},
): Promise<FragileOffice> {
  const office = await openOffice({ silentAfterSeconds: 0, ...options });
  const silentAfter = options.silentAfterSeconds ?? 0;
  const startOne = options.asProcesses ? startAppProcess : startAppServer;
  const start = () => startOne(office.database.url, silentAfter);
  const servers = await Promise.all(Array.from({ length: options.servers ?? 1 }, start));
  const graveyard: AppServer[] = [];
  const line: FragileOffice["line"] = {};
  const answeredBy: number[] = [];
  let ready: Promise<unknown> = Promise.resolve();
  const proxy = await openSoapProxy({
    async target(call) {
      await ready;
      const index = call.count % servers.length;
      const server = servers[index];
      if (!server) throw new Error("there is no server to answer");
      answeredBy.push(index);
      return { host: "127.0.0.1", port: server.port };
    },
    onCall: (call) => line.onCall?.(call),
    onReply: (call, reply) => line.onReply?.(call, reply),
  });
  const qwc = office.qwc.replace(/localhost:\d+/g, `localhost:${proxy.port}`);
  const { run, close } = office;
  return Object.assign(office, {
    servers,
    line,
    answeredBy,
    qwc,
    restart() {
      const [dead] = servers;
      if (!dead) return;
      dead.kill();
      graveyard.push(dead);
      ready = start().then((server) => {
        servers[0] = server;
      });
    },
    run: (more: Partial<RunOptions> = {}): Promise<RunReport> => run({ qwc, ...more }),
    async close() {
      await ready;
      await proxy.close();
      for (const server of [...servers, ...graveyard]) await server.close();
      await close();
    },
  });
}
