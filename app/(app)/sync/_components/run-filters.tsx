"use client";

import { ClearFilters } from "@/app/_components/clear-filters";
import { FilterSelect } from "@/app/_components/filter-select";
import { SearchField } from "@/app/_components/search-field";
import { useAddressFilters } from "@/app/_components/use-address-filters";
import { Checkbox } from "@/app/_ui/checkbox";
import { DateInput } from "@/app/_ui/date-input";
import { RUN_STATES_SAID } from "./run-badge";

/** What can be filtered by, next to the words. */
const NAMES = ["connection", "state", "from", "to", "errors"];

const STATE_OPTIONS = Object.entries(RUN_STATES_SAID).map(([state, { words }]) => [state, words] as const);

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
        <FilterSelect
          filters={filters}
          name="connection"
          label="Company file"
          any="Any company file"
          options={files.map(({ id, name }) => [id, name])}
          className="w-full md:w-48"
        />
      ) : null}
      <FilterSelect
        filters={filters}
        name="state"
        label="State"
        any="Any state"
        options={STATE_OPTIONS}
        className="w-[calc(50%-0.25rem)] md:w-36"
      />
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
      <ClearFilters filters={filters} names={NAMES} />
    </search>
  );
}
