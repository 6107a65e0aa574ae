import { expect, test } from "vitest";
import { seal, unseal } from "./seal";

const SECRET = "the server's secret, of some length";

test("what was sealed opens with the same secret, purpose and owner, and with no other", () => {
  const sealed = seal(SECRET, "second-factor", "ann", "a secret");
  expect(sealed).not.toContain("secret");
  expect(unseal(SECRET, "second-factor", "ann", sealed)).toBe("a secret");
  expect(unseal("another secret, of the same length", "second-factor", "ann", sealed)).toBeUndefined();
  expect(unseal(SECRET, "sign-in-ticket", "ann", sealed)).toBeUndefined();
  expect(unseal(SECRET, "second-factor", "bob", sealed)).toBeUndefined();
  expect(seal(SECRET, "second-factor", "ann", "a secret")).not.toBe(sealed);
});

test("what was altered or cut opens no more", () => {
  const sealed = seal(SECRET, "second-factor", "ann", "a secret");
  for (const altered of [`A${sealed.slice(1)}B`, sealed.slice(0, -4), sealed.slice(0, 20), "", "?"]) {
    expect(unseal(SECRET, "second-factor", "ann", altered)).toBeUndefined();
  }
});
