import { afterAll, beforeAll } from "vitest";
import { type Books, openBooks } from "./bills";

/**
 * An organisation with its people and its ledger for all tests of a file, in a database of its own. It is
 * there from the first test on (and in a beforeAll that follows), and closed after the last.
 */
export function useBooks(): Books {
  const books = {} as Books;
  beforeAll(async () => {
    Object.assign(books, await openBooks());
  });
  afterAll(() => books.database.close());
  return books;
}
