import { cn } from "@/app/_ui/cn";

/** "1234567.5" as "1,234,567.50". Text to text: a number would lose cents. */
export function groupDigits(amount: string): string {
  const [whole = "0", decimals] = amount.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** An amount as a text for a sentence or an accessible name: "$1,234.50", "-$12.00", "1,234.50 Euro". */
export const moneyText = (amount: string, currency?: string | null): string =>
  currency ? `${groupDigits(amount)} ${currency}` : inDollars(amount);

const inDollars = (amount: string): string =>
  amount.startsWith("-") ? `-$${groupDigits(amount.slice(1))}` : `$${groupDigits(amount)}`;

type MoneyProps = { amount: string; sign?: boolean; currency?: string | null; className?: string };

/** An amount in figures of one width; `sign` puts the dollar before it, a foreign `currency` its name after it. */
export function Money({ amount, sign = false, currency = null, className }: MoneyProps) {
  return (
    <span className={cn("tabular whitespace-nowrap", className)}>
      {sign ? moneyText(amount, currency) : groupDigits(amount)}
      {currency && !sign ? <span className="ml-1 text-ink-faint text-xs">{currency}</span> : null}
    </span>
  );
}
