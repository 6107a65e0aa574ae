import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { pagesOf, SIGNED_OUT } from "./fixtures/door-addresses";
import { expect, test } from "./fixtures/story";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds, as lines that tell a person where to look. */
async function violations(axe: AxeBuilder): Promise<string[]> {
  const { violations: found } = await axe.analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ""}`),
  );
}

/** Shows the page in the other theme, as the system asks; resolves when the colours have changed over. */
async function turnDark(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.evaluate(async () => {
    const running = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    await Promise.allSettled(running.map(({ finished }) => finished));
  });
}

async function inspect(page: Page, paths: string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const light = await violations(new AxeBuilder({ page }).withTags(TAGS));
    await turnDark(page);
    // Nothing but the colours differs.
    const dark = await violations(new AxeBuilder({ page }).withRules(["color-contrast"]));
    if (light.length + dark.length > 0) found[path] = [...light, ...dark.map((line) => `dark: ${line}`)];
  }
  return found;
}

test("nothing stands in the way of a screen reader or weak eyes, signed out", async ({ newPage }) => {
  expect(await inspect(await newPage(), SIGNED_OUT)).toEqual({});
});

test("nothing stands in the way of a screen reader or weak eyes, signed in", async ({ as, data }) => {
  expect(await inspect(await as("Dana"), await pagesOf(data))).toEqual({});
});
