import { newNumber } from "./fixtures/bill-form";
import { signatures } from "./fixtures/bill-page";
import { pagesOf, SIGNED_OUT } from "./fixtures/door-addresses";
import { loginOf } from "./fixtures/logins";
import { openPage } from "./fixtures/open-page";
import { signIn } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/story";
import { untilHydrated } from "./fixtures/until-hydrated";

test("approving takes one thumb", { tag: "@phone" }, async ({ data, newPage }) => {
  const number = newNumber("TH");
  await data.submittedBill(number);
  const page = await newPage();
  await signIn(page, loginOf("Marcus"));
  await expect(page).toHaveURL(/\/approvals$/);
  const card = page.getByRole("listitem").filter({ hasText: number });
  await card.getByRole("link").tap();
  const approve = page.getByRole("button", { name: "Approve", exact: true });
  await untilHydrated(approve);
  const box = await approve.boundingBox();
  // Within reach of a thumb: in the lower half, and as high as a finger is wide.
  expect(box?.y).toBeGreaterThan(844 / 2);
  expect(box?.height).toBeGreaterThanOrEqual(44);
  await approve.tap();
  await expect(signatures(page)).toHaveText([/Marcus Bell/]);
  await expect(approve).toHaveCount(0);
});

test("no main page scrolls sideways on a phone", { tag: "@phone" }, async ({ as, data, newPage }) => {
  const tooWide: string[] = [];
  for (const [page, paths] of [
    [await newPage(), SIGNED_OUT],
    [await as("Dana"), await pagesOf(data)],
  ] as const) {
    for (const path of paths) {
      await openPage(page, path);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (wide > 0) tooWide.push(`${path} by ${wide} px`);
    }
  }
  expect(tooWide).toEqual([]);
});
