import { dayText } from "@/app/_components/day";

const MONEY = /^-?\d+\.\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A field's value as people write it: "2597.00" as "$2,597.00", "2026-11-18" as "Nov 18, 2026", the rest as it is. */
export function fieldText(text: string): string {
  if (DAY.test(text)) return dayText(text);
  if (!MONEY.test(text)) return text;
  return text.replace(/\B(?=(\d{3})+(?!\d))/g, ",").replace(/^-?/, "$&$$");
}
