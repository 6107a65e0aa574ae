"use client";

import { Search, X } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { useKeys } from "@/app/_components/use-keys";
import { Button } from "@/app/_ui/button";
import { Input } from "@/app/_ui/input";
import { Select } from "@/app/_ui/select";
import { Spinner } from "@/app/_ui/spinner";
import type { BillCompanyFile } from "@/lib/bills/company-files";
import type { PickOption } from "@/lib/ledger/ledger-views";

/** A pause in typing, after which the list follows. */
const PAUSE_MS = 250;

const SYNC_OPTIONS = [
  ["waiting", "Waiting to sync"],
  ["blocked", "Held back"],
  ["removed", "Refused"],
  ["linked", "Linked"],
  ["none", "Not in QuickBooks"],
] as const;

type ListFiltersProps = {
  /** Company files of which bills may be here; with several, one can be chosen. */
  files: BillCompanyFile[];
  /** The company file whose vendors can be filtered by; null while there is none, or no one is chosen. */
  connectionId: string | null;
  vendor: PickOption | null;
  showsSync: boolean;
};

/** Search and filters of a list; all of it stands in the address, so that it can be sent and gone back to. */
export function ListFilters({ files, connectionId, vendor, showsSync }: ListFiltersProps) {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const [pending, start] = useTransition();
  const search = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(params.get("q") ?? "");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useKeys({
    "/": () => {
      search.current?.focus();
      search.current?.select();
    },
  });

  const set = (change: Record<string, string>) => {
    const next = new URLSearchParams(params);
    next.delete("page");
    for (const [name, value] of Object.entries(change)) {
      if (value) next.set(name, value);
      else next.delete(name);
    }
    start(() => router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set({ q: text.trim() }), PAUSE_MS);
  };
  const isFiltered = ["q", "company", "vendor", "sync"].some((name) => params.get(name));

  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-full md:w-64">
        <Input
          ref={search}
          type="search"
          aria-label="Search bills"
          placeholder="Search vendor, number, memo, amount"
          icon={pending ? <Spinner /> : <Search />}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => (event.key === "Escape" ? event.currentTarget.blur() : undefined)}
          aria-keyshortcuts="/"
        />
      </div>
      {files.length > 1 ? (
        <div className="w-full md:w-52">
          <Select
            aria-label="Company file"
            value={params.get("company") ?? ""}
            // A vendor is of one company file.
            onChange={(event) => set({ company: event.target.value, vendor: "" })}
          >
            <option value="">All company files</option>
            {files.map(({ id, name, isDisconnected }) => (
              <option key={id} value={id}>
                {isDisconnected ? `${name} (disconnected)` : name}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
      {connectionId && !files.some(({ id, isDisconnected }) => id === connectionId && isDisconnected) ? (
        <div className="w-full md:w-56">
          <LookupCombobox
            list="vendor"
            connectionId={connectionId}
            value={vendor}
            onChange={(option) => set({ vendor: option?.id ?? "" })}
            placeholder="Any vendor"
            aria-label="Vendor"
          />
        </div>
      ) : null}
      {showsSync ? (
        <div className="w-full md:w-44">
          <Select
            aria-label="Sync status"
            value={params.get("sync") ?? ""}
            onChange={(event) => set({ sync: event.target.value })}
          >
            <option value="">Any sync status</option>
            {SYNC_OPTIONS.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
      {isFiltered ? (
        <Button
          variant="ghost"
          onClick={() => {
            clearTimeout(timer.current);
            setTyped("");
            set({ q: "", company: "", vendor: "", sync: "" });
          }}
        >
          <X aria-hidden="true" />
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
