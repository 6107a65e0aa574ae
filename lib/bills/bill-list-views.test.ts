import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { billLinks } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import { refuse } from "@/lib/queue/refuse-jobs";
import { approveNow, askInTurn, billOf, rowOf, submittedBill } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { type BillList, listBills } from "./bill-list-views";
import { readBill } from "./bill-views";
import { rejectBill } from "./give-verdict";
import { removeBill } from "./remove-bill";
import { requeueBill } from "./requeue-bill";
import { saveBill } from "./save-bill";

const books = useBooks();

const numbers = ({ rows }: BillList) => rows.map((row) => row.invoiceNumber);

describe("whom a bill waits for", () => {
  /** The list's filter is SQL, the names come from decide.ts: over every case both must say the same. */
  const agree = async (people: Actor[]) => {
    for (const person of people) {
      const mine = await listBills(person, { tab: "approvals", mine: true });
      const all = await listBills(person, { tab: "approvals" });
      const named = all.rows.filter(({ waitingFor }) => waitingFor.includes(person.name));
      expect(numbers(mine).sort(), person.name).toEqual(named.map((row) => row.invoiceNumber).sort());
      expect(all.rows.filter(({ waitsForMe }) => waitsForMe).map(({ id }) => id)).toEqual(
        named.map(({ id }) => id),
      );
    }
  };

  test("the filter and the names agree, step by step", async () => {
    const { ann, bob, admin, accountant } = books;
    const ids = (people: Actor[]) => people.map(({ userId }) => userId);
    await books.db.transaction((tx) =>
      saveWorkflow(tx, books.orgId, [
        {
          name: "Any, then all",
          when: {},
          effect: "add",
          steps: [
            { approverIds: ids([ann, accountant]), need: "any" },
            { approverIds: ids([bob, admin]), need: "all" },
          ],
        },
      ]),
    );
    const everyone = [ann, bob, admin, accountant, books.clerk];
    const untouched = await submittedBill(books, { invoiceNumber: "AGREE-0" });
    const started = await submittedBill(books, { invoiceNumber: "AGREE-1" });
    await approveNow(books, ann, started);
    const nearly = await submittedBill(books, { invoiceNumber: "AGREE-2" });
    await approveNow(books, accountant, nearly);
    await approveNow(books, bob, nearly);
    await agree(everyone);
    const waiting = async (billId: string) =>
      (await listBills(admin, { tab: "approvals" })).rows.find(({ id }) => id === billId)?.waitingFor.sort();
    expect(await waiting(untouched)).toEqual(["Amy Accounting", "Ann Approver"]);
    expect(await waiting(started)).toEqual(["Alice Admin", "Bob Approver"]);
    expect(await waiting(nearly)).toEqual(["Alice Admin"]);
    await approveNow(books, admin, nearly);
    await agree(everyone);
  });
});

describe("who sees what", () => {
  test("an Approver sees what asked for a verdict of theirs, everybody else sees all", async () => {
    await askInTurn(books, books.ann);
    const hidden = await submittedBill(books, { invoiceNumber: "ONLY-ANN" });
    const find = (actor: Actor) => listBills(actor, { tab: "approvals", q: "ONLY-ANN" });
    expect((await find(books.ann)).total).toBe(1);
    expect((await find(books.viewer)).total).toBe(1);
    expect(await find(books.bob)).toMatchObject({ rows: [], total: 0, sum: "0.00" });
    await expect(readBill(books.bob, { billId: hidden })).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = await createPerson(books.db, await createOrganisation(books.db), { roles: ["admin"] });
    expect((await find(elsewhere)).total).toBe(0);
  });

  test("what QuickBooks said is told to Accounting Access only", async () => {
    await askInTurn(books, books.ann);
    const billId = await submittedBill(books, { invoiceNumber: "REFUSED-1" });
    await approveNow(books, books.ann, billId);
    for (let run = 1; run <= 3; run++) {
      await books.db.transaction(async (tx) => {
        const sent = await tx.execute<{ id: string }>(
          sql`update jobs set state = 'sent' where subject_id = ${billId} and state = 'waiting' returning id`,
        );
        const runId = `00000000-0000-4000-8000-00000000000${run}`;
        const jobId = sent.rows[0]?.id ?? "";
        await refuse(tx, { runId, messageId: null }, [{ jobId, code: "3140", message: `No vendor, ${run}` }]);
      });
    }
    const seen = await readBill(books.accountant, { billId });
    expect(seen.sync).toEqual({
      ...{ kind: "removed", reason: null, attempts: 3 },
      error: { code: "3140", message: "No vendor, 3" },
    });
    expect(seen.errors.map(({ attempt, message }) => [attempt, message])).toEqual([
      [3, "No vendor, 3"],
      [2, "No vendor, 2"],
      [1, "No vendor, 1"],
    ]);
    expect(seen.allowed.requeue).toBe(true);
    const byClerk = await readBill(books.clerk, { billId });
    expect(byClerk).toMatchObject({
      errors: [],
      sync: { kind: "removed", error: null },
      allowed: { requeue: false },
    });
    const listed = await listBills(books.clerk, { tab: "payables", sync: "removed" });
    expect(listed.rows).toMatchObject([
      { invoiceNumber: "REFUSED-1", sync: { kind: "removed", error: null } },
    ]);
    await requeueBill(books.accountant, { billId });
    expect(await rowOf(books, billId)).toMatchObject({ job: "waiting" });
    expect((await readBill(books.accountant, { billId })).sync).toMatchObject({
      kind: "waiting",
      attempts: 0,
    });
    await expect(requeueBill(books.accountant, { billId })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("a list", () => {
  beforeAll(async () => {
    for (const [invoiceNumber, amount, dueDate] of [
      ["sort-b", "20.00", "2026-12-01"],
      ["SORT-a", "3000.50", "2026-11-30"],
      ["sort-c", "100.00", ""],
    ] as const) {
      await saveBill(books.clerk, billOf(books, { invoiceNumber, amount, dueDate, memo: "100%_sure" }));
    }
  });
  const inbox = (more: Partial<Parameters<typeof listBills>[1]> = {}) =>
    listBills(books.clerk, { tab: "inbox", q: "sort", ...more });

  test.each([
    ["invoice", "asc", ["SORT-a", "sort-b", "sort-c"]],
    ["invoice", "desc", ["sort-c", "sort-b", "SORT-a"]],
    ["amount", "asc", ["sort-b", "sort-c", "SORT-a"]],
    ["due", "asc", ["SORT-a", "sort-b", "sort-c"]],
    ["due", "desc", ["sort-b", "SORT-a", "sort-c"]],
  ] as const)("is sorted by %s %s, without regard to case, no date last", async (sort, dir, expected) => {
    expect(numbers(await inbox({ sort, dir }))).toEqual(expected);
  });

  test("counts and adds up all that fit, whatever page is shown", async () => {
    expect(await inbox()).toMatchObject({ total: 3, sum: "3120.50" });
    expect(await inbox({ page: 2 })).toMatchObject({ rows: [], total: 3, sum: "3120.50" });
  });

  test.each([
    ["an amount with its comma", "$3,000.5", ["SORT-a"]],
    ["every word, wherever it stands", "cascade sort-b", ["sort-b"]],
    ["a percent sign as it is", "100%_", ["SORT-a", "sort-b", "sort-c"]],
    ["nothing that is not there", "100%x", []],
  ])("finds %s", async (_what, q, expected) => {
    expect(numbers(await listBills(books.clerk, { tab: "inbox", q, sort: "invoice" }))).toEqual(expected);
  });

  test("tells a bill that QuickBooks has differently, not one whose vendor was renamed there, and one that is to leave", async () => {
    await askInTurn(books, books.ann);
    const written = { vendor: { listId: "V", name: "Cascade" }, amount: "150.00", lines: [] };
    const link = async (invoiceNumber: string, current: typeof written) => {
      const billId = await submittedBill(books, { invoiceNumber });
      await approveNow(books, books.ann, billId);
      await books.db.execute(sql`update jobs set state = 'done' where subject_id = ${billId}`);
      await books.db.insert(billLinks).values({
        ...{ billId, connectionId: books.ledger.connectionId, txnId: invoiceNumber, editSequence: "1" },
        ...{ written, current, openAmount: "75.00" },
      });
      return billId;
    };
    await link("LINK-renamed", { ...written, vendor: { listId: "V", name: "Cascade Inc" } });
    const changedId = await link("LINK-changed", { ...written, amount: "151.00" });
    const { rows } = await listBills(books.clerk, {
      tab: "payables",
      q: "LINK",
      sort: "invoice",
      sync: "linked",
    });
    expect(rows).toMatchObject([
      {
        invoiceNumber: "LINK-changed",
        changedInQuickBooks: true,
        openAmount: "75.00",
        sync: { kind: "linked" },
      },
      { invoiceNumber: "LINK-renamed", changedInQuickBooks: false },
    ]);
    const { link: seen } = await readBill(books.clerk, { billId: changedId });
    expect(seen?.compared.filter(({ differs }) => differs)).toEqual([
      { field: "Amount", from: "150.00", to: "151.00", differs: true },
    ]);

    await removeBill(books.accountant, { billId: changedId, how: "void", reason: "Entered twice" });
    const after = await listBills(books.clerk, { tab: "payables", q: "LINK", sort: "invoice" });
    expect(after.rows.map(({ isLeaving }) => isLeaving)).toEqual([true, false]);
  });
});

describe("the approver's queue", () => {
  test("has neighbours by due date, and still has them once this bill is decided", async () => {
    const { db, orgId } = books;
    const ann = await createPerson(db, orgId, { name: "Queue Ann", roles: ["approver"] });
    await askInTurn(books, ann);
    const bill = (dueDate: string) => submittedBill(books, { dueDate });
    const [second, third, first] = [await bill("2026-12-02"), await bill(""), await bill("2026-12-01")];
    const neighbours = async (billId: string) => (await readBill(ann, { billId })).neighbours;
    expect(await neighbours(first)).toMatchObject({ previous: null, next: second });
    expect(await neighbours(second)).toMatchObject({ previous: first, next: third });
    const { version } = await rowOf(books, second);
    await rejectBill(ann, { billId: second, version, note: "No" });
    expect(await neighbours(second)).toEqual({ previous: first, next: third, waiting: 2 });
  });
});
