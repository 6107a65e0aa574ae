import { describe, expect, test } from "vitest";
import { explainHresult, HRESULTS } from "@/lib/quickbooks/qbxml/hresults";
import { explainStatus, isRefusal, STATUS_CODES } from "@/lib/quickbooks/qbxml/status-codes";

describe("status codes", () => {
  test.each([
    [0, "ok", false],
    [1, "empty", false],
    [500, "empty", false],
    [550, "saved-with-remark", false],
    [600, "unknown-outcome", false],
    [3040, "our-bug", true],
    [3100, "duplicate", true],
    [3140, "refresh", true],
    [3171, "user-must-act", true],
    [3175, "retry-later", true],
    [3200, "refresh", false],
    [3210, "user-must-act", true],
    [3231, "not-processed", false],
    [9001, "unknown-outcome", false],
    [9002, "unknown-outcome", false],
  ])("%i is %s (costs an attempt: %s)", (code, kind, costsAttempt) => {
    expect(explainStatus(code)).toMatchObject({ code, class: kind, costsAttempt });
  });

  test("each is explained once, in whole sentences", () => {
    expect(STATUS_CODES).toHaveLength(76);
    for (const { meaning, fix } of [...STATUS_CODES, ...HRESULTS]) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  });

  test.each([
    [3055, "our-bug"],
    [3999, "user-must-act"],
    [9150, "our-bug"],
    [777, "saved-with-remark"],
    [42, "ok"],
  ])("unlisted %i counts as %s and shows QuickBooks' own words", (code, kind) => {
    expect(explainStatus(code, "The widget is locked.")).toMatchObject({
      class: kind,
      meaning: "QuickBooks says: The widget is locked.",
    });
  });

  test.each([
    [0, "Info", false],
    [1, "Info", false],
    [530, "Warn", false],
    [3210, "Info", true],
    [3100, "Error", true],
    [500, "Warn", false],
  ])("%i with %s is a refusal: %s", (code, severity, expected) => {
    expect(isRefusal(code, severity)).toBe(expected);
  });
});

describe("HRESULTs", () => {
  test.each(["0x80040400", "0X80040400", "-2147220480", " 0x80040400 ", "QBWC1041: 0x80040400 occurred"])(
    "%s is a message QuickBooks could not read",
    (text) => {
      expect(explainHresult(text)).toMatchObject({
        code: "0x80040400",
        class: "our-bug",
        costsAttempt: true,
      });
    },
  );

  test("no other costs an attempt", () => {
    expect(HRESULTS.filter(({ costsAttempt }) => costsAttempt).map(({ code }) => code)).toEqual([
      "0x80040400",
    ]);
    expect(explainHresult("-2147220458")).toMatchObject({ code: "0x80040416", who: "bookkeeper" });
  });

  test("an unknown one leaves the outcome open and shows QuickBooks' own words", () => {
    expect(explainHresult("0x80041234", "Something new")).toEqual({
      code: "0x80041234",
      class: "unknown-outcome",
      who: "bookkeeper",
      meaning: "QuickBooks says: Something new",
      fix: "Restart QuickBooks and run the update again.",
      costsAttempt: false,
    });
    expect(explainHresult("")).toMatchObject({
      class: "unknown-outcome",
      meaning: "QuickBooks gave no reason.",
    });
  });
});
