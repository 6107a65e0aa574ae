import { moneyText } from "@/app/_components/money";
import type { BillForecast } from "@/lib/bills/approval-forecast";
import { addAmounts } from "@/lib/core/money";

type Counted = Pick<BillForecast, "amount" | "currency">;

export const billsWord = (count: number): string => (count === 1 ? "1 bill" : `${count} bills`);

/** What bills come to: "$1,234.50", or "$1,234.50 and 200.00 Euro" where vendors have other currencies. */
export function totalText(bills: readonly Counted[]): string {
  const currencies = [...new Set(bills.map(({ currency }) => currency))].sort((a, b) =>
    (a ?? "").localeCompare(b ?? ""),
  );
  return currencies
    .map((currency) => {
      const amounts = bills.filter((bill) => bill.currency === currency).map(({ amount }) => amount);
      return moneyText(addAmounts(amounts), currency);
    })
    .join(" and ");
}

/** How much goes to whom: one row a vendor. */
export function VendorTotals({ bills }: { bills: BillForecast[] }) {
  const vendors = [...new Set(bills.map(({ vendor }) => vendor))].sort((a, b) => a.localeCompare(b));
  if (vendors.length === 0) return null;
  return (
    <section aria-label="By vendor">
      <h3 className="mb-1 font-medium text-ink-muted text-xs">By vendor</h3>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {vendors.map((vendor) => {
          const own = bills.filter((bill) => bill.vendor === vendor);
          return (
            <li key={vendor} className="flex items-baseline justify-between gap-3 px-3 py-1.5 text-sm">
              <span className="min-w-0 truncate text-ink">{vendor}</span>
              <span className="flex shrink-0 items-baseline gap-3">
                <span className="text-ink-muted text-xs">{billsWord(own.length)}</span>
                <span className="tabular font-medium text-ink">{totalText(own)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
