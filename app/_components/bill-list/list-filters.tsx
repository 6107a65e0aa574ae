"use client";

import { X } from "lucide-react";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { SearchField } from "@/app/_components/search-field";
import { useAddressFilters } from "@/app/_components/use-address-filters";
import { Button } from "@/app/_ui/button";
import { Select } from "@/app/_ui/select";
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
  const { value, set } = filters;
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <div className="w-full md:w-64">
        <SearchField label="Search bills" placeholder="Vendor, number, memo, amount" filters={filters} />
      </div>
      {files.length > 1 ? (
        <div className="w-full md:w-52">
          <Select
            aria-label="Company file"
            value={value("company")}
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
            value={value("sync")}
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
      {["q", ...NAMES].some(value) ? (
        <Button variant="ghost" onClick={() => filters.clear(NAMES)}>
          <X aria-hidden="true" />
          Clear filters
        </Button>
      ) : null}
    </search>
  );
}
