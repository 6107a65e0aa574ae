import { CsvError, parse } from "csv-parse/sync";
import { AppError } from "@/lib/core/errors";
import { COLUMNS, type Column, columnOf, headingOf } from "./columns";

/** One line of the file under its headings; `row` counts as a spreadsheet does, the headings being row 1. */
export interface TableRow {
  row: number;
  cells: Partial<Record<Column, string>>;
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

function linesOf(text: string): string[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter: [",", ";", "\t"],
      relax_column_count: true,
      trim: true,
      to: MOST_ROWS + 2,
    });
  } catch (error) {
    if (error instanceof CsvError) return refuse(`The file is not a table: ${error.message}.`);
    throw error;
  }
}

/**
 * The rows of a CSV text, separated by commas, semicolons or tabs.
 * @throws AppError "invalid" for what is no table, has no known headings, or too many rows
 */
export function readTable(text: string): Table {
  const [headings = [], ...lines] = linesOf(text);
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
  const rows = lines
    .map((cells, index) => ({
      row: index + 2,
      cells: Object.fromEntries(
        cells.flatMap((cell, place) => {
          const column = found[place];
          return column && cell !== "" ? [[column, cell]] : [];
        }),
      ) as TableRow["cells"],
    }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
  if (rows.length === 0) refuse("The file has no rows below its headings.");
  const unknown = headings.filter((heading, place) => found[place] === undefined && heading !== "");
  return { rows, columns, unknown };
}
