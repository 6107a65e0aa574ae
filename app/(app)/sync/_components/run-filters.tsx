"use client";

import { X } from "lucide-react";
import { SearchField } from "@/app/_components/search-field";
import { useAddressFilters } from "@/app/_components/use-address-filters";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { DateInput } from "@/app/_ui/date-input";
import { Select } from "@/app/_ui/select";

/** What can be filtered by, next to the words. */
const NAMES = ["connection", "state", "from", "to", "errors"];

/** Search and filters of the runs; all of it stands in the address. */
export function RunFilters({ files }: { files: readonly { id: string; name: string }[] }) {
  const filters = useAddressFilters();
  const { value, set } = filters;
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-full md:w-72">
        <SearchField
          label="Search runs"
          placeholder="Bill number, vendor, TxnID, message"
          filters={filters}
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
      {["q", ...NAMES].some(value) ? (
        <Button variant="ghost" onClick={() => filters.clear(NAMES)}>
          <X aria-hidden="true" />
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
