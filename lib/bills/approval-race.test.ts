import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { AppError, type ErrorCode } from "@/lib/core/errors";
import { DEFAULT_SETTINGS } from "@/lib/orgs/settings";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import { impossibleIn } from "@/lib/testing/approval-history";
import { brokenChains } from "@/lib/testing/audit-chains";
import { type BillFormInput, billOf, rowOf } from "@/lib/testing/bills";
import { type Random, seeded, seedOr } from "@/lib/testing/seeded";
import { useBooks } from "@/lib/testing/use-books";
import { getContent } from "./bill-content";
import { approveBill } from "./give-verdict";
import { saveBill } from "./save-bill";
import { submitBill } from "./submit-bill";
import { unapproveBill } from "./unapprove-bill";

const ROUNDS = 200;
/** Seconds where the machine is free; several times that where it is not. */
const SLOWEST = 300_000;
/** As many bills at a time as keep every connection of the pool busy, four people on each. */
const AT_ONCE = 10;

/** How one may come too late. Everything else is an error of the program: a deadlock, a broken constraint. */
const TOO_LATE: ErrorCode[] = [
  ...["bill-changed", "already-signed", "wrong-state", "not-your-turn", "not-needed", "conflict"],
] as ErrorCode[];

const books = useBooks();
beforeAll(async () => {
  // Both are asked at the same time: each may be the last.
  await books.db.transaction((tx) =>
    saveWorkflow(tx, books.orgId, [
      {
        ...{ name: "Both", when: {}, effect: "add" },
        steps: [{ approverIds: [books.ann.userId, books.bob.userId], need: "all" }],
      },
    ]),
  );
});

const tally = new Map<string, number>();
const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);

/** Tries until it is done, looking again after each refusal, as often as a patient person would. */
async function insist(what: string, tries: number, act: () => Promise<unknown>): Promise<void> {
  for (let left = tries; left > 0; left -= 1) {
    try {
      await act();
      count(what);
      return;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      expect(TOO_LATE, `${what}: ${error.code}`).toContain(error.code);
      count(`${what} ${error.code}`);
    }
  }
}

function people(entered: BillFormInput & { billId: string }, random: Random): (() => Promise<void>)[] {
  const { billId } = entered;
  const approve = (actor: Actor) => async () => {
    const { version } = await rowOf(books, billId);
    await approveBill(actor, { billId, version });
  };
  // Half of the edits restart the approval, half let the signatures count on.
  const restarts = random.chance(0.5);
  const edit = async () => {
    const { version } = await rowOf(books, billId);
    const change = restarts ? { dueDate: "2027-01-15" } : { memo: "Another memo" };
    await saveBill(books.admin, { ...entered, version, ...change });
  };
  const all = [
    () => insist("Ann approves", 2, approve(books.ann)),
    () => insist("Bob approves", 2, approve(books.bob)),
    () => insist("the editor edits", 1, edit),
    () => insist("un-approved", 3, () => unapproveBill(books.accountant, { billId, reason: "A mistake" })),
  ];
  return all.sort(() => (random.chance(0.5) ? 1 : -1));
}

/** A bill in approval, as a form that was opened on it would send it back. */
async function submitted(): Promise<BillFormInput & { billId: string }> {
  const { billId } = await saveBill(books.clerk, billOf(books));
  await submitBill(books.clerk, { billId });
  const { lines, invoiceNumber } = await getContent(books.db, billId);
  return {
    ...{ ...billOf(books), billId, invoiceNumber },
    lines: lines.map(({ account, item, class: of, customer, ...line }) => ({
      ...line,
      ...{ accountId: account?.id, itemId: item?.id, classId: of?.id, customerId: customer?.id },
    })),
  };
}

test(
  "two approvers, an editor and an un-approver on one bill: 200 times, never an impossible history",
  async () => {
    const random = seeded(seedOr(11));
    const impossible: string[] = [];
    for (let round = 0; round < ROUNDS; round += AT_ONCE) {
      const bills = await Promise.all(Array.from({ length: AT_ONCE }, submitted));
      await Promise.all(bills.flatMap((bill) => people(bill, random).map((act) => act())));
      for (const { billId } of bills)
        impossible.push(...(await impossibleIn(books.db, billId, DEFAULT_SETTINGS.restartsApproval)));
    }
    expect(impossible, `seed ${random.seed}`).toEqual([]);
    expect(await brokenChains(books.db)).toEqual([]);
    // The race was one: each of them won and lost.
    for (const what of ["Ann approves", "Bob approves", "the editor edits", "un-approved"])
      expect(tally.get(what), what).toBeGreaterThan(0);
    for (const what of ["the editor edits bill-changed", "un-approved wrong-state"])
      expect(tally.get(what), what).toBeGreaterThan(0);
  },
  SLOWEST,
);
