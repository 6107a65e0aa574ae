"use client";

import { Search } from "lucide-react";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useKeys } from "@/app/_components/use-keys";
import { Input } from "@/app/_ui/input";
import { Spinner } from "@/app/_ui/spinner";

/** A pause in typing, after which the list follows. */
const PAUSE_MS = 250;

/** Finds vendors; what is looked for stands in the address. */
export function VendorSearch() {
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
  const follow = (q: string) => {
    const next = new URLSearchParams(params);
    next.delete("page");
    if (q) next.set("q", q);
    else next.delete("q");
    start(() => router.replace(next.size > 0 ? `${pathname}?${next}` : pathname, { scroll: false }));
  };
  return (
    <search className="mb-3 block w-full md:w-72">
      <Input
        ref={search}
        type="search"
        aria-label="Search vendors"
        placeholder="Search name, company, email"
        icon={pending ? <Spinner /> : <Search />}
        value={typed}
        onChange={(event) => {
          const { value } = event.target;
          setTyped(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => follow(value.trim()), PAUSE_MS);
        }}
        onKeyDown={(event) => (event.key === "Escape" ? event.currentTarget.blur() : undefined)}
        aria-keyshortcuts="/"
      />
    </search>
  );
}
