"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { followStream } from "./follow-stream";
import { followVersion } from "./follow-version";

/** A run tells of many changes in a row: what comes within this time is drawn once. */
const GATHER_MS = 150;
/** Often enough that SESSION_HOURS counts from the last use, not from signing in. */
const KEEP_SESSION_MS = 10 * 60_000;

/**
 * Draws the page again when something of the organisation changed. A hidden tab follows nothing (browsers
 * allow six connections to one host, and each stream takes one) and catches up when it is shown.
 */
export function LiveRefresh({ how, version }: { how: "sse" | "poll"; version: string }) {
  const [way, setWay] = useState(how);
  const refresh = useGatheredRefresh();
  useKeptSession();
  const drawn = useRef(version);
  useEffect(() => {
    drawn.current = version;
  }, [version]);

  useEffect(() => {
    let stop: (() => void) | undefined;
    const follow = () => {
      stop =
        way === "sse"
          ? followStream({ drawn: () => drawn.current, onChange: refresh, onFailure: () => setWay("poll") })
          : followVersion(drawn.current, refresh);
    };
    const onVisibility = () => {
      stop?.();
      stop = undefined;
      if (document.visibilityState === "hidden") return;
      refresh();
      follow();
    };
    if (document.visibilityState === "visible") follow();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      stop?.();
    };
  }, [way, refresh]);

  return null;
}

/** router.refresh, gathered: never two under way at once, and never one lost. */
function useGatheredRefresh(): () => void {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const wanted = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const busy = useRef(false);

  const [refresh] = useState(() => () => {
    wanted.current = true;
    if (timer.current || busy.current) return;
    timer.current = setTimeout(() => {
      timer.current = undefined;
      wanted.current = false;
      busy.current = true;
      startTransition(() => router.refresh());
    }, GATHER_MS);
  });

  useEffect(() => {
    if (pending) return;
    busy.current = false;
    if (wanted.current) refresh();
  }, [pending, refresh]);

  useEffect(() => () => clearTimeout(timer.current), []);
  return refresh;
}

/** Renews the session's cookie while the person does something: reading a page alone does not. */
function useKeptSession(): void {
  useEffect(() => {
    let used = false;
    const onUse = () => {
      used = true;
    };
    const timer = setInterval(() => {
      if (!used || document.visibilityState === "hidden") return;
      used = false;
      // Without an answer the cookie stays as it is; the next round tries again.
      void fetch("/api/auth/session", { cache: "no-store" }).catch(() => undefined);
    }, KEEP_SESSION_MS);
    window.addEventListener("pointerdown", onUse);
    window.addEventListener("keydown", onUse);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pointerdown", onUse);
      window.removeEventListener("keydown", onUse);
    };
  }, []);
}
