import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "@/lib/core/errors";
import { COLUMNS, type Column, columnOf, headingOf } from "./columns";

/** One line of the file under its headings; `row` counts as a spreadsheet does, the headings being row 1. */
export interface TableRow {
  row: number;
  cells: Partial<Record<Column, string>>;
  /** What is wrong with the row as a whole: it has more values than there are headings. */
  fault: string | null;
}

export interface Table {
  rows: TableRow[];
  columns: Column[];
  /** Headings that are not known: what stands below them is left out. */
  unknown: string[];
}

const MOST_ROWS = 5000;

const refuse = (message: string): never => {
  throw new AppError("invalid", { fields: [{ path: "text", message }] });
};

/** What may stand between two cells, by name. Where all find the same headings, the first. */
const SEPARATORS = { ",": "comma", ";": "semicolon", "\t": "tab" } as const;
type Separator = keyof typeof SEPARATORS;

/** @throws CsvError for what is no table */
const parseLines = (text: string, separator: Separator, most: number): string[][] =>
  parse(text, { bom: true, delimiter: separator, relax_column_count: true, trim: true, to: most });

function knownHeadings(text: string, separator: Separator): number {
  try {
    const [headings = []] = parseLines(text, separator, 1);
    return headings.filter((heading) => columnOf(heading) !== undefined).length;
  } catch (error) {
    // Cut at the wrong place, a heading in quotes ends before its quotes do.
    if (error instanceof CsvError) return 0;
    throw error;
  }
}

/**
 * The one separator of the file: that by which its first row holds the most known headings. Only this one
 * separates, because a program that writes a file puts a value in quotes for its own separator alone.
 */
function separatorOf(text: string): Separator {
  const [first, ...others] = Object.keys(SEPARATORS) as [Separator, ...Separator[]];
  return others.reduce(
    (best, other) => (knownHeadings(text, other) > knownHeadings(text, best) ? other : best),
    first,
  );
}

function linesOf(text: string, separator: Separator): string[][] {
  try {
    return parseLines(text, separator, MOST_ROWS + 2);
  } catch (error) {
    if (error instanceof CsvError) return refuse(`The file is not a table: ${error.message}.`);
    throw error;
  }
}

/** A value to the right of all headings: those before it have probably moved out of their columns too. */
function surplusFault(cells: readonly string[], headings: number, separator: Separator): string | null {
  const surplus = cells.slice(headings).find((cell) => cell !== "");
  if (surplus === undefined) return null;
  const name = SEPARATORS[separator];
  return `"${surplus}" stands to the right of the last heading. If a ${name} is part of a value of this row, put that value in double quotes; otherwise give the column a heading.`;
}

/**
 * The rows of a CSV text, separated by commas, semicolons or tabs, whichever its headings are separated by.
 * @throws AppError "invalid" for what is no table, has no known headings, or too many rows
 */
export function readTable(text: string): Table {
  const separator = separatorOf(text);
  const [headings = [], ...lines] = linesOf(text, separator);
  const found = headings.map((heading) => columnOf(heading));
  const columns = found.filter((column) => column !== undefined);
  if (!columns.includes("vendor") || !columns.includes("amount")) {
    refuse(
      `The first row must hold headings, among them "${headingOf("vendor")}" and "${headingOf("amount")}". Known are: ${Object.keys(
        COLUMNS,
      )
        .map((column) => headingOf(column as Column))
        .join(", ")}.`,
    );
  }
  const twice = columns.find((column, index) => columns.indexOf(column) !== index);
  if (twice) refuse(`Two columns hold "${headingOf(twice)}". Keep one of them.`);
  if (lines.length > MOST_ROWS) refuse(`The file has more than ${MOST_ROWS} rows. Split it.`);
  const width = headings.findLastIndex((heading) => heading !== "") + 1;
  const rows = lines
    .map((cells, index) => ({
      row: index + 2,
      cells: Object.fromEntries(
        cells.flatMap((cell, place) => {
          const column = found[place];
          return column && cell !== "" ? [[column, cell]] : [];
        }),
      ) as TableRow["cells"],
      fault: surplusFault(cells, width, separator),
    }))
    .filter(({ cells, fault }) => Object.keys(cells).length > 0 || fault !== null);
  if (rows.length === 0) refuse("The file has no rows below its headings.");
  const unknown = headings.filter((heading, place) => found[place] === undefined && heading !== "");
  return { rows, columns, unknown };
}
