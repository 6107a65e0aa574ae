import { describe, expect, test } from "vitest";
import type { PaymentProposal } from "@/lib/payments/propose-payment";
import { draftOf, inputOf, numberFor, reckonDraft } from "./payment-draft";

const bill = (id: string, open: string) => ({
  ...{ id, invoiceNumber: id, dueDate: null, amount: open, open, pending: "0.00", isLinked: true },
});

const proposal: PaymentProposal = {
  ...{
    vendor: "Tidewater Lumber",
    date: "2026-11-20",
    method: "check",
    discountAccounts: [],
    currency: null,
  },
  bills: [bill("A", "100.00"), bill("B", "50.00")],
  credits: [
    { id: "C1", refNumber: "C1", date: null, open: "120.00" },
    { id: "C2", refNumber: "C2", date: null, open: "500.00" },
  ],
  accounts: { check: [{ id: "bank", name: "Checking", hint: null }], credit_card: [] },
  accountIds: { check: "bank", credit_card: null },
  nextNumbers: { bank: "1043" },
};

const amounts = (draft: Parameters<typeof reckonDraft>[1]) =>
  reckonDraft(proposal, draft).shares.map((share) => [
    share.amount,
    ...share.credits.map(({ creditId, amount }) => `${creditId} ${amount}`),
  ]);

test("it opens filled: all that is open, from the usual account, with the next number", () => {
  const draft = draftOf(proposal);
  expect(draft).toMatchObject({
    method: "check",
    accountId: "bank",
    refNumber: "1043",
    isToBePrinted: false,
  });
  expect(inputOf(proposal, draft).applications.map(({ amount }) => amount)).toEqual(["100.00", "50.00"]);
  expect(reckonDraft(proposal, draft).amount).toBe("150.00");
});

test("an account without a numbered check proposes to print; a card needs no number", () => {
  expect(numberFor(proposal, "check", "other")).toEqual({ refNumber: "", isToBePrinted: true });
  expect(numberFor(proposal, "credit_card", "bank")).toEqual({ refNumber: "", isToBePrinted: false });
});

describe("credits", () => {
  const draft = draftOf(proposal);

  test("are set off in the order of the bills, and lower what is paid", () => {
    expect(amounts({ ...draft, credits: { C1: "120.00" } })).toEqual([
      ["0.00", "C1 100.00"],
      ["30.00", "C1 20.00"],
    ]);
  });

  test("leave what was typed as it is, and say what found no room", () => {
    const typed = { amount: "90.00", discount: "5.00", discountAccountId: null };
    const shares = { ...draft.shares, A: typed };
    expect(amounts({ ...draft, shares, credits: { C1: "40", C2: "100.00" } })).toEqual([
      ["90.00", "C1 5.00"],
      ["0.00", "C1 35.00", "C2 15.00"],
    ]);
    expect(reckonDraft(proposal, { ...draft, shares, credits: { C1: "40", C2: "100.00" } }).unused).toBe(
      "85.00",
    );
  });
});

test("what is no amount is sent as typed, for the server to name it", () => {
  const draft = draftOf(proposal);
  const shares = { ...draft.shares, A: { amount: "ten", discount: "", discountAccountId: null } };
  expect(inputOf(proposal, { ...draft, shares }).applications[0]?.amount).toBe("ten");
  expect(reckonDraft(proposal, { ...draft, shares }).amount).toBe("50.00");
});
