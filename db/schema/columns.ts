import { numeric, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** A row's own id, made by the database. */
export const id = () => uuid("id").primaryKey().defaultRandom();

/** An instant. Days (a bill date) are `date` columns in string mode: they have no zone. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Money: two decimals, thirteen digits before the point, as qbXML's AMTTYPE. Always a string in code. */
export const money = (name: string) => numeric(name, { precision: 15, scale: 2 });

/** A quantity or a price: five decimals, ten digits before the point, as qbXML's QUANTYPE and PRICETYPE. */
export const fiveDecimals = (name: string) => numeric(name, { precision: 15, scale: 5 });

/** An exchange rate: a decimal of any length, as qbXML's FLOATTYPE. */
export const rate = (name: string) => numeric(name);

/** QuickBooks' local time, kept letter for letter: its offset is wrong during daylight saving. */
export const quickBooksTime = (name: string) => text(name);
