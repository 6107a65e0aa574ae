import { spawn } from "node:child_process";
import { childEnvironment } from "./child-environment.mjs";
import { endPrograms } from "./run-program.mjs";

const PATIENCE_MS = 8_000;

/**
 * What a script has started, and how it ends: whatever ends the script (Ctrl-C, a signal, its npm being killed,
 * a failure, one of its programs ending) ends all of it, last started first.
 */
export function lifecycle() {
  /** @type {(() => void | Promise<void>)[]} */
  const endings = [];
  /** @type {Promise<never> | undefined} */
  let ending;

  /** @param {number} code @param {string} [lastLine] @returns {Promise<never>} */
  function end(code, lastLine) {
    ending ??= endAll(code, lastLine);
    return ending;
  }

  async function endAll(code, lastLine) {
    clearInterval(watch);
    let exitCode = code;
    for (const what of [endPrograms, ...endings.reverse()]) {
      try {
        await what();
      } catch (error) {
        console.error(error);
        exitCode ||= 1;
      }
    }
    if (lastLine) console.log(lastLine);
    process.exit(exitCode);
  }

  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ]) {
    process.on(signal, () => void end(code));
  }
  // npm hands no signal on: killed with SIGTERM, it and its shell die and leave us behind with another parent.
  const parent = process.ppid;
  const watch = setInterval(() => process.ppid !== parent && void end(143), 500);
  watch.unref();

  return {
    end,
    get ending() {
      return ending !== undefined;
    },
    /** @param {() => void | Promise<void>} what is done at the end */
    onEnd: (what) => endings.push(what),

    /**
     * Starts a Node program and ends it with us.
     * @param {string[]} args the program's file and its arguments
     * @param {{ env?: Record<string, string | undefined>, onExit?: (code: number) => void }} [options]
     */
    start(args, { env = {}, onExit = () => {} } = {}) {
      const child = spawn(process.execPath, args, {
        stdio: ["ignore", "inherit", "inherit"],
        env: childEnvironment(env),
      });
      const gone = new Promise((resolve) => {
        child.once("exit", (code) => {
          if (!ending) onExit(code ?? 1);
          resolve(undefined);
        });
      });
      endings.push(async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill("SIGTERM");
        const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
        await gone;
        clearTimeout(force);
      });
      return child;
    },

    /** Runs the script's body; an error is told in words and ends everything. @param {() => Promise<unknown>} body */
    async run(body) {
      try {
        await body();
      } catch (error) {
        if (!ending) console.error(`\n${error instanceof Error ? error.message : error}`);
        await end(1);
      }
    },
  };
}
