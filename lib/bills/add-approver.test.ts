import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventOutbox } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { approveNow, askInTurn, rowOf, submittedBill } from "@/lib/testing/bills";
import { createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { deactivateMember } from "@/lib/workflow/deactivate-member";
import { addApprover } from "./add-approver";
import { readBill } from "./bill-views";
import { commentOnBill } from "./comment-on-bill";
import { saveBill } from "./save-bill";

const books = useBooks();
let cleo: Actor;
beforeAll(async () => {
  cleo = await createPerson(books.db, books.orgId, { name: "Cleo Approver", roles: ["approver"] });
});
beforeEach(async () => {
  await books.db.execute(sql`update organisations set settings = '{}'`);
  await askInTurn(books, books.ann, books.bob);
});

describe("adding an approver to one bill", () => {
  const add = (by: Actor, billId: string, who: Actor, note?: string) =>
    addApprover(by, { billId, userId: who.userId, ...(note ? { note } : {}) });

  test("they join the open stage and must sign", async () => {
    const billId = await submittedBill(books);
    await expect(readBill(cleo, { billId })).rejects.toMatchObject({ code: "not-found" });
    await add(books.ann, billId, cleo, "You know the site.");
    const seen = await readBill(cleo, { billId });
    expect(seen.allowed).toMatchObject({ approve: true, addApprover: true });
    expect(seen.steps.map(({ state, approvers }) => [state, approvers[0]?.name])).toEqual([
      ["current", "Ann Approver"],
      ["upcoming", "Bob Approver"],
      ["current", "Cleo Approver"],
    ]);
    expect(seen.steps[2]?.approvers).toMatchObject([
      { reason: "Added by Ann Approver", addedBy: "Ann Approver" },
    ]);
    expect(seen.timeline[0]).toMatchObject({
      ...{ sentence: "Ann Approver asked Cleo Approver to approve the bill as well" },
      quote: "You know the site.",
    });
    await approveNow(books, books.ann, billId);
    await expect(approveNow(books, books.bob, billId)).rejects.toMatchObject({ code: "not-your-turn" });
    await approveNow(books, cleo, billId);
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "approved" });
  });

  test("whoever is asked, an Admin and Accounting Access may; others may not", async () => {
    const billId = await submittedBill(books);
    expect((await readBill(books.clerk, { billId })).allowed.addApprover).toBe(false);
    await expect(add(cleo, billId, cleo)).rejects.toMatchObject({ code: "not-asked" });
    await expect(add(books.clerk, billId, cleo)).rejects.toMatchObject({ code: "forbidden" });
    await add(books.bob, billId, cleo);
    await add(books.accountant, billId, books.admin);
    expect((await readBill(books.admin, { billId })).steps).toHaveLength(4);
  });

  test("nobody is asked twice, and nobody who cannot sign", async () => {
    const billId = await submittedBill(books);
    for (const who of [books.ann, books.bob]) {
      await expect(add(books.admin, billId, who)).rejects.toMatchObject({ code: "already-asked" });
    }
    await expect(add(books.admin, billId, books.viewer)).rejects.toMatchObject({
      fields: [{ path: "userId", message: "Vera Viewer may not approve bills." }],
    });
    const gone = await createPerson(books.db, books.orgId, { roles: ["approver"], isActive: false });
    await expect(add(books.admin, billId, gone)).rejects.toMatchObject({ code: "not-found" });
    const both = await Promise.allSettled([add(books.ann, billId, cleo), add(books.admin, billId, cleo)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("whoever signed in somebody's place has given a verdict already", async () => {
    const billId = await submittedBill(books);
    const { rows } = await books.db.execute<{ id: string }>(sql`
      insert into absences (org_id, user_id, stand_in_id, first_day, last_day)
      values (${books.orgId}, ${books.ann.userId}, ${cleo.userId}, now()::date - 2, now()::date + 2) returning id`);
    await approveNow(books, cleo, billId);
    await expect(add(books.admin, billId, cleo)).rejects.toMatchObject({
      ...{ code: "already-signed", message: "Cleo Approver has given a verdict on this bill already." },
    });
    await books.db.execute(sql`delete from absences where id = ${rows[0]?.id}`);
  });

  test("whoever entered the bill is not asked where nobody approves what they entered", async () => {
    const { billId } = await saveBill(books.accountant, {
      ...(await readBill(books.clerk, { billId: await submittedBill(books) })).content,
      ...{ billId: null, connectionId: books.ledger.connectionId, vendorId: books.ledger.vendorId },
      ...{ invoiceNumber: "OWN-1", termsId: null, apAccountId: null, lines: [], version: null },
    });
    await books.db.execute(sql`update organisations set settings = '{"mayApproveOwnBills": false}'`);
    await books.db.execute(sql`update bills set state = 'in_approval' where id = ${billId}`);
    await expect(add(books.admin, billId, books.accountant)).rejects.toMatchObject({
      fields: [{ path: "userId", message: expect.stringMatching(/entered or changed this bill/) }],
    });
  });

  test("a bill that is not in approval asks nobody more", async () => {
    await askInTurn(books, books.ann);
    const billId = await submittedBill(books);
    await approveNow(books, books.ann, billId);
    await expect(add(books.admin, billId, cleo)).rejects.toMatchObject({ code: "wrong-state" });
  });

  test("the last approval and one more approver at the same time: one of them wins, and nothing is lost", async () => {
    await askInTurn(books, books.ann);
    for (let round = 0; round < 10; round += 1) {
      const billId = await submittedBill(books);
      const [added, approved] = await Promise.allSettled([
        add(books.admin, billId, cleo),
        approveNow(books, books.ann, billId),
      ]);
      expect(approved.status).toBe("fulfilled");
      const { state } = await rowOf(books, billId);
      expect(state).toBe(added.status === "fulfilled" ? "in_approval" : "approved");
    }
  });

  test("they are asked on when the workflow is, and no longer once they are deactivated", async () => {
    const billId = await submittedBill(books);
    const dora = await createPerson(books.db, books.orgId, { name: "Dora Approver", roles: ["approver"] });
    await add(books.ann, billId, cleo);
    await add(books.ann, billId, dora);
    await deactivateMember(books.admin, { userId: dora.userId });
    const { steps } = await readBill(books.admin, { billId });
    expect(steps.flatMap(({ approvers }) => approvers.map(({ name }) => name))).toEqual([
      "Ann Approver",
      "Bob Approver",
      "Cleo Approver",
    ]);
  });
});

describe("comments and questions", () => {
  test("a mention lets an Approver see the bill, comment on it, and is in the outbox", async () => {
    const billId = await submittedBill(books);
    const dora = await createPerson(books.db, books.orgId, { name: "Dora Approver", roles: ["approver"] });
    await expect(commentOnBill(dora, { billId, text: "Hm" })).rejects.toMatchObject({ code: "not-found" });
    const before = await books.db.$count(eventOutbox);
    await commentOnBill(books.clerk, {
      ...{ billId, text: "  @Dora Approver is this the right job?  " },
      mentions: [dora.userId, dora.userId],
    });
    expect(await books.db.$count(eventOutbox)).toBe(before + 1);
    const seen = await readBill(dora, { billId });
    expect(seen.timeline[0]).toMatchObject({
      ...{ name: "bill.commented", sentence: "Carl Clerk asked Dora Approver" },
      quote: "@Dora Approver is this the right job?",
    });
    expect(seen.allowed).toMatchObject({ approve: false, addApprover: false });
    await commentOnBill(dora, { billId, text: "It is." });
    expect((await readBill(books.clerk, { billId })).timeline[0]?.sentence).toBe("Dora Approver said");
  });

  test("a name in the text mentions nobody, and people who are not there cannot be mentioned", async () => {
    const billId = await submittedBill(books);
    await commentOnBill(books.clerk, { billId, text: "Ask @Cleo Approver" });
    await expect(readBill(cleo, { billId })).rejects.toMatchObject({ code: "not-found" });
    const gone = await createPerson(books.db, books.orgId, { isActive: false });
    await expect(
      commentOnBill(books.clerk, { billId, text: "Hello", mentions: [gone.userId] }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(commentOnBill(books.clerk, { billId, text: "  " })).rejects.toMatchObject({
      fields: [{ path: "text", message: "Write something first." }],
    });
  });

  test.each(["draft", "approved", "rejected", "paid", "voided"])(
    "a bill that is %s takes a comment too",
    async (state) => {
      const billId = await submittedBill(books);
      await books.db.execute(sql`update bills set state = ${state} where id = ${billId}`);
      const { version } = await rowOf(books, billId);
      await commentOnBill(books.viewer, { billId, text: "Noted." });
      expect((await readBill(books.admin, { billId })).timeline[0]?.quote).toBe("Noted.");
      // It changes nothing that anybody signs.
      expect(await rowOf(books, billId)).toMatchObject({ state, version });
    },
  );
});
