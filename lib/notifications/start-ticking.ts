import { connection } from "@/db/client";
import { CHANGES_CHANNEL } from "@/lib/access/announce";
import { env } from "@/lib/core/env";
import { log } from "@/lib/core/log";
import { mailRound, tellRound } from "./tick";

/** Rounds when nothing calls for one: mail that is due again, changes whose notice was lost. */
const EVERY_MS = 5_000;
/** What one commit sets off, and those next to it, are done in one round. */
const GATHER_MS = 100;
const CHORES_EVERY_MS = 60_000;

/** Runs `work` when asked, never twice at the same time, and once more when it was asked for meanwhile. */
function oneAtATime(name: string, work: () => Promise<void>) {
  let running: Promise<void> | undefined;
  let isWanted = false;
  async function run() {
    while (isWanted) {
      isWanted = false;
      try {
        await work();
      } catch (error) {
        log.error({ err: error, work: name }, "the server's own work failed; the next round tries again");
      }
    }
    running = undefined;
  }
  return {
    ask(): void {
      isWanted = true;
      running ??= run();
    },
    ended: () => running ?? Promise.resolve(),
  };
}

/**
 * Begins the server's own work beside its requests: telling people what happened, reminders, mail. A round
 * every few seconds, and at once when something was committed, on any server. Errors are logged and tried again.
 * @returns a function that ends it, resolving once nothing is under way any more
 */
export function startTicking(): () => Promise<void> {
  let isStopping = false;
  let choresAt = 0;
  const telling = oneAtATime("notifications", async () => {
    const now = new Date();
    const withChores = now.getTime() - choresAt >= CHORES_EVERY_MS;
    if (withChores) choresAt = now.getTime();
    await tellRound(connection().db, now, withChores);
    mailing.ask();
  });
  const mailing = oneAtATime("mail", () => mailRound(connection().db, () => isStopping));

  const round = () => {
    if (!isStopping) telling.ask();
  };
  let gathered: NodeJS.Timeout | undefined;
  const wake = () => {
    if (gathered || isStopping) return;
    gathered = setTimeout(() => {
      gathered = undefined;
      round();
    }, GATHER_MS);
    gathered.unref();
  };
  const timer = setInterval(round, EVERY_MS);
  timer.unref();
  // Where streams are not held open, neither is a connection that listens: the timer is enough.
  const listening =
    env().LIVE === "sse"
      ? connection()
          .listen(CHANGES_CHANNEL, wake, wake)
          .catch((error: unknown) => {
            log.warn({ err: error }, "changes are not heard; notifications come some seconds later");
            return undefined;
          })
      : undefined;
  round();

  return async () => {
    isStopping = true;
    clearInterval(timer);
    clearTimeout(gathered);
    await (await listening)?.();
    await Promise.all([telling.ended(), mailing.ended()]);
  };
}
