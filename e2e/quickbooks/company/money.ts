/** Cents of a qbXML amount ("12", "12.30", "-0.05"). */
export function toCents(amount: string): number {
  const match = /^([+-]?)(\d+)(?:\.(\d\d))?$/.exec(amount);
  if (!match) throw new Error(`Not an amount: ${amount}`);
  const cents = Number(match[2]) * 100 + Number(match[3] ?? 0);
  return match[1] === "-" ? -cents : cents;
}

/** An amount with exactly two decimals, as QuickBooks writes it. */
export function fromCents(cents: number): string {
  const absolute = Math.abs(cents);
  return `${cents < 0 ? "-" : ""}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, "0")}`;
}

/** A price or quantity of up to five decimals, in hundred-thousandths, exact. */
function toParts(decimal: string): bigint {
  const match = /^([+-]?)(\d+)(?:\.(\d{1,5}))?$/.exec(decimal);
  if (!match) throw new Error(`Not a decimal: ${decimal}`);
  const parts = BigInt((match[2] ?? "0") + (match[3] ?? "").padEnd(5, "0"));
  return match[1] === "-" ? -parts : parts;
}

const HUNDRED_THOUSAND = BigInt(100_000);

/** Divides and rounds half away from zero. */
function divide(dividend: bigint, divisor: bigint): bigint {
  const negative = dividend < BigInt(0) !== divisor < BigInt(0);
  const absolute = (value: bigint) => (value < BigInt(0) ? -value : value);
  const quotient = (absolute(dividend) * BigInt(2) + absolute(divisor)) / (absolute(divisor) * BigInt(2));
  return negative ? -quotient : quotient;
}

/** Quantity × cost in cents, rounded half away from zero. */
export function extend(quantity: string, cost: string): number {
  return Number(divide(toParts(quantity) * toParts(cost), HUNDRED_THOUSAND * BigInt(1000)));
}

/** The cost of one when `cents` buys `quantity`, with at most five decimals; undefined for quantity 0. */
export function unitCost(cents: number, quantity: string): string | undefined {
  const parts = toParts(quantity);
  if (parts === BigInt(0)) return undefined;
  const cost = divide(BigInt(cents) * BigInt(1000) * HUNDRED_THOUSAND, parts);
  const text = String(cost < BigInt(0) ? -cost : cost).padStart(6, "0");
  const decimals = text.slice(-5).replace(/0{1,3}$/, "");
  return `${cost < BigInt(0) ? "-" : ""}${text.slice(0, -5)}.${decimals}`;
}
