import { z } from "zod";
import type { PendingChange, PostalAddress } from "@/db/schema";
import type { FieldChange } from "@/lib/audit/events";
import { canonicalJson } from "@/lib/core/canonical";
import { chosen, entryName, quickBooksLine } from "./entry-names";
import { VENDOR_FIELD_LABELS, VENDOR_FIELDS, type VendorField } from "./vendor-field-labels";

const emptyToNull = (text: string) => (text === "" ? null : text);
const line = (what: string, limit: number) =>
  quickBooksLine(what, limit).transform(emptyToNull).nullable().default(null);

/** QuickBooks prints five lines; city, state and postal code share one, the country has its own. */
const PRINTED_LINES = 5;

const address = z
  .object({
    /** Street lines, one to a line. */
    street: z.string().max(400).default(""),
    city: line("a city", 31),
    state: line("a state", 21),
    postalCode: line("a postal code", 13),
    country: line("a country", 31),
  })
  .nullable()
  .default(null)
  .transform((given, context): PostalAddress | null => {
    if (!given) return null;
    const lines: string[] = [];
    for (const text of given.street.split("\n").filter((one) => one.trim() !== "")) {
      const parsed = quickBooksLine("a line of an address", 41).safeParse(text);
      if (parsed.success) lines.push(parsed.data);
      else
        context.addIssue({
          code: "custom",
          message: parsed.error.issues[0]?.message ?? "",
          path: ["street"],
        });
    }
    const { city, state, postalCode, country } = given;
    const printed = lines.length + (city || state || postalCode ? 1 : 0) + (country ? 1 : 0);
    if (printed > PRINTED_LINES) {
      context.addIssue({
        code: "custom",
        path: ["street"],
        message: `QuickBooks prints at most ${PRINTED_LINES} lines of an address, city and country included.`,
      });
    }
    if (printed === 0) return null;
    return {
      lines,
      ...(city ? { city } : {}),
      ...(state ? { state } : {}),
      ...(postalCode ? { postalCode } : {}),
      ...(country ? { country } : {}),
    };
  });

/** A vendor as its form sends it; terms by our id. */
export const vendorInput = z.object({
  name: entryName("vendor"),
  companyName: line("a company name", 41),
  email: line("an email address", 1023),
  phone: line("a phone number", 21),
  nameOnCheck: line("a name on checks", 41),
  accountNumber: line("an account number", 99),
  termsId: chosen,
  address,
});

/** Whether two values of a field are one: nothing and empty are, line ends count not. */
export const isSameValue = (a: unknown, b: unknown): boolean =>
  canonicalJson(a || null).replaceAll("\\r\\n", "\\n") ===
  canonicalJson(b || null).replaceAll("\\r\\n", "\\n");

/** What of a wish is still to be written, and what QuickBooks changed otherwise in the meantime. */
export interface Settlement {
  send: PendingChange;
  /** QuickBooks changed these as well, to something else: its version stands. */
  overruled: PendingChange;
}

/**
 * Sets a wish against what QuickBooks has now. A field that still is as it was when it was changed here
 * is sent; one that is as wished already is done; one that became something else in QuickBooks stays so,
 * because the books are QuickBooks'.
 */
export function settleWish(wish: PendingChange, now: Partial<Record<string, unknown>>): Settlement {
  const settlement: Settlement = { send: {}, overruled: {} };
  for (const [field, change] of Object.entries(wish)) {
    if (isSameValue(now[field], change.to)) continue;
    const isAsItWas = isSameValue(now[field], change.from);
    settlement[isAsItWas ? "send" : "overruled"][field] = { from: now[field] ?? null, to: change.to };
  }
  return settlement;
}

const addressWords = ({ lines, city, state, postalCode, country }: PostalAddress): string =>
  [...lines, [city, [state, postalCode].filter(Boolean).join(" ")].filter(Boolean).join(", "), country]
    .filter(Boolean)
    .join(", ");

/** A change as people read it. `terms` names terms by their ListID. */
export function vendorChanges(change: PendingChange, terms: ReadonlyMap<string, string>): FieldChange[] {
  const words = (field: VendorField, value: unknown): string => {
    if (!value) return "";
    if (field === "address") return addressWords(value as PostalAddress);
    return field === "termsListId" ? (terms.get(String(value)) ?? "") : String(value);
  };
  return VENDOR_FIELDS.flatMap((field) => {
    const one = change[field];
    if (!one) return [];
    return [{ field: VENDOR_FIELD_LABELS[field], from: words(field, one.from), to: words(field, one.to) }];
  });
}
