import type { Page } from "@playwright/test";
import { barriers } from "./fixtures/accessible";
import { pagesOf, SIGNED_OUT } from "./fixtures/door-addresses";
import { openPage } from "./fixtures/open-page";
import { expect, test } from "./fixtures/story";

// What a page shows only when somebody does something, the stories look at: `expectAccessible`.

async function inspect(page: Page, paths: string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const path of paths) {
    await openPage(page, path);
    const here = await barriers(page);
    if (here.length > 0) found[path] = here;
  }
  return found;
}

test("nothing stands in the way of a screen reader or weak eyes, signed out", async ({ newPage }) => {
  expect(await inspect(await newPage(), SIGNED_OUT)).toEqual({});
});

test("nothing stands in the way of a screen reader or weak eyes, signed in", async ({ as, data }) => {
  expect(await inspect(await as("Dana"), await pagesOf(data))).toEqual({});
});
