import { X } from "lucide-react";
import type { AddressFilters } from "@/app/_components/use-address-filters";
import { Button } from "@/app/_ui/button";

/** Takes these filters and the words away; not there while nothing is filtered. */
export function ClearFilters({ filters, names }: { filters: AddressFilters; names: readonly string[] }) {
  if (!["q", ...names].some(filters.value)) return null;
  return (
    <Button variant="ghost" onClick={() => filters.clear(names)}>
      <X aria-hidden="true" />
      Clear filters
    </Button>
  );
}
