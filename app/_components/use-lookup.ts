"use client";

import { useEffect, useRef, useState } from "react";
import type { LookupList, PickOption } from "@/lib/ledger/ledger-views";

/** Long enough that a word typed without pause is one question, short enough not to be felt. */
const PAUSE_MS = 120;

type Found = { options: readonly PickOption[]; state: "idle" | "loading" | "failed" };

/** Asks the server for records by name: the last question wins, an answer that was overtaken is dropped. */
export function useLookup(list: LookupList, connectionId: string) {
  const [found, setFound] = useState<Found>({ options: [], state: "idle" });
  const asked = useRef<AbortController | null>(null);
  useEffect(() => () => asked.current?.abort(), []);

  const ask = (q: string, pause = PAUSE_MS) => {
    asked.current?.abort();
    const controller = new AbortController();
    asked.current = controller;
    setFound((before) => ({ ...before, state: "loading" }));
    const search = async () => {
      const query = new URLSearchParams({ list, connectionId, q });
      const response = await fetch(`/api/lookup?${query}`, { signal: controller.signal });
      if (!response.ok) throw new Error(`the lookup answered ${response.status}`);
      const { options } = (await response.json()) as { options: PickOption[] };
      setFound({ options, state: "idle" });
    };
    const timer = setTimeout(() => {
      search().catch(() => {
        if (!controller.signal.aborted) setFound({ options: [], state: "failed" });
      });
    }, pause);
    controller.signal.addEventListener("abort", () => clearTimeout(timer));
  };
  return { ...found, ask };
}
