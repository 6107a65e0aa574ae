"use client";

import { useSyncExternalStore } from "react";

const TICK_MS = 15_000;
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** "in a moment" */
const SOON = -20;

function everyTick(onTick: () => void): () => void {
  const timer = setInterval(onTick, TICK_MS);
  return () => clearInterval(timer);
}

/** "just now", "3 min ago", "in 2 h", "4 days ago". */
function words(seconds: number): string {
  const size = Math.abs(seconds);
  // The clock shown stands still between ticks: what came since is not in the future.
  if (size < 45) return seconds < -TICK_MS / 1000 ? "in a moment" : "just now";
  const said =
    size < HOUR
      ? `${Math.max(1, Math.round(size / MINUTE))} min`
      : size < DAY
        ? `${Math.round(size / HOUR)} h`
        : `${Math.round(size / DAY)} ${Math.round(size / DAY) === 1 ? "day" : "days"}`;
  return seconds < 0 ? `in ${said}` : `${said} ago`;
}

const currentTick = (): number => Math.floor(Date.now() / TICK_MS) * TICK_MS;

type TickingTimeProps = {
  /** The instant, in milliseconds since 1970. */
  at: number;
  /** When the server drew it: the browser begins with the same words and goes on from there. */
  drawnAt: number;
  /** It is expected: where it is due it is "in a moment", never past. */
  isExpected?: boolean;
};

/** How long ago (or how soon) an instant is; the words keep up with the clock. */
export function TickingTime({ at, drawnAt, isExpected = false }: TickingTimeProps) {
  const now = useSyncExternalStore(everyTick, currentTick, () => drawnAt);
  return (
    <time dateTime={new Date(at).toISOString()} className="whitespace-nowrap">
      {words(isExpected ? Math.min((now - at) / 1000, SOON) : (now - at) / 1000)}
    </time>
  );
}
