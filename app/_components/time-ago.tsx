import { TickingTime } from "./ticking-time";

/** How long ago an instant was, or how soon it will be: "3 min ago", "in 2 h". For server components. */
export function TimeAgo({ at, isExpected = false }: { at: Date; isExpected?: boolean }) {
  return <TickingTime at={at.getTime()} drawnAt={Date.now()} isExpected={isExpected} />;
}
