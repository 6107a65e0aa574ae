"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

function words(at: string, timeZone?: string): string {
  return new Intl.DateTimeFormat("en-US", {
    ...{ month: "short", day: "numeric", year: "numeric", hour: "numeric", minute: "2-digit" },
    ...(timeZone ? { timeZone, timeZoneName: "short" } : {}),
  }).format(new Date(at));
}

/** An instant (ISO 8601) in the reader's own zone. The server knows no zone and says UTC. */
export function Moment({ at }: { at: string }) {
  const text = useSyncExternalStore(
    never,
    () => words(at),
    () => words(at, "UTC"),
  );
  return (
    <time dateTime={at} className="tabular whitespace-nowrap">
      {text}
    </time>
  );
}
