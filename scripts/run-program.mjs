import { spawn } from "node:child_process";
import { childEnvironment } from "./child-environment.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * Runs a program to its end, its output shown (or, with `capture`, returned).
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, capture?: boolean | "complaints too", quiet?: boolean, timeout?: number }} [options]
 * quiet drops what it complains about; timeout is in milliseconds
 * @returns {Promise<{ code: number, stdout: string }>} code 127 when the program is not there
 */
export function runProgram(command, args, { env = {}, capture = false, quiet = false, timeout } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: [
        "ignore",
        capture ? "pipe" : "inherit",
        capture === "complaints too" ? "pipe" : quiet ? "ignore" : "inherit",
      ],
      env: childEnvironment(env),
      ...(timeout && { timeout, killSignal: "SIGKILL" }),
    });
    running.add(child);
    let stdout = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (piece) => {
        stdout += piece;
      });
    }
    const done = (code) => {
      running.delete(child);
      resolve({ code, stdout });
    };
    child.once("error", () => done(127));
    child.once("close", (code) => done(code ?? 1));
  });
}

/** @param {string[]} args @param {Parameters<typeof runProgram>[2]} [options] */
export const runNode = (args, options) => runProgram(process.execPath, args, options);

/** Ends what runs now, and waits for it. */
export async function endPrograms() {
  await Promise.all(
    [...running].map((child) => {
      const gone = new Promise((resolve) => child.once("close", resolve));
      child.kill("SIGTERM");
      const force = setTimeout(() => child.kill("SIGKILL"), 8_000);
      return gone.then(() => clearTimeout(force));
    }),
  );
}
