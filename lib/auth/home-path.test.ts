import { expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { homePath } from "./home-path";

const person = { orgId: "", userId: "", name: "", email: "" };

test.each<[string, Pick<Actor, "roles" | "homePath" | "tabs">, string]>([
  ["a clerk starts with the inbox", { roles: ["clerk"] }, "/inbox"],
  ["who only approves starts with what waits for them", { roles: ["approver"] }, "/approvals"],
  ["the Admin's choice comes first", { roles: ["clerk"], homePath: "/payables" }, "/payables"],
  ["not where the rights lead no more", { roles: ["clerk"], homePath: "/sync" }, "/inbox"],
  ["nor a page that is hidden", { roles: ["clerk"], homePath: "/payables", tabs: ["/inbox"] }, "/inbox"],
  [
    "with the usual one hidden, the first that is shown",
    { roles: ["clerk"], tabs: ["/vendors"] },
    "/vendors",
  ],
  ["nor anything that is no page", { roles: ["clerk"], homePath: "//evil.example" }, "/inbox"],
])("%s", (_, actor, path) => {
  expect(homePath({ ...person, ...actor })).toBe(path);
});
