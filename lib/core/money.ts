import Big from "big.js";

/**
 * Money and quantities are decimal strings everywhere; big.js does the arithmetic. Amounts have two
 * decimals (qbXML's AMTTYPE), quantities and costs up to five (QUANTYPE, PRICETYPE), exchange rates as many as
 * anybody quotes (FLOATTYPE knows no limit). Rounding is half away from zero, as QuickBooks rounds.
 */
const AMOUNT = /^-?\d{1,13}(\.\d{1,2})?$/;
const FIVE_DECIMALS = /^-?\d{1,10}(\.\d{1,5})?$/;
const RATE = /^\d{1,10}(\.\d{1,12})?$/;

export const isAmount = (text: string): boolean => AMOUNT.test(text);
export const isFiveDecimals = (text: string): boolean => FIVE_DECIMALS.test(text);

/** An exchange rate: above zero, with at most twelve decimals. */
export const isRate = (text: string): boolean => RATE.test(text) && new Big(text).gt(0);

/** What to enter instead of what is no rate. */
export const RATE_WORDS = "Enter a rate above zero, with at most twelve decimals.";

/** Without trailing zeros, and without rounding: "1.1000" gives "1.1". */
export const toRate = (text: string): string => new Big(text).toFixed();

/** Two decimals exactly: "12.5" gives "12.50". */
export const toAmount = (value: string | Big): string => {
  const rounded = new Big(value).round(2, Big.roundHalfUp);
  return rounded.eq(0) ? "0.00" : rounded.toFixed(2);
};

/** At most five decimals, without trailing zeros: "3.50000" gives "3.5". */
export const toFiveDecimals = (value: string | Big): string =>
  new Big(value).round(5, Big.roundHalfUp).toFixed();

export const addAmounts = (amounts: string[]): string =>
  toAmount(amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)));

export const subtractAmounts = (from: string, amount: string): string =>
  toAmount(new Big(from).minus(amount));

/** The amount of an item line, as QuickBooks works it out from Quantity × Cost. */
export const extend = (quantity: string, cost: string): string => toAmount(new Big(quantity).times(cost));

/** What one of a quantity costs, with at most five decimals, as QuickBooks works it out. */
export const unitCost = (amount: string, quantity: string): string =>
  toFiveDecimals(new Big(amount).div(quantity));

/** Negative, zero or positive: a against b. */
export const compareAmounts = (a: string, b: string): number => new Big(a).cmp(b);

export const sameAmount = (a: string, b: string): boolean => compareAmounts(a, b) === 0;

export const isZero = (amount: string): boolean => new Big(amount).eq(0);

export const isNegative = (amount: string): boolean => new Big(amount).lt(0);
