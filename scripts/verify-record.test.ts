import { execFile } from "node:child_process";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveNow, askInTurn, type Books, openBooks, submittedBill } from "@/lib/testing/bills";
import { tamper } from "@/lib/testing/tamper";

let books: Books;
let billId: string;
beforeAll(async () => {
  books = await openBooks();
  await askInTurn(books, books.ann);
  billId = await submittedBill(books);
  await approveNow(books, books.ann, billId);
});
afterAll(() => books.database.close());

/** Runs the program as npm run verify-audit does, on the database of this test. */
const verify = () =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const env = { ...process.env, DATABASE_URL: books.database.url };
    const program = ["--import", "tsx", "scripts/verify-record.ts"];
    const child = execFile(process.execPath, program, { env }, (_failed, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });

test("ends with 0 where every link holds, and with 1 and the name of each that does not", async () => {
  expect(await verify()).toEqual({
    ...{ code: 0, err: "" },
    out: expect.stringMatching(/^Read \d+ events in \d+ chains?, .*\nEvery link holds\.\n$/),
  });
  await tamper(
    books.db,
    "audit_events",
    sql`update audit_events set actor_name = 'Somebody Else' where subject = ${billId} and seq = 3`,
  );
  const broken = await verify();
  expect(broken.code).toBe(1);
  expect(broken.out).not.toContain("holds");
  expect(broken.err).toMatch(
    new RegExp(`^BROKEN  \\S+Z  ${billId}: event 3 \\(bill\\.signed\\) was changed: it has another hash\\n$`),
  );
});
