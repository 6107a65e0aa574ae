import { expect, test } from "vitest";
import { startAfter } from "./pull";

/** A cursor that a pull reached at 20:00 UTC, which is noon in California in winter, one in the afternoon in summer. */
const cursor = (modifiedUpTo: string, completedAt = "2026-12-01T20:00:00Z") => ({
  modifiedUpTo,
  reachedAt: new Date("2026-12-01T20:00:00Z"),
  completedAt: new Date(completedAt),
});

test.each([
  ["just reached: seven hours before it", cursor("2026-12-01T12:00:00-08:00"), "2026-12-01T05:00:00"],
  [
    "nothing newer for eight hours: the second after it",
    cursor("2026-12-01T12:00:00-08:00", "2026-12-02T04:00:00Z"),
    "2026-12-01T12:00:01",
  ],
  [
    "of eight hours one second less: not yet",
    cursor("2026-12-01T12:00:00-08:00", "2026-12-02T03:59:59Z"),
    "2026-12-01T05:00:00",
  ],
  ["in summer the clock is an hour later", cursor("2026-12-01T13:00:00-08:00"), "2026-12-01T06:00:00"],
  [
    "a second later than any clock showed: from what it could show",
    cursor("2026-12-01T13:00:01-08:00"),
    "2026-12-01T06:00:00",
  ],
  ["days ahead", cursor("2026-12-04T12:00:00-08:00"), "2026-12-01T06:00:00"],
  [
    "days ahead, long ago: from the last pull, however long nothing newer came",
    cursor("2027-01-15T12:00:00-08:00", "2026-12-20T20:00:00Z"),
    "2026-12-20T06:00:00",
  ],
  ["east of Greenwich", cursor("2026-12-02T08:00:01+11:00"), "2026-12-02T01:00:00"],
  ["without an offset it may be anywhere", cursor("2026-12-02T10:00:00"), "2026-12-02T03:00:00"],
  ["without an offset, later than anywhere", cursor("2026-12-02T10:00:01"), "2026-12-02T03:00:00"],
])("a pull begins, %s", (_, given, from) => {
  expect(startAfter(given)).toBe(from);
});
