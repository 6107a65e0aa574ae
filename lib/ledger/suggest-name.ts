import type { EnteredList } from "./lists";

/** Most characters of a name: QuickBooks' own limits (VendorAdd, ItemServiceAdd, CustomerAdd). */
export const NAME_LIMITS: Record<EnteredList, number> = { vendor: 41, item: 31, customer: 41 };

const KINDS: Record<EnteredList, string> = { vendor: " (Vendor)", item: " (Item)", customer: " (Customer)" };

/** The same name with its kind behind it, short enough for QuickBooks: "Acme (Vendor)". */
export const suggestName = (list: EnteredList, name: string): string =>
  `${name.slice(0, NAME_LIMITS[list] - KINDS[list].length).trimEnd()}${KINDS[list]}`;
