import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { VARIABLES } from "@/lib/core/env";
import { withConfigurationTable } from "./configuration-section";

test("README's table of settings is current (npm run docs:config)", () => {
  const page = readFileSync("README.md", "utf8");
  expect(page).toBe(withConfigurationTable(page));
  for (const name of Object.keys(VARIABLES)) expect(page).toContain(`| \`${name}\` |`);
});

test("a page without markers is refused", () => {
  expect(() => withConfigurationTable("# Countersign")).toThrow("markers");
});
