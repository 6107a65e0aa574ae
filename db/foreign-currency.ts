import { type SQL, sql } from "drizzle-orm";

/**
 * SQL of the currency in which a vendor's amounts stand, by name; null where it is the company's own, which needs no
 * telling.
 * @param vendor the vendor's alias
 * @param connection the company file's alias
 */
export const foreignCurrency = (vendor = "v", connection = "n"): SQL =>
  sql.raw(`nullif(${vendor}.currency, ${connection}.preferences->>'homeCurrency')`);
