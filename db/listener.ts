import type { SingleConnection } from "./driver";

type OnPayload = (payload: string) => void;
type Subscription = { channel: string; onPayload: OnPayload; onGap: () => void };

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;

/**
 * LISTEN over one connection of its own, shared by all channels of this process and opened with the first.
 * A pool hands a connection to whoever asks, so a notice would arrive at a connection nobody listens to.
 * A broken connection is replaced, waiting 0.1 s, then twice as long each time, at most 10 s. Notices sent in
 * between are lost: `onGap` says when to look again.
 */
export function createListener(open: () => SingleConnection) {
  const subscriptions = new Set<Subscription>();
  let connection: Promise<SingleConnection> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<SingleConnection> {
    const fresh = open();
    let alive = true;
    const lost = () => {
      if (!alive) return;
      alive = false;
      connection = undefined;
      reconnectAfter(FIRST_DELAY_MS);
    };
    fresh.on("error", lost);
    fresh.on("end", lost);
    fresh.on("notification", ({ channel, payload }) => {
      for (const each of subscriptions) if (each.channel === channel) each.onPayload(payload ?? "");
    });
    try {
      await fresh.connect();
      for (const channel of new Set([...subscriptions].map((each) => each.channel))) {
        await fresh.query(`listen ${quoted(channel)}`);
      }
    } catch (error) {
      alive = false;
      // The half-open connection is given up; what went wrong is in `error`, not in how it ends.
      void fresh.end().catch(() => undefined);
      throw error;
    }
    return fresh;
  }

  function reconnectAfter(delay: number): void {
    if (closed || subscriptions.size === 0 || retry) return;
    retry = setTimeout(async () => {
      retry = undefined;
      if (closed || subscriptions.size === 0 || connection) return;
      connection = connect();
      try {
        await connection;
        for (const each of subscriptions) each.onGap();
      } catch {
        // The database is still away. That is what the next, later try is for.
        connection = undefined;
        reconnectAfter(Math.min(delay * 2, LONGEST_DELAY_MS));
      }
    }, delay);
    retry.unref();
  }

  async function unsubscribe(subscription: Subscription): Promise<void> {
    subscriptions.delete(subscription);
    if ([...subscriptions].some((each) => each.channel === subscription.channel)) return;
    const current = connection;
    if (!current) return;
    if (subscriptions.size === 0) {
      connection = undefined;
      await end(current);
      return;
    }
    await (await current).query(`unlisten ${quoted(subscription.channel)}`);
  }

  return {
    /**
     * @param onGap called after a reconnection, when notices may have been missed
     * @returns a function that ends this subscription
     * @throws what connecting throws, when the first connection cannot be made
     */
    async listen(channel: string, onPayload: OnPayload, onGap: () => void = () => undefined) {
      const subscription = { channel, onPayload, onGap };
      subscriptions.add(subscription);
      try {
        if (connection) {
          await (await connection).query(`listen ${quoted(channel)}`);
        } else {
          connection = connect();
          await connection;
        }
      } catch (error) {
        subscriptions.delete(subscription);
        connection = undefined;
        throw error;
      }
      return () => unsubscribe(subscription);
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(retry);
      subscriptions.clear();
      const current = connection;
      connection = undefined;
      if (current) await end(current);
    },
  };
}

/** A connection that failed has nothing left to end; its failure was told to whoever waited for it. */
async function end(connection: Promise<SingleConnection>): Promise<void> {
  const opened = await connection.catch(() => undefined);
  await opened?.end();
}

function quoted(channel: string): string {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(channel)) throw new Error(`"${channel}" cannot name a channel.`);
  return `"${channel}"`;
}
