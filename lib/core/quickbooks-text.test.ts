import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lengthInQuickBooks, shorten, toQuickBooksText } from "@/lib/core/quickbooks-text";

describe("toQuickBooksText", () => {
  test.each([
    ["\u201cAcme\u201d \u2013 Joe\u2019s", '"Acme" - Joe\'s'],
    ["wait\u2026", "wait..."],
    ["a\u00a0b\u2009c", "a b c"],
    ["zero\u200bwidth\ufeff", "zerowidth"],
    ["Cafe\u0301", "Café"],
    ["one\ntwo\rthree\r\nfour", "one\r\ntwo\r\nthree\r\nfour"],
    ["\u20ac5 \u0160koda", "\u20ac5 \u0160koda"],
    ["plain", "plain"],
  ])("%j becomes %j", (from, to) => {
    expect(toQuickBooksText(from)).toEqual({ text: to, unstorable: [] });
  });

  test("what QuickBooks cannot store is told and left, so that nothing vanishes unseen", () => {
    expect(toQuickBooksText("\u0141\u00f3d\u017a \u{1F600}\u{1F600} \u0007")).toEqual({
      text: "\u0141\u00f3d\u017a \u{1F600}\u{1F600} \u0007",
      unstorable: ["\u0141", "\u017a", "\u{1F600}", "\u0007"],
    });
  });

  test("a second time changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (s) => {
        const { text } = toQuickBooksText(s);
        expect(toQuickBooksText(text).text).toBe(text);
      }),
    );
  });
});

test.each([
  ["", 0],
  ["abc", 3],
  ["a\nb", 4],
  ["a\r\nb", 4],
  ["\n\n", 4],
  ["é", 1],
])("%j is %i long in QuickBooks", (s, length) => {
  expect(lengthInQuickBooks(s)).toBe(length);
});

describe("shorten", () => {
  test("leaves what fits", () => {
    expect(shorten("Acme", 12)).toEqual({ text: "Acme", shortened: false });
  });

  test("shows that it cut, and always cuts alike", () => {
    const long = "Northwestern Construction Supply and Rental of Texas";
    expect(shorten(long, 41)).toEqual({ text: "Northwestern Construction Supply...cy1f5", shortened: true });
    expect(shorten(long, 41)).toEqual(shorten(long, 41));
  });

  test("two long names with one beginning stay two", () => {
    const start = "x".repeat(60);
    const all = Array.from({ length: 2000 }, (_, i) => shorten(`${start}${i}`, 41).text);
    expect(new Set(all).size).toBe(2000);
  });

  test("never exceeds the limit, nor splits a character or a line end", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 80 }),
        fc.integer({ min: 12, max: 60 }),
        (s, limit) => {
          const { text } = shorten(s, limit);
          expect(lengthInQuickBooks(text)).toBeLessThanOrEqual(limit);
          expect(/\p{Surrogate}/u.test(text)).toBe(false);
        },
      ),
    );
    expect(shorten(`abc${"\u{1F600}".repeat(20)}`, 16).text).toMatch(/^abc\u{1F600}{2}\.\.\.\w{5}$/u);
    expect(shorten(`abcd\n${"x".repeat(40)}`, 13).text).toMatch(/^abcd\.\.\.\w{5}$/);
  });

  test("refuses a limit that leaves nothing to recognise", () => {
    expect(() => shorten("a long text indeed", 11)).toThrow(RangeError);
  });
});
