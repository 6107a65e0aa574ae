import { child, childText, type XmlNode } from "../qbxml/read-xml";
import { comparableTime } from "./clock";
import { Refusal } from "./refusal";

/** Whether a time of QuickBooks lies between two, both included; what is not given does not limit. */
export function timeRange(
  node: XmlNode | undefined,
  names: [from: string, to: string],
  timeZone: string,
): (time: string) => boolean {
  const from = childText(node, names[0]);
  const to = childText(node, names[1]);
  if (!from && !to) return () => true;
  const low = from ? comparableTime(from, timeZone, "from") : Number.NEGATIVE_INFINITY;
  const high = to ? comparableTime(to, timeZone, "to") : Number.POSITIVE_INFINITY;
  if (low > high) throw new Refusal(3030, `The date range is invalid: "${from}" is later than "${to}".`);
  return (time) => {
    const at = comparableTime(time, timeZone, "from");
    return at >= low && at <= high;
  };
}

/** NameFilter and RefNumberFilter: the criterion against a text, not case-sensitive. */
export function textMatch(filter: XmlNode | undefined, element: string): (text: string) => boolean {
  if (!filter) return () => true;
  const wanted = (childText(filter, element) ?? "").toLowerCase();
  const criterion = childText(filter, "MatchCriterion");
  return (text) => {
    const lower = text.toLowerCase();
    if (criterion === "StartsWith") return lower.startsWith(wanted);
    return criterion === "EndsWith" ? lower.endsWith(wanted) : lower.includes(wanted);
  };
}

/** NameRangeFilter and RefNumberRangeFilter: between two texts in alphabetical order, both included. */
export function textRange(
  filter: XmlNode | undefined,
  names: [from: string, to: string],
): (text: string) => boolean {
  if (!filter) return () => true;
  const from = childText(filter, names[0])?.toLowerCase();
  const to = childText(filter, names[1])?.toLowerCase();
  if (from && to && from > to) throw new Refusal(3031, `The range from "${from}" to "${to}" is invalid.`);
  return (text) => (!from || text.toLowerCase() >= from) && (!to || text.toLowerCase() <= to);
}

/** ActiveStatus; without it only active records come. */
export function activeMatch(request: XmlNode): (isActive: boolean) => boolean {
  const status = childText(request, "ActiveStatus") ?? "ActiveOnly";
  if (status === "All") return () => true;
  return (isActive) => isActive === (status === "ActiveOnly");
}

/** All tests of one filter at once. */
export function nameFilters(request: XmlNode): (name: string) => boolean {
  const match = textMatch(child(request, "NameFilter"), "Name");
  const range = textRange(child(request, "NameRangeFilter"), ["FromName", "ToName"]);
  return (name) => match(name) && range(name);
}
