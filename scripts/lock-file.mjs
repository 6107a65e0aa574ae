import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { isAlive } from "./postgres/pid-file.mjs";

/**
 * Runs the work while no other process of ours does: two starts at once would install, build or run initdb in
 * the same folder. The lock of a process that was killed is taken over.
 * @template Result
 * @param {string} file
 * @param {() => Promise<Result>} work
 * @param {number} [patience] milliseconds to wait for another
 * @returns {Promise<Result>}
 */
export async function withLock(file, work, patience = 300_000) {
  mkdirSync(dirname(file), { recursive: true });
  await take(file, patience);
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

async function take(file, patience) {
  for (const deadline = Date.now() + patience; Date.now() < deadline; await sleep(50)) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = Number(existsSync(file) ? readFileSync(file, "utf8") : 0);
    if (holder && !isAlive(holder)) rmSync(file, { force: true });
  }
  throw new Error(
    `Another process has held ${file} for ${patience / 1000} seconds: remove it if none is running.`,
  );
}
