/** A day as text, YYYY-MM-DD; qbXML takes 1970-01-01 to 2038-01-19. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const FIRST_DAY = "1970-01-01";
const LAST_DAY = "2038-01-19";

export function isDay(text: string): boolean {
  if (!DAY.test(text) || text < FIRST_DAY || text > LAST_DAY) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
