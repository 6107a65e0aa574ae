"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";

/** A pause in typing, after which the list follows. */
const PAUSE_MS = 250;

/** The words and filters of a list, as they stand in the address: it can be sent and gone back to. */
export interface AddressFilters {
  /** A filter's value; empty while it is not set. */
  value(name: string): string;
  /** Sets filters, or takes away those given as empty; the list begins again at its first page. */
  set(change: Readonly<Record<string, string>>): void;
  /** Takes these filters away, and the words with them. */
  clear(names: readonly string[]): void;
  /** The words of the search box, which the address (`q`) follows after a pause. */
  typed: string;
  type(words: string): void;
  /** Whether the list is still on its way. */
  pending: boolean;
}

/** Search and filters of the page that is open. */
export function useAddressFilters(): AddressFilters {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, start] = useTransition();
  const [typed, setTyped] = useState(params.get("q") ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // Where the last change leads, though the list be on its way still: the next change is made to that.
  const latest = useRef<URLSearchParams>(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);

  const set = (change: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(latest.current);
    next.delete("page");
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    latest.current = next;
    start(() => router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  return {
    value: (name) => params.get(name) ?? "",
    set,
    clear(names) {
      clearTimeout(timer.current);
      setTyped("");
      set(Object.fromEntries(["q", ...names].map((name) => [name, ""])));
    },
    typed,
    type(words) {
      setTyped(words);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => set({ q: words.trim() }), PAUSE_MS);
    },
    pending,
  };
}
