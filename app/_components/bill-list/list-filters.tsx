"use client";

import { ClearFilters } from "@/app/_components/clear-filters";
import { FilterSelect } from "@/app/_components/filter-select";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { SearchField } from "@/app/_components/search-field";
import { useAddressFilters } from "@/app/_components/use-address-filters";
import type { BillCompanyFile } from "@/lib/bills/company-files";
import type { PickOption } from "@/lib/ledger/ledger-views";

/** What can be filtered by, next to the words. */
const NAMES = ["company", "vendor", "sync"];

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
  const filters = useAddressFilters();
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-full md:w-64">
        <SearchField label="Search bills" placeholder="Vendor, number, memo, amount" filters={filters} />
      </div>
      {files.length > 1 ? (
        <FilterSelect
          filters={filters}
          name="company"
          label="Company file"
          any="All company files"
          options={files.map(({ id, name, isDisconnected }) => [
            id,
            isDisconnected ? `${name} (disconnected)` : name,
          ])}
          // A vendor is of one company file.
          clears={["vendor"]}
          className="w-full md:w-52"
        />
      ) : null}
      {connectionId && !files.some(({ id, isDisconnected }) => id === connectionId && isDisconnected) ? (
        <div className="w-full md:w-56">
          <LookupCombobox
            list="vendor"
            connectionId={connectionId}
            value={vendor}
            onChange={(option) => filters.set({ vendor: option?.id ?? "" })}
            placeholder="Any vendor"
            aria-label="Vendor"
          />
        </div>
      ) : null}
      {showsSync ? (
        <FilterSelect
          filters={filters}
          name="sync"
          label="Sync status"
          any="Any sync status"
          options={SYNC_OPTIONS}
          className="w-full md:w-44"
        />
      ) : null}
      <ClearFilters filters={filters} names={NAMES} />
    </search>
  );
}
