"use client";

import { Search, X } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useKeys } from "@/app/_components/use-keys";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { DateInput } from "@/app/_ui/date-input";
import { Input } from "@/app/_ui/input";
import { Select } from "@/app/_ui/select";
import { Spinner } from "@/app/_ui/spinner";

/** A pause in typing, after which the list follows. */
const PAUSE_MS = 250;

const NAMES = ["q", "connection", "state", "from", "to", "errors"] as const;

/** Search and filters of the runs; all of it stands in the address. */
export function RunFilters({ files }: { files: readonly { id: string; name: string }[] }) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, start] = useTransition();
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(params.get("q") ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeys({ "/": () => search.current?.focus() });

  const set = (change: Partial<Record<(typeof NAMES)[number], string>>) => {
    const next = new URLSearchParams(params);
    next.delete("page");
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    start(() => router.replace(`${pathname}?${next}`, { scroll: false }));
  };
  const value = (name: (typeof NAMES)[number]) => params.get(name) ?? "";

  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-full md:w-72">
        <Input
          ref={search}
          type="search"
          aria-label="Search runs"
          placeholder="Bill number, vendor, TxnID, message"
          icon={pending ? <Spinner /> : <Search />}
          value={typed}
          onChange={(event) => {
            const text = event.target.value;
            setTyped(text);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => set({ q: text.trim() }), PAUSE_MS);
          }}
          onKeyDown={(event) => (event.key === "Escape" ? event.currentTarget.blur() : undefined)}
          aria-keyshortcuts="/"
        />
      </div>
      {files.length > 1 ? (
        <div className="w-full md:w-48">
          <Select
            aria-label="Company file"
            value={value("connection")}
            onChange={(event) => set({ connection: event.target.value })}
          >
            <option value="">Any company file</option>
            {files.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
      <div className="w-[calc(50%-0.25rem)] md:w-36">
        <Select
          aria-label="State"
          value={value("state")}
          onChange={(event) => set({ state: event.target.value })}
        >
          <option value="">Any state</option>
          <option value="running">Running</option>
          <option value="closed">Ended</option>
          <option value="failed">Failed</option>
          <option value="dead">Went silent</option>
        </Select>
      </div>
      <div className="flex w-full items-center gap-1.5 text-ink-muted text-sm md:w-auto">
        <DateInput
          aria-label="From"
          value={value("from")}
          onChange={(event) => set({ from: event.target.value })}
        />
        to
        <DateInput
          aria-label="To"
          value={value("to")}
          onChange={(event) => set({ to: event.target.value })}
        />
      </div>
      <Checkbox
        label="With errors"
        checked={value("errors") === "1"}
        onChange={(event) => set({ errors: event.target.checked ? "1" : "" })}
      />
      {NAMES.some((name) => params.get(name)) ? (
        <Button
          variant="ghost"
          onClick={() => {
            clearTimeout(timer.current);
            setTyped("");
            set({ q: "", connection: "", state: "", from: "", to: "", errors: "" });
          }}
        >
          <X aria-hidden="true" />
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
