/** What a log tells of an error. */
export interface DescribedError {
  type: string;
  message: string;
  /** PostgreSQL's SQLSTATE, or the system's word: "ECONNRESET". */
  code?: string;
  constraint?: string;
  /** The statement that failed, with $1 where a value went in. */
  sql?: string;
  /** Where it was thrown: the calls alone. */
  stack: string;
  cause?: DescribedError;
}

const MOST_SQL = 2_000;
/** A chain of causes that leads back into itself ends here. */
const MOST_CAUSES = 5;

/** As both drivers' and Drizzle's errors have them. */
interface Details {
  code?: unknown;
  constraint?: unknown;
  query?: unknown;
  /** As withoutStatementValues leaves it. */
  sql?: unknown;
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** SQLSTATE class 22 is about a value, which PostgreSQL quotes; elsewhere it quotes names of the schema. */
const withoutValues = (message: string, code: string | undefined): string =>
  code?.startsWith("22") ? message.replace(/".*"/gs, '"…"') : message;

/** An error repeats its message at the head of its stack. */
function callsOf({ stack = "", message }: Error): string {
  const at = stack.indexOf(message);
  return at === -1 ? "" : stack.slice(at + message.length).trim();
}

/**
 * An error for the log: what went wrong and where, without the values at hand. Drizzle puts every parameter of a
 * failed statement into its message, whole documents and tickets among them; PostgreSQL puts a row into `detail`.
 * So only what is named here is told, of the error and of each of its causes.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error))
    return { type: typeof error, message: "Something other than an error.", stack: "" };
  const { code, constraint, query, sql: kept, cause: below }: Error & Details = error;
  const cause = below === undefined || depth === MOST_CAUSES ? undefined : describeError(below, depth + 1);
  const sql = text(query)?.slice(0, MOST_SQL);
  return {
    type: error.constructor.name,
    message: sql ? `A statement failed: ${cause?.message ?? ""}` : withoutValues(error.message, text(code)),
    code: text(code),
    constraint: text(constraint),
    sql: sql ?? text(kept),
    stack: callsOf(error),
    cause,
  };
}

/** As node-postgres and Neon mark what PostgreSQL itself answered. */
const isDatabaseError = (error: Error & Details): boolean =>
  typeof error.query === "string" || "severity" in error;

/**
 * A failed statement as an error that anybody may print, as Next.js does with what a page throws: the same words,
 * code and calls as in the log, and none of the values. Every other error is given back as it is.
 */
export function withoutStatementValues(error: unknown): unknown {
  if (!(error instanceof Error && isDatabaseError(error))) return error;
  const { message, sql, stack, cause, code = cause?.code } = describeError(error);
  const safe = Object.assign(new Error(message), { name: "StatementFailed", code, sql });
  safe.stack = `${safe.name}: ${message}\n${stack}`;
  return safe;
}
