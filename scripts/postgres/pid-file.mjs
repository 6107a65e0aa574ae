import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What a PostgreSQL server says of itself in its data folder (postmaster.pid: line 1 process id, 4 port, 8 state).
 * @param {string} cluster @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
export function readPidFile(cluster) {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  return pid > 0
    ? { pid, port: Number(lines[3] ?? 0), ready: (lines[7] ?? "").trim() === "ready" }
    : undefined;
}

/**
 * Whether a process lives, and, where a name is given, whether it is that program: ids are given out again.
 * @param {number} pid @param {string} [program]
 */
export function isAlive(pid, program) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  if (!program || process.platform === "win32") return true;
  const proc = `/proc/${pid}/cmdline`;
  if (existsSync("/proc/self/cmdline")) {
    return existsSync(proc) && readFileSync(proc, "utf8").includes(program);
  }
  return spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).stdout.includes(
    program,
  );
}

/** @param {number} pid @param {number} milliseconds @returns {Promise<boolean>} false when it still lives after that time */
export async function whenGone(pid, milliseconds) {
  for (const deadline = Date.now() + milliseconds; isAlive(pid, "postgres"); await sleep(25)) {
    if (Date.now() > deadline) return false;
  }
  return true;
}
