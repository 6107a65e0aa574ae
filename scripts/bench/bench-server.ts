import { fork } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { join } from "node:path";
import { envelope } from "./vendor-pages";

/** The server in a process of its own. */
export interface BenchServer {
  port: number;
  /** One SOAP call with this body; gives what stands in the Result element, and how long it took. */
  post(body: Buffer): Promise<{ ms: number; result: string }>;
  call(operation: string, parameters: Record<string, string>): Promise<{ ms: number; result: string }>;
  /** The most memory that process has held so far (its resident set). */
  peakMb(): Promise<number>;
  stop(): Promise<void>;
}

function exchange(port: number, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "text/xml; charset=utf-8", "content-length": body.byteLength };
    const outgoing = request(
      { host: "127.0.0.1", port, method: "POST", path: "/api/qbwc", headers, agent: false },
      (incoming) => {
        const pieces: Buffer[] = [];
        incoming.on("data", (piece: Buffer) => pieces.push(piece));
        incoming.on("error", reject);
        incoming.on("end", () => resolve(Buffer.concat(pieces).toString("utf-8")));
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Starts the endpoint on that database. */
export async function startBenchServer(databaseUrl: string): Promise<BenchServer> {
  const child = fork(join(import.meta.dirname, "server-process.ts"), {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  const post = async (body: Buffer) => {
    const start = performance.now();
    const answer = await exchange(port, body);
    const ms = performance.now() - start;
    const [, result] = /Result>([\s\S]*)<\/\w+Result>/.exec(answer) ?? [];
    if (result === undefined && !answer.includes("Result></")) throw new Error(answer.slice(0, 1000));
    return { ms, result: result ?? "" };
  };
  return {
    port,
    post,
    call: (operation, parameters) => post(Buffer.from(envelope(operation, parameters))),
    async peakMb() {
      child.send("peak");
      const [{ peakMb }] = (await once(child, "message")) as [{ peakMb: number }];
      return peakMb;
    },
    async stop() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
