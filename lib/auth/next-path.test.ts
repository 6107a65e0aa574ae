import { expect, test } from "vitest";
import { safeNextPath } from "./next-path";

test.each([
  ["/inbox", "/inbox"],
  ["/bills/1?tab=history#notes", "/bills/1?tab=history#notes"],
  ["/a/../payables", "/payables"],
])("%s is a path of this site", (given, path) => {
  expect(safeNextPath(given)).toBe(path);
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/..//evil.example",
  "javascript:alert(1)",
  "inbox",
  "",
  "/",
  "/sign-in?next=/sign-in",
  "/api/auth/signout",
])("%s is no place to go", (given) => {
  expect(safeNextPath(given)).toBeUndefined();
});

test("a parameter given twice, or not at all, is none", () => {
  expect(safeNextPath(["/inbox", "/archive"])).toBeUndefined();
  expect(safeNextPath(undefined)).toBeUndefined();
});
