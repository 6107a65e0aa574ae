import { expect, test } from "vitest";
import { verifiedEmail } from "./verified-email";

const TENANT = "0f1e2d3c-0000-4000-8000-000000000001";
const email = "ann@example.com";

test("Google's address counts only when Google has verified it", () => {
  expect(verifiedEmail("google", { email, email_verified: true }, undefined)).toBe(email);
  expect(verifiedEmail("google", { email, email_verified: false }, undefined)).toBeUndefined();
  expect(verifiedEmail("google", { email }, undefined)).toBeUndefined();
});

test("Microsoft's address counts from the configured tenant", () => {
  expect(verifiedEmail("azure-ad", { email, tid: TENANT }, TENANT)).toBe(email);
});

test("in the multi-tenant sign-in any tenant may claim any address, so it must be proved", () => {
  const foreign = { email, tid: "99999999-0000-4000-8000-000000000009" };
  expect(verifiedEmail("azure-ad", foreign, "common")).toBeUndefined();
  expect(verifiedEmail("azure-ad", { ...foreign, xms_edov: false }, "common")).toBeUndefined();
  expect(verifiedEmail("azure-ad", { ...foreign, xms_edov: true }, "common")).toBe(email);
  expect(verifiedEmail("azure-ad", { ...foreign, tid: "common" }, TENANT)).toBeUndefined();
});

test("no other provider vouches for anybody", () => {
  expect(verifiedEmail("github", { email, email_verified: true }, undefined)).toBeUndefined();
});
