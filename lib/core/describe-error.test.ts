import { inspect } from "node:util";
import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { withoutStatementValues } from "./describe-error";
import { createLog } from "./log";

const SECRET = "INV-4711";

/** What a log writes of an error. */
function logged(error: unknown): string {
  const lines: string[] = [];
  createLog({ write: (line) => lines.push(line) }).error({ err: error }, "it failed");
  return lines.join("");
}

const pgError = (message: string, fields: object) => Object.assign(new Error(message), fields);

test("a failed statement tells its SQL, the code and the constraint, and no value", () => {
  const cause = pgError('duplicate key value violates unique constraint "runs_ticket_unique"', {
    code: "23505",
    constraint: "runs_ticket_unique",
    detail: `Key (ticket)=(${SECRET}) already exists.`,
  });
  const error = new Error("An answer was not kept", {
    cause: new DrizzleQueryError("insert into runs values ($1)", [SECRET, { invoice: SECRET }], cause),
  });
  const line = logged(error);
  expect(line).not.toContain(SECRET);
  expect(JSON.parse(line).err).toMatchObject({
    type: "Error",
    message: "An answer was not kept",
    stack: expect.stringContaining("describe-error.test.ts"),
    cause: {
      type: "DrizzleQueryError",
      sql: "insert into runs values ($1)",
      stack: expect.stringContaining("describe-error.test.ts"),
      cause: { code: "23505", constraint: "runs_ticket_unique", message: cause.message },
    },
  });
});

test("a value that PostgreSQL quotes is left out", () => {
  const line = logged(pgError(`invalid input syntax for type uuid: "${SECRET}\n"x"`, { code: "22P02" }));
  expect(line).not.toContain(SECRET);
  expect(JSON.parse(line).err.message).toBe('invalid input syntax for type uuid: "…"');
});

test("a chain of causes that leads back into itself ends", () => {
  const error = new Error("first");
  error.cause = error;
  expect(logged(error)).toContain("first");
});

test("a failed statement can be printed by anybody, without its values", () => {
  const cause = pgError(`invalid input syntax for type uuid: "${SECRET}"`, {
    ...{ code: "22P02", severity: "ERROR", detail: SECRET },
  });
  for (const error of [new DrizzleQueryError("select $1::uuid", [SECRET], cause), cause]) {
    const safe = withoutStatementValues(error);
    const printed = inspect(safe, { depth: 10 });
    expect(JSON.parse(logged(safe)).err).toMatchObject({
      ...{ code: "22P02", message: expect.stringContaining("invalid input syntax") },
      stack: expect.stringContaining("describe-error.test.ts"),
    });
    expect(printed).not.toContain(SECRET);
    expect(printed).toContain("22P02");
    expect(printed).toContain("describe-error.test.ts");
  }
  const other = new Error(SECRET);
  expect(withoutStatementValues(other)).toBe(other);
});
