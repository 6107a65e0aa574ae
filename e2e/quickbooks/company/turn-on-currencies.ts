import type { Books } from "./context";
import { addEntry } from "./lists";

/** Name, code, and what one unit is worth in the home currency. */
export type ForeignCurrency = [name: string, code: string, rate: string];

/**
 * Turns several currencies on, which cannot be undone. Each foreign currency gets an Accounts Payable account
 * of its own, as QuickBooks makes one.
 */
export function turnOnCurrencies(books: Books, home: string, foreign: ForeignCurrency[]): void {
  const add = (name: string, code: string, rate: string) =>
    addEntry(books, {
      list: "Currency",
      type: "Currency",
      name,
      fields: { CurrencyCode: code, ExchangeRate: rate },
    });
  books.state.preferences.homeCurrency = add(home, "USD", "1").listId;
  for (const [name, code, rate] of foreign) {
    const currency = add(name, code, rate);
    addEntry(books, {
      list: "Account",
      type: "Account",
      name: `Accounts Payable - ${code}`,
      fields: { AccountType: "AccountsPayable", Balance: "0.00", CurrencyRef: { ListID: currency.listId } },
    });
  }
}
