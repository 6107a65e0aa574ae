import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isFree } from "../free-port.mjs";

export const NEXT = join("node_modules", "next", "dist", "bin", "next");

/** @param {string | undefined} words @param {number} otherwise */
export function portOf(words, otherwise) {
  const port = words === undefined || words === "" ? otherwise : Number(words);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`"${words}" is not a port.`);
  return port;
}

/** @param {number} port @param {string} host */
export async function requireFreePort(port, host) {
  if (await isFree(port, host)) return;
  throw new Error(
    `Port ${port} is taken by another program. Choose another with --port, for example: --port ${port + 1}`,
  );
}

/**
 * Resolves when the server answers (with anything: a redirect to the sign-in page is an answer).
 * @param {string} address @param {{ exitCode: number | null }} server
 */
export async function answering(address, server) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    if (server.exitCode !== null) throw new Error("The server ended while starting: see its words above.");
    try {
      await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
      return;
    } catch {
      // Not listening yet: asked again until the deadline.
    }
  }
  throw new Error(`The server does not answer at ${address}.`);
}
