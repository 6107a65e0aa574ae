import { redirect } from "next/navigation";
import { expect, test } from "vitest";
import { AppError } from "@/lib/core/errors";
import { outcomeOf, textsOf } from "./run-action";

test("what a command gives is the outcome's result", async () => {
  expect(await outcomeOf("bill.save", async () => ({ billId: "1" }))).toEqual({
    ok: true,
    fields: {},
    result: { billId: "1" },
  });
});

test("an AppError comes in its own words, its sentences by the path of their field", async () => {
  const outcome = await outcomeOf("bill.save", async () => {
    throw new AppError("invalid", {
      fields: [
        { path: "lines.0.amount", message: "Enter an amount." },
        { path: "name", message: "Too long." },
        { path: "name", message: "Use letters." },
      ],
    });
  });
  expect(outcome).toEqual({
    ok: false,
    code: "invalid",
    error: new AppError("invalid").message,
    fields: { "lines.0.amount": ["Enter an amount."], name: ["Too long.", "Use letters."] },
  });
});

test("a bug tells its id and nothing of itself", async () => {
  const outcome = await outcomeOf("bill.save", async () => {
    throw new Error('relation "bills" does not exist');
  });
  expect(outcome).toMatchObject({ ok: false, code: "bug" });
  expect(outcome.error).toMatch(/report error [0-9a-f]{8}\./);
  expect(outcome.error).not.toContain("relation");
});

test("a redirect is no error and passes through", async () => {
  await expect(outcomeOf("bill.save", async () => redirect("/inbox"))).rejects.toMatchObject({
    digest: expect.stringContaining("/inbox"),
  });
});

test("a form keeps its texts, and never a password, a file or React's own fields", () => {
  const form = new FormData();
  form.set("name", "Northwind");
  form.set("newPassword", "secret");
  form.set("$ACTION_ID_1", "");
  form.set("document", new File(["x"], "bill.pdf"));
  expect(textsOf(form)).toEqual({ name: "Northwind" });
});
