import { afterEach, beforeEach, expect, vi } from "vitest";

/** What a library writes to the error console is a fault nobody would see in a passing run. */
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

afterEach(() => {
  const said = vi.mocked(console.error).mock.calls.map((words) => words.join(" "));
  vi.mocked(console.error).mockRestore();
  expect(said, "nothing may be written to console.error").toEqual([]);
});
