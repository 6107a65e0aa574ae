"use client";

import { Search } from "lucide-react";
import { useRef } from "react";
import { type AddressFilters, useAddressFilters } from "@/app/_components/use-address-filters";
import { useKeys } from "@/app/_components/use-keys";
import { Input } from "@/app/_ui/input";
import { Spinner } from "@/app/_ui/spinner";

type SearchFieldProps = { label: string; placeholder: string };

/** The box for a list's words: `/` goes to it, Escape leaves it. */
export function SearchField({ label, placeholder, filters }: SearchFieldProps & { filters: AddressFilters }) {
  const input = useRef<HTMLInputElement>(null);
  useKeys({
    "/": () => {
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <Input
      ref={input}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      icon={filters.pending ? <Spinner /> : <Search />}
      value={filters.typed}
      maxLength={100}
      onChange={(event) => filters.type(event.target.value)}
      onKeyDown={(event) => (event.key === "Escape" ? event.currentTarget.blur() : undefined)}
      aria-keyshortcuts="/"
    />
  );
}

/** The search of a list that has no other filters. */
export function ListSearch(props: SearchFieldProps) {
  return (
    <search className="mb-3 block w-full md:w-80">
      <SearchField {...props} filters={useAddressFilters()} />
    </search>
  );
}
