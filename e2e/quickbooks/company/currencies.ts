import { childText, type XmlNode } from "../qbxml/read-xml";
import type { Fields } from "../qbxml/write-xml";
import type { Books } from "./context";
import { fromCents } from "./money";
import { idOf, reference } from "./references";
import { businessRule } from "./refusal";
import type { CompanyState, ListEntry } from "./state";

/** The ListID of a vendor's, customer's or account's currency; undefined when there is but one. */
export function currencyOf(state: CompanyState, entry: ListEntry): string | undefined {
  const { homeCurrency } = state.preferences;
  return homeCurrency === undefined ? undefined : (idOf(entry.fields.CurrencyRef) ?? homeCurrency);
}

/** CurrencyRef of a list record's Ret. */
export function currencyField(state: CompanyState, entry: ListEntry): Fields {
  if (entry.list !== "Vendor" && entry.list !== "Customer" && entry.list !== "Account") return {};
  return { CurrencyRef: reference(state, "Currency", currencyOf(state, entry)) };
}

/**
 * The exchange rate of a new transaction: what the request says, else today's.
 * @throws Refusal 3210 for a rate where there is one currency, or other than 1 in the home currency.
 */
export function exchangeRate(books: Books, node: XmlNode, vendor: ListEntry): string | undefined {
  const given = childText(node, "ExchangeRate");
  const { lists, preferences } = books.state;
  const currency = currencyOf(books.state, vendor);
  if (currency === undefined) {
    if (given) throw businessRule("ExchangeRate", "Multiple currencies are not turned on.");
    return undefined;
  }
  if (given && currency === preferences.homeCurrency && Number(given) !== 1) {
    throw businessRule("ExchangeRate", "The exchange rate of the home currency is 1.");
  }
  if (given && Number(given) <= 0)
    throw businessRule("ExchangeRate", "The exchange rate must be above zero.");
  const usual = lists.Currency[currency]?.fields.ExchangeRate;
  return given || (typeof usual === "string" ? usual : "1");
}

/** CurrencyRef, ExchangeRate and the amount in the home currency (under that name) of a transaction's Ret. */
export function currencyAmounts(
  state: CompanyState,
  vendor: ListEntry | undefined,
  rate: string,
  home: { name: string; cents: number },
): Fields {
  const currency = vendor && currencyOf(state, vendor);
  if (currency === undefined) return {};
  return {
    CurrencyRef: reference(state, "Currency", currency),
    ExchangeRate: rate,
    [home.name]: fromCents(Math.round(home.cents * Number(rate))),
  };
}
