"use client";

import { useEffect, useState } from "react";
import type { PickOption } from "@/lib/ledger/ledger-views";

/** What an entry stands under; a path that was typed, "Bayview:Clubhouse", brings its parent along where there is one. */
export function useParent(list: "customer" | "item", connectionId: string, path: string) {
  const at = path.lastIndexOf(":");
  const above = path.slice(0, Math.max(at, 0)).trim();
  const [parent, setParent] = useState<PickOption | null>(null);
  useEffect(() => {
    if (!above) return;
    const controller = new AbortController();
    const find = async () => {
      const query = new URLSearchParams({ list, connectionId, q: above });
      const response = await fetch(`/api/lookup?${query}`, { signal: controller.signal });
      if (!response.ok) return;
      const { options } = (await response.json()) as { options: PickOption[] };
      const same = options.find(({ name }) => name.toLowerCase() === above.toLowerCase());
      if (same) setParent(same);
    };
    // Without an answer the field stays empty, and is filled in by hand.
    find().catch(() => setParent(null));
    return () => controller.abort();
  }, [list, connectionId, above]);
  return { ownName: path.slice(at + 1).trim(), parent, setParent };
}
