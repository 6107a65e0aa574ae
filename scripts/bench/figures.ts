/** The value below which `share` of the measurements lie (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

/** Two decimals: more would pretend to a precision that a shared machine does not give. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}

export const median = (values: number[]): number => percentile(values, 0.5);
