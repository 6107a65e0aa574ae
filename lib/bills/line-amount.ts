import { extend, isZero, sameAmount, toFiveDecimals, unitCost } from "@/lib/core/money";

interface LineAmount {
  quantity: string | null;
  cost: string | null;
  amount: string;
}

/** What quantity × cost comes to, where a line has both. */
export const extended = ({ quantity, cost }: LineAmount): string | undefined =>
  quantity === null || cost === null ? undefined : extend(quantity, cost);

/**
 * Whether the cost is what QuickBooks itself works out of an amount and a quantity: 10,000.00 for 3,000 pieces
 * are 3.33333 each, though that comes to 9,999.99.
 */
export const isWorkedOut = ({ quantity, cost, amount }: LineAmount): boolean =>
  quantity !== null &&
  cost !== null &&
  !isZero(quantity) &&
  unitCost(amount, quantity) === toFiveDecimals(cost);

/** Whether QuickBooks takes the amount of a line beside its quantity and its cost; it refuses other sums (3210). */
const doesAmountAgree = (line: LineAmount): boolean =>
  sameAmount(extended(line) ?? line.amount, line.amount) || isWorkedOut(line);

/** What an item line whose amount QuickBooks would refuse should come to, and the words for it. */
export function sumFault(line: LineAmount): { sum: string; message: string } | undefined {
  const sum = extended(line);
  if (sum === undefined || doesAmountAgree(line)) return undefined;
  const { quantity, cost, amount } = line;
  return {
    sum,
    message: `${quantity} × ${cost} come to ${sum}, the line says ${amount}. QuickBooks takes no other sum.`,
  };
}
