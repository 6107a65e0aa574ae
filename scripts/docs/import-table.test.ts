import { expect, test } from "vitest";
import { importTable } from "./import-table";

const rule = (room: string, allowed: string[]) => ({
  name: `imports-go-down-only: ${room}`,
  from: { path: `^${room}` },
  to: { pathNot: [`^${room}`, ...allowed].join("|") },
});

test("a room's row names the rooms its rule lets through, and not itself", () => {
  const table = importTable([
    { name: "no-circular", from: {}, to: {} },
    rule("lib/core/", []),
    rule("lib/quickbooks/qbxml/", ["^lib/core/"]),
    rule("lib/quickbooks/run/", ["^lib/quickbooks/(qbxml|soap)/", "^lib/core/"]),
  ]);
  expect(table.split("\n").slice(2)).toEqual([
    "| `lib/core/` | nothing |",
    "| `lib/quickbooks/qbxml/` | `lib/core/` |",
    "| `lib/quickbooks/run/` | `lib/core/`, `lib/quickbooks/qbxml/` |",
  ]);
});

test("settings without the table are refused", () => {
  expect(() => importTable([])).toThrow("import table");
});
