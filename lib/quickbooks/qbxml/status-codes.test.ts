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

  /** Every code that QuickBooks Desktop is known to answer with, the ends of ranges included. */
  const KNOWN = [
    ...[0, 1, 500, 501, 510, 530, 531, 540, 550, 560, 570, 600, 1000, 1010, 1030, 1060, 2000, 2040],
    ...[3000, 3010, 3020, 3030, 3031, 3035, 3040, 3045, 3050, 3060, 3065, 3070, 3080, 3085, 3090],
    ...[3100, 3101, 3110, 3120, 3121, 3130, 3140, 3150, 3151, 3160, 3161, 3162, 3170, 3171, 3172],
    ...[3173, 3175, 3176, 3177, 3180, 3185, 3190, 3200, 3205, 3210, 3220, 3230, 3231, 3240, 3250],
    ...[3260, 3261, 3262, 3263, 3264, 3270, 3280, 3290, 3300, 3390, 9001, 9002, 9003, 9004, 9005],
    ...[9100, 9199],
  ];

  test.each(KNOWN)("%i has a row: what it means, who can put it right, and how", (code) => {
    const { meaning, fix, who } = explainStatus(code, "said");
    expect(meaning).not.toContain("said");
    expect([meaning, fix, who]).not.toContain("");
  });

  test("each is explained once, in whole sentences", () => {
    expect(new Set(STATUS_CODES.map(({ code }) => code)).size).toBe(STATUS_CODES.length);
    for (const { meaning, fix } of [...STATUS_CODES, ...HRESULTS]) {
      expect(meaning).toMatch(/^[A-Z].*\.$/);
      expect(fix).toMatch(/^[A-Z].*\.$/);
    }
  });

  test.each([3170, 3175, 3176, 3180, 1000, 1010])(
    "%i, a record in use or QuickBooks away, is a refusal like any other: it costs an attempt",
    (code) => {
      expect(explainStatus(code)).toMatchObject({ class: "retry-later", costsAttempt: true });
    },
  );

  test.each([
    [3055, "our-bug"],
    [3999, "user-must-act"],
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
  test.each([
    ...["80040154", "80010105", "800706BA", "80040308", "80040400", "80040401", "80040402", "80040403"],
    ...["80040406", "80040408", "8004040A", "8004040D", "80040410", "80040414", "80040416", "80040417"],
    ...["80040418", "8004041A", "8004041B", "8004041C", "8004041D", "8004041E", "8004041F", "80040420"],
    ...["80040421", "80040422", "80040423", "80040424", "80040427", "8004042A", "8004042C"],
  ])("0x%s has a row", (hex) => {
    const found = explainHresult(`0x${hex}`, "said");
    expect(found.code).toBe(`0x${hex.toLowerCase()}`);
    expect(found.meaning).not.toContain("said");
  });

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
