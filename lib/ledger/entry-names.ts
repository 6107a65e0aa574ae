import { z } from "zod";
import { toQuickBooksText } from "@/lib/core/quickbooks-text";
import type { EnteredList } from "./lists";
import { NAME_LIMITS, suggestName } from "./suggest-name";

/** A path of names with colons: five levels of the longest names. */
export const DEEPEST = 5;

/** What an entry is called in a sentence. */
export const ENTRY_WORDS: Record<EnteredList, string> = {
  vendor: "vendor",
  item: "item",
  customer: "customer or job",
};

/**
 * One line of text as QuickBooks would store it: typographic quotes and dashes made plain, so that a
 * name here and the same name there are equal. Refused are letters that it would turn into "?".
 */
export const quickBooksLine = (what: string, limit: number) =>
  z
    .string()
    .transform((text) => toQuickBooksText(text.replace(/\s+/g, " ").trim()).text)
    .refine((text) => text.length <= limit, `QuickBooks takes at most ${limit} characters in ${what}.`)
    .refine(
      (text) => toQuickBooksText(text).unstorable.length === 0,
      "QuickBooks cannot store some of these letters.",
    );

/** The name of a new entry, without the names above it. */
export const entryName = (list: EnteredList) =>
  quickBooksLine(`the name of ${list === "item" ? "an item" : `a ${ENTRY_WORDS[list]}`}`, NAME_LIMITS[list])
    .refine((text) => text !== "", "Enter a name.")
    .refine((text) => !text.includes(":"), "QuickBooks does not take a colon in a name.");

/** A record that may be chosen, by our id; a form's empty text is none. */
export const chosen = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);

/** Why a name cannot be had that a record of another kind has. */
export const takenByOther = (list: "vendor" | "customer", name: string, owner: string): string =>
  `${name} is ${owner} in QuickBooks, where vendors, customers, employees and other names share their names. ` +
  `Name the ${list === "vendor" ? "vendor" : "customer"} otherwise, for example “${suggestName(list, name)}”.`;
