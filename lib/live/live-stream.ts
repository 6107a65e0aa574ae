import type { Actor } from "@/lib/access/actor";
import { followChanges } from "./change-feed";
import { registerOpenStream } from "./open-streams";

/** Proxies close a connection that says nothing, some after 30 seconds. */
const HEARTBEAT_MS = 25_000;

interface LiveStream {
  orgId: string;
  /** What the organisation's version is by now: a page that was drawn before it is drawn again. */
  version(): Promise<string>;
  /** Whether the person is still who they were: asked before each event. */
  again(): Promise<Actor | null>;
  /** Aborts when the browser has gone. */
  signal: AbortSignal;
}

/**
 * Server-sent events: "change" whenever something of the organisation changed, without saying what; the
 * page then reads what its reader may see. "gone" and the end when that reader may see nothing any more.
 */
export function liveStream({ orgId, version, again, signal }: LiveStream): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end: () => void = () => undefined;
  return new ReadableStream({
    async start(controller) {
      let open = true;
      let checking = false;
      let changedMeanwhile = false;
      let leave: () => void = () => undefined;

      const send = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
      const ended = registerOpenStream(() => end());
      end = () => {
        if (!open) return;
        open = false;
        clearInterval(heartbeat);
        ended();
        leave();
        controller.close();
      };
      const onChange = async () => {
        changedMeanwhile = true;
        if (checking) return;
        checking = true;
        try {
          while (changedMeanwhile && open) {
            changedMeanwhile = false;
            if (await again()) send("event: change\ndata:\n\n");
            else {
              send("event: gone\ndata:\n\n");
              end();
            }
          }
        } catch {
          // The database is away. The browser comes back by itself, and then reads everything anew.
          end();
        } finally {
          checking = false;
        }
      };

      signal.addEventListener("abort", () => end(), { once: true });
      if (signal.aborted) return end();
      try {
        leave = await followChanges(orgId, () => void onChange());
      } catch {
        return end();
      }
      // It may have ended while the database was being asked to listen.
      if (!open) return leave();
      // Asked for once changes are followed: what came before this moment is in the version, the rest is told.
      const now = await version().catch(() => "");
      send(`retry: 2000\nevent: ready\ndata: ${now}\n\n`);
    },
    cancel: () => end(),
  });
}
