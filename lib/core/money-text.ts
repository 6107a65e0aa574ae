/** "1234567.5" as "1,234,567.50". Text to text: a number would lose cents. */
export function groupDigits(amount: string): string {
  const [whole = "0", decimals] = amount.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/**
 * An amount as people write it: "$1,234.50", "-$12.00", "1,234.50 Euro".
 * @param currency the name that QuickBooks gives it, where it is not the company's own
 */
export function moneyText(amount: string, currency: string | null = null): string {
  if (currency) return `${groupDigits(amount)} ${currency}`;
  return amount.startsWith("-") ? `-$${groupDigits(amount.slice(1))}` : `$${groupDigits(amount)}`;
}
