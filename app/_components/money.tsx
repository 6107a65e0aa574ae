import { cn } from "@/app/_ui/cn";
import { groupDigits, moneyText } from "@/lib/core/money-text";

export { groupDigits, moneyText };

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
