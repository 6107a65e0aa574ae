import type { AddressFilters } from "@/app/_components/use-address-filters";
import { Select } from "@/app/_ui/select";

type FilterSelectProps = {
  filters: AddressFilters;
  /** The filter's name in the address. */
  name: string;
  label: string;
  /** The words for no filter. */
  any: string;
  options: readonly (readonly [value: string, label: string])[];
  /** Filters that are taken away with each change: what they say belongs to the old choice. */
  clears?: readonly string[];
  /** Its width. */
  className: string;
};

/** One filter of a list, chosen from a few. */
export function FilterSelect({
  filters,
  name,
  label,
  any,
  options,
  clears = [],
  className,
}: FilterSelectProps) {
  return (
    <div className={className}>
      <Select
        aria-label={label}
        value={filters.value(name)}
        onChange={(event) =>
          filters.set({
            ...Object.fromEntries(clears.map((other) => [other, ""])),
            [name]: event.target.value,
          })
        }
      >
        <option value="">{any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </Select>
    </div>
  );
}
