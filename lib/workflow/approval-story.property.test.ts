import { eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { organisations } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { addApprover } from "@/lib/bills/add-approver";
import { approveBills } from "@/lib/bills/approve-bills";
import { getContent } from "@/lib/bills/bill-content";
import { readBill } from "@/lib/bills/bill-views";
import { approveBill, rejectBill } from "@/lib/bills/give-verdict";
import { saveBill } from "@/lib/bills/save-bill";
import { resubmitBill, submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { AppError } from "@/lib/core/errors";
import { DEFAULT_SETTINGS } from "@/lib/orgs/settings";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import { impossibleIn } from "@/lib/testing/approval-history";
import { brokenChains } from "@/lib/testing/audit-chains";
import { type Books, billOf, openBooks, rowOf } from "@/lib/testing/bills";
import { createPerson } from "@/lib/testing/people";
import { isSoak, seedOr } from "@/lib/testing/seeded";
import { deactivateMember } from "./deactivate-member";
import { reactivateMember } from "./reactivate-member";
import { saveApprovalWorkflow } from "./save-approval-workflow";
import { readWorkflow } from "./workflow-views";

const STORIES = Number(process.env.STORY_RUNS ?? (isSoak() ? 300 : 12));

let books: Books;
let people: Record<Name, Actor>;
beforeAll(async () => {
  books = await openBooks();
  const { admin, accountant, clerk, ann, bob, db, orgId } = books;
  const olga = await createPerson(db, orgId, { name: "Olga Owner", roles: ["approver"] });
  people = { admin, accountant, clerk, ann, bob, olga };
});
afterAll(() => books.database.close());

const NAMES = ["admin", "accountant", "clerk", "ann", "bob", "olga"] as const;
type Name = (typeof NAMES)[number];
const who = fc.constantFrom(...NAMES);
const approver = fc.constantFrom("ann" as const, "bob" as const, "olga" as const);
const editor = fc.constantFrom("clerk" as const, "accountant" as const, "admin" as const);
const accounting = fc.constantFrom("accountant" as const, "admin" as const);

/** What people do, in any order, whether it is their turn or not. `stale`: they look at an older version. */
const action = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant("submit" as const), who: editor }) },
  // Whoever's turn it is: without this, few stories come far.
  { weight: 10, arbitrary: fc.record({ do: fc.constant("approve next" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("approve" as const),
      ...{ who, override: fc.boolean(), stale: fc.boolean(), together: fc.boolean() },
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("reject" as const), who }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("edit" as const), who: editor, restarts: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("unapprove" as const), who: accounting }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("add" as const), who, whom: who }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("route" as const),
      ...{ first: approver, second: approver, need: fc.constantFrom("any" as const, "all" as const) },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("leave" as const), whom: approver }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("return" as const), whom: approver }),
  },
);
type Action = typeof action extends fc.Arbitrary<infer Act> ? Act : never;

let edits = 0;
async function edit(actor: Actor, billId: string, restarts: boolean): Promise<unknown> {
  edits += 1;
  const { invoiceNumber, lines } = await getContent(books.db, billId);
  const entered = {
    ...{ ...billOf(books), billId, invoiceNumber },
    lines: lines.map(({ account, item, class: of, customer, ...line }) => ({
      ...line,
      ...{ accountId: account?.id, itemId: item?.id, classId: of?.id, customerId: customer?.id },
    })),
  };
  const day = String(1 + (edits % 28)).padStart(2, "0");
  return saveBill(actor, {
    ...entered,
    ...(restarts ? { dueDate: `2027-01-${day}` } : { memo: `Note ${edits}` }),
  });
}

async function act(act: Action, billId: string): Promise<unknown> {
  const { version, state } = await rowOf(books, billId);
  switch (act.do) {
    case "submit":
      return (state === "rejected" ? resubmitBill : submitBill)(people[act.who], { billId });
    case "approve": {
      const bill = { billId, version: act.stale ? version - 1 : version };
      return act.together
        ? approveBills(people[act.who], { bills: [bill] })
        : approveBill(people[act.who], { ...bill, override: act.override });
    }
    case "approve next": {
      const { steps } = await readBill(people.admin, { billId });
      const waiting = steps.flatMap(({ approvers }) => approvers).find(({ status }) => status === "waiting");
      const next = Object.values(people).find(({ userId }) => userId === waiting?.userId);
      return next && approveBill(next, { billId, version });
    }
    case "reject":
      return rejectBill(people[act.who], { billId, version, note: "No" });
    case "edit":
      return edit(people[act.who], billId, act.restarts);
    case "unapprove":
      return unapproveBill(people[act.who], { billId, reason: "A mistake" });
    case "add":
      return addApprover(people[act.who], { billId, userId: people[act.whom].userId });
    case "route": {
      const saved = await readWorkflow(people.admin, {});
      return saveApprovalWorkflow(people.admin, {
        ...{ version: saved.version, applyToActive: true },
        rules: [ruleOf(act.need, [act.first]), ruleOf(act.need, [act.first, act.second])],
      });
    }
    case "leave":
      return deactivateMember(people.admin, { userId: people[act.whom].userId });
    case "return":
      return reactivateMember(people.admin, { userId: people[act.whom].userId });
  }
}

const ruleOf = (need: "any" | "all", names: Name[]) => ({
  ...{ name: names.join(" and "), when: {}, effect: "add" as const },
  steps: [
    {
      approverIds: [...new Set(names)].map((name) => people[name].userId),
      ...{ groupIds: [], need, parallel: false },
    },
  ],
});

test("whatever people do, in whatever order, a bill is approved with every signature it needs or not at all", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { minLength: 8, maxLength: 24 }),
      fc.boolean(),
      async (actions, mayApproveOwnBills) => {
        await books.db
          .update(organisations)
          .set({ settings: { mayApproveOwnBills } })
          .where(eq(organisations.id, books.orgId));
        await books.db.transaction((tx) =>
          saveWorkflow(tx, books.orgId, [ruleOf("all", ["ann"]), ruleOf("any", ["bob", "olga"])]),
        );
        for (const name of ["ann", "bob", "olga"] as const)
          await reactivateMember(people.admin, { userId: people[name].userId });
        const { billId } = await saveBill(people.clerk, billOf(books));
        await submitBill(people.clerk, { billId });
        for (const each of actions) {
          try {
            await act(each, billId);
          } catch (error) {
            // Refused, for a reason that a person is told: whatever else it is fails the story.
            if (!(error instanceof AppError)) throw error;
          }
        }
        expect(await impossibleIn(books.db, billId, DEFAULT_SETTINGS.restartsApproval)).toEqual([]);
      },
    ),
    { numRuns: STORIES, seed: seedOr(isSoak() ? Date.now() % 2 ** 31 : 5) },
  );
  expect(await brokenChains(books.db)).toEqual([]);
  const { rows } = await books.db.execute<{ name: string }>(sql`select distinct name from audit_events`);
  const told = rows.map(({ name }) => name);
  // The stories come far enough to mean something.
  for (const name of [
    "bill.approved",
    "bill.unapproved",
    "bill.rerouted",
    "bill.approver-added",
    "bill.revised",
  ])
    expect(told).toContain(name);
}, 600_000);
