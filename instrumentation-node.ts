import { connection } from "@/db/client";
import { migrate } from "@/db/migrate";
import { env } from "@/lib/core/env";
import { closeOpenStreams } from "@/lib/live/open-streams";
import { startTicking } from "@/lib/notifications/start-ticking";

/** After a signal, requests under way get this long; then the connections to the database are closed. */
const DRAIN_MS = 3_000;
const EXIT_MS = 4_000;
const PARENT_CHECK_MS = 500;

/**
 * Readies a server: settings checked, database migrated, signals handled, its own work begun.
 * A failure ends the process: when `register` throws, Next says "Failed to prepare server" and hangs.
 */
export async function startServer(): Promise<void> {
  try {
    await migrateDatabase();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `\n  ${error.cause.message}` : "";
    process.stderr.write(`Countersign cannot start: ${messageOf(error)}${cause}\n`);
    process.exit(1);
  }
  // A function of Vercel's is frozen between requests: there a scheduler calls /api/tick.
  const stopTicking = process.env.VERCEL ? undefined : startTicking();
  const shutDown = (code: number) => {
    void stopTicking?.();
    endServer(code);
  };
  process.once("SIGTERM", () => shutDown(143));
  process.once("SIGINT", () => shutDown(130));
  if (process.env.EXIT_WITH_PARENT === "1") exitWithParent();
}

/** On Vercel the build migrates (`npm run migrate`): a function that wakes up must not wait for it. */
async function migrateDatabase(): Promise<void> {
  const { DATABASE_URL, COUNTERSIGN_DB_DRIVER, COUNTERSIGN_NEON_PROXY } = env();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set. `npm start` and `npm run dev` set it.");
  if (process.env.VERCEL) return;
  await migrate(DATABASE_URL, { driver: COUNTERSIGN_DB_DRIVER, neonProxy: COUNTERSIGN_NEON_PROXY });
}

/**
 * Next itself stops listening and exits once the last request is answered; open streams would hold it back.
 * The timers are for requests that do not end in time.
 */
function endServer(code: number): void {
  closeOpenStreams();
  setTimeout(
    () =>
      void connection()
        .close()
        .catch(() => process.exit(code)),
    DRAIN_MS,
  ).unref();
  setTimeout(() => process.exit(code), EXIT_MS).unref();
}

/** Ends the server when the script that started it was killed, so that the next start finds the port free. */
function exitWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, PARENT_CHECK_MS).unref();
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
