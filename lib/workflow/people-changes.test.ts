import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { readBill } from "@/lib/bills/bill-views";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { listAbsences } from "@/lib/orgs/absence-views";
import { enterAbsence, enterAbsenceOf } from "@/lib/orgs/enter-absence";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import {
  approveNow,
  askInTurn,
  type Books,
  billOf,
  openBooks,
  rowOf,
  submittedBill,
} from "@/lib/testing/bills";
import { createPerson } from "@/lib/testing/people";
import { waitingSessions } from "@/lib/testing/waiting-sessions";
import { changeMember } from "./change-member";
import { deactivateMember } from "./deactivate-member";
import { previewDeactivation } from "./preview-deactivation";
import { reactivateMember } from "./reactivate-member";

let books: Books;
beforeEach(async () => {
  books = await openBooks();
  await askInTurn(books, books.ann, books.bob);
});
afterEach(() => books.database.close());

const stepsOf = async (billId: string) =>
  (await readBill(books.admin, { billId })).steps.map(({ state, approvers }) => [
    state,
    ...approvers.map(({ name }) => name),
  ]);
const sentences = async (billId: string) =>
  (await readBill(books.admin, { billId })).timeline.map(({ sentence }) => sentence);
const rights = (actor: Actor, more: { approvalLimit?: string; supervisorId?: string } = {}) => ({
  ...{ userId: actor.userId, roles: [...actor.roles], ...more },
});

test("bills that ask somebody who is deactivated go to whom they would go without them, and say why", async () => {
  const billId = await submittedBill(books);
  const alone = await submittedBill(books);
  await approveNow(books, books.ann, alone);
  expect(await previewDeactivation(books.admin, { userId: books.bob.userId })).toEqual({
    ...{ bills: 2, approved: 1, standsInFor: [] },
    moves: [{ to: "Ann Approver", bills: 1 }],
  });
  await deactivateMember(books.admin, { userId: books.bob.userId });
  expect(await stepsOf(billId)).toEqual([["current", "Ann Approver"]]);
  expect(await sentences(billId)).toContain("The bill goes to Ann Approver: Bob Approver was deactivated");
  // Ann had signed, and nobody else is asked: it is approved, in the queue, and its history says so.
  expect(await rowOf(books, alone)).toMatchObject({ state: "approved", job: "waiting" });
  expect(await sentences(alone)).toContain("The bill is approved, as revision 1");
  expect(await approveNow(books, books.ann, billId)).toEqual({ state: "approved" });
});

test("where nobody is left whom a rule names, any Admin is asked; whoever comes back is asked again", async () => {
  const billId = await submittedBill(books);
  await deactivateMember(books.admin, { userId: books.ann.userId });
  expect((await previewDeactivation(books.admin, { userId: books.bob.userId })).moves).toEqual([
    { to: "Alice Admin", bills: 1 },
  ]);
  await changeMember(books.admin, { ...rights(books.bob), roles: ["clerk"] });
  expect(await stepsOf(billId)).toEqual([["current", "Alice Admin"]]);
  expect(await sentences(billId)).toContain(
    "The bill goes to Alice Admin: the rights of Bob Approver were changed",
  );
  await reactivateMember(books.admin, { userId: books.ann.userId });
  expect(await stepsOf(billId)).toEqual([["current", "Ann Approver"]]);
});

test("another limit and another supervisor act on bills in approval", async () => {
  await askInTurn(books, books.ann);
  const billId = await submittedBill(books);
  await changeMember(
    books.admin,
    rights(books.ann, { approvalLimit: "100.00", supervisorId: books.bob.userId }),
  );
  expect(await stepsOf(billId)).toEqual([
    ["current", "Ann Approver"],
    ["upcoming", "Bob Approver"],
  ]);
  await approveNow(books, books.ann, billId);
  // The signature counts on.
  await changeMember(books.admin, rights(books.ann));
  expect(await rowOf(books, billId)).toMatchObject({ state: "approved" });
});

test("a bill that the change does not concern keeps its route, though another workflow was saved since", async () => {
  const billId = await submittedBill(books);
  const cleo = await createPerson(books.db, books.orgId, { name: "Cleo Approver", roles: ["approver"] });
  await askInTurn(books, books.bob);
  await deactivateMember(books.admin, { userId: cleo.userId });
  expect(await stepsOf(billId)).toEqual([
    ["current", "Ann Approver"],
    ["upcoming", "Bob Approver"],
  ]);
  expect(await sentences(billId)).toHaveLength(2);
  // Ann is in its route, whatever the rules say by now.
  await deactivateMember(books.admin, { userId: books.ann.userId });
  expect(await stepsOf(billId)).toEqual([["current", "Bob Approver"]]);
});

test("whoever is asked and loses the authority for a bill does not complete it, whatever was saved since", async () => {
  await askInTurn(books, books.ann);
  const billId = await submittedBill(books);
  await askInTurn(books, books.bob);
  await changeMember(books.admin, rights(books.ann, { approvalLimit: "149.99" }));
  expect(await stepsOf(billId)).toEqual([["current", "Bob Approver"]]);
  await expect(approveNow(books, books.ann, billId)).rejects.toMatchObject({ code: "not-asked" });
});

test("whoever may approve no more stands in for nobody", async () => {
  const days = { firstDay: "2990-01-01", lastDay: "2990-01-09" };
  await enterAbsence(books.ann, { standInId: books.bob.userId, ...days });
  const { today } = await listAbsences(books.admin, {});
  const cleo = await createPerson(books.db, books.orgId, { name: "Cleo Approver", roles: ["approver"] });
  await enterAbsenceOf(books.admin, {
    ...{ userId: cleo.userId, standInId: books.bob.userId, firstDay: today, lastDay: "2990-01-09" },
  });
  await books.db.execute(sql`update absences set first_day = first_day - 2 where user_id = ${cleo.userId}`);
  expect((await previewDeactivation(books.admin, { userId: books.bob.userId })).standsInFor).toEqual([
    "Cleo Approver",
    "Ann Approver",
  ]);
  await changeMember(books.admin, { ...rights(books.bob), roles: ["viewer"] });
  expect((await listAbsences(books.admin, {})).absences).toEqual([]);
  // What lasted already is kept, as it was until yesterday.
  const { rows } = await books.db.execute<{ days: number }>(
    sql`select last_day - first_day as days from absences`,
  );
  expect(rows).toEqual([{ days: 1 }]);
});

test("nobody is above themselves: a cycle of supervisors is refused and changes no bill", async () => {
  const billId = await submittedBill(books);
  await changeMember(books.admin, rights(books.bob, { supervisorId: books.ann.userId }));
  await expect(
    changeMember(books.admin, rights(books.ann, { approvalLimit: "1.00", supervisorId: books.bob.userId })),
  ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "supervisorId" }] });
  expect(await sentences(billId)).toHaveLength(2);
});

test("a submission and a deactivation at the same time leave no bill with somebody who is gone", async () => {
  await askInTurn(books, books.ann);
  const { billId } = await saveBill(books.clerk, billOf(books));
  // The submission has chosen Ann and is about to say so: it waits for its place in the bill's history.
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let history: Promise<void> = Promise.resolve();
  await new Promise<void>((held, failed) => {
    history = books.db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${billId}, 7))`);
      held();
      await released;
    });
    history.catch(failed);
  });
  const submission = submitBill(books.clerk, { billId });
  await expect.poll(() => waitingSessions(books.db), { timeout: 30_000 }).toBe(1);
  let isDone = false;
  const deactivation = deactivateMember(books.admin, { userId: books.ann.userId }).then(() => {
    isDone = true;
  });
  await expect
    .poll(async () => isDone || (await waitingSessions(books.db)) === 2, { timeout: 30_000 })
    .toBe(true);
  release();
  await Promise.all([history, submission, deactivation]);
  expect(await stepsOf(billId)).toEqual([["current", "Alice Admin"]]);
});

test("an edit that does not restart approval keeps the signatures, but other coding goes to whom the rules name", async () => {
  await books.db.execute(
    sql`update organisations set settings = ${JSON.stringify({ restartsApproval: { coding: false } })}::jsonb`,
  );
  const cleo = await createPerson(books.db, books.orgId, { name: "Cleo Approver", roles: ["approver"] });
  const step = ({ userId }: Actor) => ({ approverIds: [userId], need: "all" as const });
  await books.db.transaction((tx) =>
    saveWorkflow(tx, books.orgId, [
      { name: "Every bill", when: {}, effect: "add", steps: [step(books.ann), step(books.bob)] },
      {
        name: "Commercial",
        when: { classIds: [books.ledger.classId] },
        effect: "add",
        steps: [step(cleo)],
      },
    ]),
  );
  const line = { kind: "expense" as const, accountId: books.ledger.accountId, amount: "150.00" };
  const bill = (classId: string | null) =>
    billOf(books, {
      invoiceNumber: "CODED-1",
      lines: [
        {
          ...{ id: null, ...line, itemId: null, description: "Clean-up", quantity: null, cost: null },
          ...{ classId, customerId: null },
        },
      ],
    });
  const { billId } = await saveBill(books.clerk, bill(null));
  await submitBill(books.clerk, { billId });
  await approveNow(books, books.ann, billId);
  const { content } = await readBill(books.clerk, { billId });
  const { version } = await rowOf(books, billId);
  const coded = bill(books.ledger.classId);
  await saveBill(books.clerk, {
    ...{ ...coded, billId, version },
    lines: coded.lines.map((each) => ({ ...each, id: content.lines[0]?.id ?? null })),
  });
  expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 1 });
  expect(await stepsOf(billId)).toEqual([
    ["done", "Ann Approver"],
    ["current", "Bob Approver"],
    ["upcoming", "Cleo Approver"],
  ]);
  await approveNow(books, books.bob, billId);
  expect(await approveNow(books, cleo, billId)).toEqual({ state: "approved" });
});
