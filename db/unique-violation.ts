import { DrizzleQueryError } from "drizzle-orm";

/**
 * Whether a query was refused by a unique constraint or index (SQLSTATE 23505), of that name where one is given.
 * drizzle wraps what the driver threw and keeps it as `cause`.
 */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error;
  if (typeof cause !== "object" || cause === null || !("code" in cause) || cause.code !== "23505")
    return false;
  return constraint === undefined || ("constraint" in cause && cause.constraint === constraint);
}
