import { type SQL, sql } from "drizzle-orm";
import { foreignCurrency } from "@/db/foreign-currency";

/**
 * What QuickBooks last said that one unit of a vendor's currency is worth, as a scalar; null for the company's own
 * currency, and for one of which no bill has come back yet. The newest links are looked at, and only for a vendor
 * in a foreign currency.
 */
export const lastRateOf = (connectionId: string, vendorId: string | null): SQL<string | null> => sql`(
  case when exists (select 1 from vendors v join connections n on n.id = v.connection_id
      where v.id = ${vendorId}::uuid and ${foreignCurrency()} is not null)
    then (select (k.current->>'exchangeRate')::numeric
      from bill_links k join bills seen on seen.id = k.bill_id join vendors payee on payee.id = seen.vendor_id
      where k.connection_id = ${connectionId}::uuid and k.deleted_at is null
        and k.current->>'exchangeRate' is not null
        and payee.currency = (select currency from vendors where id = ${vendorId}::uuid)
      order by k.linked_at desc limit 1) end)`;
