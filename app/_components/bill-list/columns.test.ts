import { describe, expect, test } from "vitest";
import { whyNotPayable } from "./columns";

const bill = { isLeaving: false, paying: null, openAmount: null, amount: "100.00" };

describe("what can be marked as paid", () => {
  test.each([
    ["nothing of it is paid", {}, null],
    ["a part waits to be paid", { paying: "99.99" }, null],
    ["all of it waits to be paid", { paying: "100.00" }, "Payments that wait cover what is open."],
    [
      "what QuickBooks has left open waits to be paid",
      { paying: "40.00", openAmount: "40.00" },
      "Payments that wait cover what is open.",
    ],
    [
      "it is ordered to leave QuickBooks",
      { isLeaving: true },
      "It is to be voided or deleted in QuickBooks.",
    ],
  ])("%s", (_, change, reason) => {
    expect(whyNotPayable({ ...bill, ...change })).toBe(reason);
  });
});
