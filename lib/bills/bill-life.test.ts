import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { jobs, organisations } from "@/db/schema";
import { createVendor } from "@/lib/ledger/create-vendor";
import { markSent } from "@/lib/queue/queue";
import { approveNow, askInTurn, billOf, createLedger, rowOf, submittedBill } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import type { BillContent } from "./bill-content";
import { readBill } from "./bill-views";
import { approveBill, rejectBill } from "./give-verdict";
import { saveBill } from "./save-bill";
import { resubmitBill, saveAndSubmitBill, submitBill } from "./submit-bill";
import { unapproveBill } from "./unapprove-bill";

const books = useBooks();
beforeEach(async () => {
  await books.db.update(organisations).set({ settings: {} }).where(eq(organisations.id, books.orgId));
  await askInTurn(books, books.ann, books.bob);
});

const approvedBill = async (change = {}) => {
  const billId = await submittedBill(books, change);
  await approveNow(books, books.ann, billId);
  await approveNow(books, books.bob, billId);
  return billId;
};
const settings = (value: { mayApproveOwnBills?: boolean; adminsMayOverrideWorkflow?: boolean }) =>
  books.db.update(organisations).set({ settings: value }).where(eq(organisations.id, books.orgId));

/** The lines of a bill as a form hands them in. */
const linesOf = ({ lines }: BillContent) =>
  lines.map((line) => ({
    ...{ id: line.id, kind: line.kind, description: line.description, amount: line.amount },
    ...{ accountId: line.account?.id, itemId: line.item?.id, quantity: line.quantity, cost: line.cost },
    ...{ classId: line.class?.id, customerId: line.customer?.id, billable: line.billable },
  }));

describe("a bill's life", () => {
  test("two approvers in turn bring it to Accounts Payable and into the queue", async () => {
    const { billId } = await saveBill(books.clerk, billOf(books));
    expect(await rowOf(books, billId)).toMatchObject({ state: "draft", round: 1, job: null });
    await submitBill(books.clerk, { billId });
    await expect(approveNow(books, books.bob, billId)).rejects.toMatchObject({ code: "not-your-turn" });
    expect(await approveNow(books, books.ann, billId)).toEqual({ state: "in_approval" });
    await expect(approveNow(books, books.ann, billId)).rejects.toMatchObject({ code: "already-signed" });
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "approved" });
    expect(await rowOf(books, billId)).toMatchObject({ state: "approved", job: "waiting" });
  });

  test("a draft may be incomplete, a submitted bill may not", async () => {
    const { billId } = await saveBill(
      books.clerk,
      billOf(books, { amount: "10.00", vendorId: null, lines: [] }),
    );
    await expect(submitBill(books.clerk, { billId })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "vendorId" }, { path: "lines" }],
    });
    expect(await rowOf(books, billId)).toMatchObject({ state: "draft", round: 1 });
  });

  test("save and submit does both or nothing", async () => {
    const number = "BOTH-1";
    await expect(
      saveAndSubmitBill(books.clerk, billOf(books, { invoiceNumber: number, amount: "151.00" })),
    ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "amount" }] });
    const found = await books.db.execute(sql`select 1 from bills where invoice_number = ${number}`);
    expect(found.rows).toEqual([]);
    const { billId } = await saveAndSubmitBill(books.clerk, billOf(books, { invoiceNumber: number }));
    expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 1 });
  });

  test("an edit while in approval starts the round again and keeps the old signature", async () => {
    const billId = await submittedBill(books);
    await approveNow(books, books.ann, billId);
    const { version } = await rowOf(books, billId);
    const before = await readBill(books.clerk, { billId });
    const lines = linesOf(before.content);
    const same = billOf(books, { billId, version, invoiceNumber: before.content.invoiceNumber, lines });
    await saveBill(books.clerk, same);
    expect(await rowOf(books, billId), "nothing changed, so nothing starts again").toMatchObject({
      round: 1,
    });
    await saveBill(books.clerk, { ...same, version: null, dueDate: "2031-01-31" });
    expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 2 });
    const after = await readBill(books.clerk, { billId });
    expect(after.steps.map((step) => step.state)).toEqual(["current", "upcoming"]);
    expect(after.signatures.map(({ name, revision }) => [name, revision])).toEqual([["Ann Approver", 1]]);
    expect(after.revisions.map(({ number }) => number)).toEqual([1, 2]);
    expect(after.content.lines.map(({ id }) => id)).toEqual(before.content.lines.map(({ id }) => id));
    expect(await approveNow(books, books.ann, billId)).toEqual({ state: "in_approval" });
  });

  test("a new memo lets the signatures count on, for a revision that holds it", async () => {
    const billId = await submittedBill(books);
    await approveNow(books, books.ann, billId);
    const { content } = await readBill(books.clerk, { billId });
    const { invoiceNumber } = content;
    const lines = linesOf(content);
    await saveBill(books.clerk, billOf(books, { billId, invoiceNumber, lines, memo: "Another memo" }));
    expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 1 });
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "approved" });
    const after = await readBill(books.clerk, { billId });
    expect(after.signatures.map(({ name, revision }) => [name, revision])).toEqual([
      ["Ann Approver", 1],
      ["Bob Approver", 2],
    ]);
  });

  test("rejecting needs a note; re-submitting opens another round", async () => {
    const billId = await submittedBill(books);
    const { version } = await rowOf(books, billId);
    await expect(rejectBill(books.ann, { billId, version, note: " " })).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path: "note" }],
    });
    await rejectBill(books.ann, { billId, version, note: "Wrong job" });
    expect(await rowOf(books, billId)).toMatchObject({ state: "rejected", job: null });
    await resubmitBill(books.clerk, { billId });
    expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 2 });
  });

  test("a version that is not the newest is told, to an editor and to an approver", async () => {
    const billId = await submittedBill(books);
    await expect(approveBill(books.ann, { billId, version: 1 })).rejects.toMatchObject({
      code: "bill-changed",
    });
    await expect(saveBill(books.clerk, billOf(books, { billId, version: 1 }))).rejects.toMatchObject({
      code: "bill-changed",
    });
  });

  test("people may be kept from approving what they entered", async () => {
    await settings({ mayApproveOwnBills: false });
    await askInTurn(books, books.admin, books.ann);
    const { billId } = await saveBill(books.admin, billOf(books));
    await submitBill(books.admin, { billId });
    const { steps } = await readBill(books.admin, { billId });
    expect(steps.flatMap((step) => step.approvers.map(({ name }) => name))).toEqual(["Ann Approver"]);
    await expect(approveNow(books, books.admin, billId, { override: true })).rejects.toMatchObject({
      code: "own-bill",
    });
  });

  test("an Admin overrides only by saying so, and only where it is allowed", async () => {
    const billId = await submittedBill(books);
    await expect(approveNow(books, books.admin, billId)).rejects.toMatchObject({ code: "not-asked" });
    await settings({ adminsMayOverrideWorkflow: false });
    await expect(approveNow(books, books.admin, billId, { override: true })).rejects.toMatchObject({
      code: "override-off",
    });
    expect((await readBill(books.admin, { billId })).allowed.override).toEqual({
      ...{ approve: false, reject: false },
    });
    await settings({});
    expect((await readBill(books.admin, { billId })).allowed.override).toEqual({
      ...{ approve: true, reject: true },
    });
    expect(await approveNow(books, books.admin, billId, { override: true })).toEqual({ state: "approved" });
    const { signatures } = await readBill(books.admin, { billId });
    expect(signatures).toMatchObject([{ name: "Alice Admin", isOverride: true }]);
  });

  test("an Admin rejects past the workflow too, with a note, where overriding is allowed", async () => {
    const billId = await submittedBill(books);
    const wish = { billId, version: (await rowOf(books, billId)).version, note: "Not ours", override: true };
    await settings({ adminsMayOverrideWorkflow: false });
    await expect(rejectBill(books.admin, wish)).rejects.toMatchObject({ code: "override-off" });
    await settings({});
    await expect(rejectBill(books.admin, { ...wish, note: " " })).rejects.toMatchObject({ code: "invalid" });
    await rejectBill(books.admin, wish);
    const { state, signatures, timeline } = await readBill(books.admin, { billId });
    expect(state).toBe("rejected");
    expect(signatures).toMatchObject([{ name: "Alice Admin", verdict: "rejected", isOverride: true }]);
    expect(timeline[0]).toMatchObject({
      ...{ sentence: "Alice Admin rejected revision 1, overriding the workflow", quote: "Not ours" },
    });
  });

  test("whose own bill it is may still reject it past the workflow, where they may not approve it", async () => {
    await settings({ mayApproveOwnBills: false });
    const { billId } = await saveBill(books.admin, billOf(books));
    await submitBill(books.admin, { billId });
    expect((await readBill(books.admin, { billId })).allowed.override).toEqual({
      ...{ approve: false, reject: true },
    });
    await settings({});
  });
});

describe("un-approve", () => {
  test("is for Accounting Access, with a reason, and withdraws what was not sent", async () => {
    const billId = await approvedBill();
    await expect(unapproveBill(books.clerk, { billId, reason: "x" })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(unapproveBill(books.accountant, { billId, reason: " " })).rejects.toMatchObject({
      code: "invalid",
    });
    await unapproveBill(books.accountant, { billId, reason: "Wrong job" });
    expect(await rowOf(books, billId)).toMatchObject({ state: "draft", round: 2, job: "withdrawn" });
  });

  test("a bill that was approved once is edited by Accounting Access only", async () => {
    const billId = await approvedBill();
    await expect(saveBill(books.accountant, billOf(books, { billId }))).rejects.toMatchObject({
      code: "wrong-state",
    });
    await unapproveBill(books.accountant, { billId, reason: "Wrong job" });
    await expect(saveBill(books.clerk, billOf(books, { billId }))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await readBill(books.clerk, { billId })).allowed).toMatchObject({ edit: false, submit: false });
    await saveAndSubmitBill(books.accountant, billOf(books, { billId }));
    expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 2 });
  });

  test("a job in flight is let land; the next approval follows it", async () => {
    const billId = await approvedBill();
    const [job] = await books.db.select({ id: jobs.id }).from(jobs).where(eq(jobs.subjectId, billId));
    await books.db.transaction((tx) => markSent(tx, [job?.id ?? ""]));
    await unapproveBill(books.accountant, { billId, reason: "Wrong job" });
    expect(await rowOf(books, billId)).toMatchObject({ state: "draft", job: "sent" });
  });
});

describe("the queue", () => {
  test("a bill of a vendor that QuickBooks does not have waits for the vendor", async () => {
    const { vendorId } = await createVendor(books.clerk, {
      connectionId: books.ledger.connectionId,
      name: "Brand New Vendor",
    });
    const billId = await approvedBill({ vendorId });
    expect(await rowOf(books, billId)).toMatchObject({ job: "blocked", blockedOn: vendorId });
    const { sync } = await readBill(books.clerk, { billId });
    expect(sync).toMatchObject({
      kind: "blocked",
      reason: "Vendor Brand New Vendor is not in QuickBooks yet.",
    });
  });
});

describe("another organisation", () => {
  test("its people find none of ours: not the bill, not the company file, not the vendor", async () => {
    const billId = await submittedBill(books);
    const otherId = await createOrganisation(books.db, "Elsewhere");
    const other = await createPerson(books.db, otherId, { roles: ["admin"] });
    const theirs = { ledger: await createLedger(books.db, otherId) };
    const notFound = { code: "not-found" };
    await expect(readBill(other, { billId })).rejects.toMatchObject(notFound);
    await expect(approveBill(other, { billId, version: 2, override: true })).rejects.toMatchObject(notFound);
    await expect(submitBill(other, { billId })).rejects.toMatchObject(notFound);
    await expect(unapproveBill(other, { billId, reason: "x" })).rejects.toMatchObject(notFound);
    await expect(saveBill(other, billOf(books))).rejects.toMatchObject(notFound);
    await expect(saveBill(other, billOf(theirs, { billId }))).rejects.toMatchObject(notFound);
    await expect(saveBill(other, billOf(theirs, { vendorId: books.ledger.vendorId }))).rejects.toMatchObject(
      notFound,
    );
  });
});
