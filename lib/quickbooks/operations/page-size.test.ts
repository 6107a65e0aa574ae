import { describe, expect, test } from "vitest";
import { firstPage, isWorthStartingAgain, pageSizeAfter } from "./page-size";

const MB = 1024 * 1024;
/** What is accepted unless somebody sets it. */
const USUAL = 60 * MB;

describe("the size of the next page", () => {
  test.each([
    [
      "light and quick records: as many as there may be",
      500,
      { records: 500, bytes: 400_000, ms: 600 },
      5000,
    ],
    ["heavier ones: as many as weigh 4 MB", 500, { records: 500, bytes: 2 * MB, ms: 600 }, 1000],
    ["very heavy ones: fewer than before", 500, { records: 500, bytes: 10 * MB, ms: 600 }, 200],
    ["a slow QuickBooks: as many as take ten seconds", 500, { records: 500, bytes: 400_000, ms: 4000 }, 1200],
    ["a very slow one: never fewer than a hundred", 500, { records: 500, bytes: 400_000, ms: 120_000 }, 100],
    ["a handful of records says nothing", 700, { records: 12, bytes: 9000, ms: 9000 }, 700],
    ["an answer that took no time at all", 500, { records: 500, bytes: 0, ms: 0 }, 5000],
    ["a size that was right stays", 1000, { records: 1000, bytes: 4 * MB, ms: 600 }, 1000],
  ])("%s", (_, asked, page, expected) => {
    expect(pageSizeAfter(asked, page, USUAL)).toBe(expected);
  });

  test("where little gets through to the server: far below that, from the first page on", () => {
    expect(firstPage(USUAL)).toBe(500);
    expect(firstPage(4 * MB)).toBe(100);
    expect(pageSizeAfter(100, { records: 100, bytes: 200_000, ms: 100 }, 4 * MB)).toBe(500);
    expect(pageSizeAfter(500, { records: 500, bytes: MB, ms: 100 }, 4 * MB)).toBe(500);
  });
});

describe("beginning again in larger pages", () => {
  test.each([
    ["20,000 records, 39 more pages or 4", 5000, 19_500, true],
    ["3,000 records, 5 more pages or 1", 5000, 2500, false],
    ["4,000 records, 7 more pages or 1", 5000, 3500, true],
    ["the size was right", firstPage(USUAL), 19_500, false],
    ["smaller pages would be better", 200, 19_500, false],
    ["nothing more to come", 5000, 0, false],
  ])("%s", (_, learnt, remaining, expected) => {
    expect(isWorthStartingAgain(firstPage(USUAL), learnt, { received: firstPage(USUAL), remaining })).toBe(
      expected,
    );
  });
});
