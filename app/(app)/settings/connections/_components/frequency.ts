const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes between runs that are offered; any other number can be typed. */
export const PRESETS = [1, 5, 15, 30, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY] as const;

export const DEFAULT_MINUTES = 6 * HOUR;

const plural = (count: number, noun: string): string =>
  count === 1 ? `Every ${noun}` : `Every ${count} ${noun}s`;

/** "Every 6 hours", "Every 15 minutes", "Every day". */
export function frequencyText(minutes: number): string {
  if (minutes % DAY === 0) return plural(minutes / DAY, "day");
  if (minutes % HOUR === 0) return plural(minutes / HOUR, "hour");
  return plural(minutes, "minute");
}

/** What FrequencyField sends: a preset, or the minutes typed. NaN, which no command accepts, for anything else. */
export function minutesIn(form: FormData): number {
  const choice = form.get("frequency");
  const text = String((choice === "custom" ? form.get("customMinutes") : choice) ?? "").trim();
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}
