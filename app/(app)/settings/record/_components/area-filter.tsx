"use client";

import { FilterSelect } from "@/app/_components/filter-select";
import { useAddressFilters } from "@/app/_components/use-address-filters";
import type { SettingsArea } from "@/lib/record/settings-events";

const AREAS: Record<SettingsArea, string> = {
  workflow: "Approval workflow",
  group: "Groups",
  absence: "Absences",
  member: "People and sign-in",
  organisation: "Organisation",
  connection: "Connections",
  record: "Exports of the record",
};

/** Of which kind the changes are shown; it stands in the address. */
export function AreaFilter() {
  return (
    <FilterSelect
      filters={useAddressFilters()}
      name="area"
      label="Kind of change"
      any="All changes"
      options={Object.entries(AREAS)}
      className="w-full md:w-52"
    />
  );
}
