import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";

/**
 * The foreign currencies, by name, in which a company file's accounts and vendors are kept, as a JSON array; empty
 * where it uses one currency.
 * @param connection SQL of the connection's id
 */
export const currenciesOf = (connection: SQL): SQL => sql`coalesce((
  select json_agg(distinct c.currency order by c.currency) from connections n cross join lateral (
    select currency from accounts where connection_id = n.id and deleted_at is null
    union select currency from vendors where connection_id = n.id and deleted_at is null and list_id is not null) c
  where n.id = ${connection} and (n.preferences->>'isMultiCurrencyOn')::boolean
    and c.currency <> n.preferences->>'homeCurrency'), '[]'::json)`;

/** A currency as a form sends it: its name; nothing for the company's own. */
export const chosenCurrency = z
  .string()
  .trim()
  .max(64)
  .nullable()
  .default(null)
  .transform((name) => name || null);
