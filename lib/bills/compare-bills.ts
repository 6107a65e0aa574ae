import type { FieldChange } from "@/lib/audit/events";
import {
  type AnyBill,
  type AnyLine,
  documentWords,
  HEADER_FIELDS,
  identity,
  LINE_FIELDS,
  lineWords,
  orderChange,
  sameDocuments,
  words,
} from "./bill-diff";

/** One field of two versions of a bill, in words. */
export interface ComparedField extends FieldChange {
  differs: boolean;
}

/** A line of either version beside the line of the other that it is, or became. */
export interface ComparedLine {
  /** "Line 2", by its place in the later version; in the earlier one where it was removed. */
  name: string;
  state: "same" | "changed" | "added" | "removed";
  /** The whole line in a few words: "Job materials · Anchors · 150.00". */
  words: string;
  /** The fields that either has; none of a line that is the same. */
  fields: ComparedField[];
}

const hasWords = ({ from, to }: FieldChange): boolean => from !== "" || to !== "";

/** Every field of the header that either version has. */
export const compareHeaders = <Line extends AnyLine>(
  before: AnyBill<Line>,
  after: AnyBill<Line>,
): ComparedField[] =>
  HEADER_FIELDS.map(([key, field]) => ({
    field,
    from: words(before[key]),
    to: words(after[key]),
    differs: identity(before[key]) !== identity(after[key]),
  })).filter(hasWords);

const compareLines = (before: AnyLine, after: AnyLine): ComparedField[] =>
  LINE_FIELDS.map(([key, label]) => ({
    field: label.charAt(0).toUpperCase() + label.slice(1),
    from: words(before[key]),
    to: words(after[key]),
    differs: identity(before[key]) !== identity(after[key]),
  })).filter(hasWords);

type Line = AnyLine & { id: string };

/** Ways in which a line that was taken out and entered anew is found again, the surest first. */
const LIKENESS: ((line: Line) => string)[] = [
  ({ id }) => id,
  (line) => LINE_FIELDS.map(([key]) => identity(line[key])).join("|"),
  ({ account, item, description }) => [account, item, description].map(identity).join("|"),
  ({ account, item, amount }) => [account, item, amount].map(identity).join("|"),
];

/** The earlier line of each later one; a line is taken once. */
function matchLines(before: readonly Line[], after: readonly Line[]): Map<Line, Line> {
  const found = new Map<Line, Line>();
  for (const key of LIKENESS) {
    const taken = new Set(found.values());
    const free = before.filter((line) => !taken.has(line));
    for (const line of after.filter((each) => !found.has(each))) {
      const at = free.findIndex((each) => key(each) === key(line));
      const [match] = at < 0 ? [] : free.splice(at, 1);
      if (match) found.set(line, match);
    }
  }
  return found;
}

/** Two versions of a bill side by side: the header, and the lines, matched; removed ones where they stood. */
export function compareBills(
  before: AnyBill<Line>,
  after: AnyBill<Line>,
): { header: ComparedField[]; lines: ComparedLine[] } {
  const documents = {
    field: "Documents",
    from: documentWords(before.documents),
    to: documentWords(after.documents),
    differs: !sameDocuments(before.documents, after.documents),
  };
  const matches = matchLines(before.lines, after.lines);
  const lines = after.lines.map((line, index): ComparedLine => {
    const previous = matches.get(line);
    const fields = compareLines(previous ?? {}, line);
    const differs = fields.some((field) => field.differs);
    const state = !previous ? "added" : differs ? "changed" : "same";
    return {
      ...{ name: `Line ${index + 1}`, state, words: lineWords(line) },
      fields: state === "same" ? [] : fields,
    };
  });
  const places = new Map(before.lines.map((line, place) => [line, place]));
  const order = orderChange(
    after.lines.flatMap((line) => {
      const previous = matches.get(line);
      return previous ? (places.get(previous) ?? []) : [];
    }),
  );
  const kept = new Set(matches.values());
  before.lines.forEach((line, index) => {
    if (kept.has(line)) return;
    lines.splice(Math.min(index, lines.length), 0, {
      ...{ name: `Line ${index + 1} before`, state: "removed", words: lineWords(line) },
      fields: compareLines(line, {}),
    });
  });
  const whole = [documents, ...(order ? [{ ...order, differs: true }] : [])].filter(hasWords);
  return { header: [...compareHeaders(before, after), ...whole], lines };
}
