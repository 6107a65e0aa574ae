import { dayText } from "@/app/_components/day";
import { moneyText } from "@/app/_components/money";

const MONEY = /^-?\d+\.\d{2}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Fields whose text stays as it stands, even where it looks like an amount or a day. */
const PLAIN = /(quantity|exchange rate|number|memo|description)$/i;
/** A line that came or went is told whole: "Job materials · Anchors · 150.00". */
const WHOLE_LINE = /^Line (\d+|removed)$/;
const LINE_AMOUNT = /(?<= · )-?\d+\.\d{2}$/;

/** A field's value as people write it: "2597.00" as "$2,597.00", "2026-11-18" as "Nov 18, 2026", the rest as it is. */
export function fieldText(field: string, text: string): string {
  if (PLAIN.test(field)) return text;
  if (WHOLE_LINE.test(field)) return text.replace(LINE_AMOUNT, (amount) => moneyText(amount));
  if (DAY.test(text)) return dayText(text);
  return MONEY.test(text) ? moneyText(text) : text;
}
