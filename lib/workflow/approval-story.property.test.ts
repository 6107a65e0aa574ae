import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { addApprover } from "@/lib/bills/add-approver";
import { approveBills } from "@/lib/bills/approve-bills";
import { readBill } from "@/lib/bills/bill-views";
import { approveBill, rejectBill } from "@/lib/bills/give-verdict";
import { saveBill } from "@/lib/bills/save-bill";
import { resubmitBill, submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { AppError } from "@/lib/core/errors";
import { listAbsences } from "@/lib/orgs/absence-views";
import { enterAbsenceOf } from "@/lib/orgs/enter-absence";
import { removeAbsenceOf } from "@/lib/orgs/remove-absence";
import { DEFAULT_SETTINGS, saveSettings } from "@/lib/orgs/settings";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import { impossibleIn } from "@/lib/testing/approval-history";
import { ApprovalModel, type ModelStep } from "@/lib/testing/approval-model";
import { brokenChains } from "@/lib/testing/audit-chains";
import { billOf, editBill, rowOf } from "@/lib/testing/bills";
import { createPerson } from "@/lib/testing/people";
import { isSoak, seedOr } from "@/lib/testing/seeded";
import { useBooks } from "@/lib/testing/use-books";
import { changeApprovalSettings, readApprovalSettings } from "./approval-settings";
import { changeMember } from "./change-member";
import { deactivateMember } from "./deactivate-member";
import { reactivateMember } from "./reactivate-member";
import { saveApprovalWorkflow } from "./save-approval-workflow";
import { readWorkflow } from "./workflow-views";

const STORIES = Number(process.env.STORY_RUNS ?? (isSoak() ? 300 : 18));

const books = useBooks();
let people: Record<Name, Actor>;
beforeAll(async () => {
  const { admin, accountant, clerk, ann, bob, db, orgId } = books;
  // She enters bills as well as approving them.
  const olga = await createPerson(db, orgId, { name: "Olga Owner", roles: ["clerk", "approver"] });
  people = { admin, accountant, clerk, ann, bob, olga };
});

const NAMES = ["admin", "accountant", "clerk", "ann", "bob", "olga"] as const;
type Name = (typeof NAMES)[number];
const who = fc.constantFrom(...NAMES);
const APPROVERS = ["ann", "bob", "olga"] as const;
const approver = fc.constantFrom(...APPROVERS);
const editor = fc.constantFrom("clerk", "accountant", "admin", "olga");
const accounting = fc.constantFrom("accountant", "admin");

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
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("reject" as const), who, override: fc.boolean() }),
  },
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
      isApplied: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("be away" as const), whom: approver, standIn: approver }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("be back" as const), whom: approver }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant("limit" as const),
      ...{ whom: approver, limit: fc.constantFrom("", "100.00"), above: fc.option(approver) },
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant("set" as const), own: fc.boolean(), override: fc.boolean() }),
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
/** Another due date starts approval again, another memo does not. */
function edit(actor: Actor, billId: string, restarts: boolean): Promise<void> {
  edits += 1;
  const day = String(1 + (edits % 28)).padStart(2, "0");
  return editBill(books, actor, billId, () =>
    restarts ? { dueDate: `2027-01-${day}` } : { memo: `Note ${edits}` },
  );
}

/** Whoever the bill waits for, or who stands in for them, approves it. */
async function approveNext(billId: string, version: number): Promise<unknown> {
  const { steps } = await readBill(people.admin, { billId });
  const waiting = steps.flatMap(({ approvers }) => approvers).find(({ status }) => status === "waiting");
  const next = Object.values(people).find(
    ({ userId }) => userId === (waiting?.standIn?.userId ?? waiting?.userId),
  );
  return next && approveBill(next, { billId, version });
}

async function beBack(userId: string): Promise<void> {
  const { absences } = await listAbsences(people.admin, {});
  const absence = absences.find((each) => each.userId === userId);
  if (absence) await removeAbsenceOf(people.admin, { absenceId: absence.id });
}

/** Does it, and tells the model what was done once it is. Throws where it is refused; the model then knows nothing of it. */
async function act(act: Action, billId: string, model: ApprovalModel): Promise<void> {
  const { version, state } = await rowOf(books, billId);
  switch (act.do) {
    case "submit":
      await (state === "rejected" ? resubmitBill : submitBill)(people[act.who], { billId });
      break;
    case "approve": {
      const bill = { billId, version: act.stale ? version - 1 : version };
      await (act.together
        ? approveBills(people[act.who], { bills: [bill] })
        : approveBill(people[act.who], { ...bill, override: act.override }));
      break;
    }
    case "approve next":
      await approveNext(billId, version);
      break;
    case "reject":
      await rejectBill(people[act.who], { billId, version, note: "No", override: act.override });
      break;
    case "edit":
      await edit(people[act.who], billId, act.restarts);
      if (act.restarts) model.authors.add(people[act.who].userId);
      break;
    case "unapprove":
      await unapproveBill(people[act.who], { billId, reason: "A mistake" });
      model.wasTakenBack();
      break;
    case "add":
      await addApprover(people[act.who], { billId, userId: people[act.whom].userId });
      model.added.add(people[act.whom].userId);
      break;
    case "route": {
      const { version: saved } = await readWorkflow(people.admin, {});
      const rules = [ruleOf(act.need, [act.first]), ruleOf(act.need, [act.first, act.second])];
      await saveApprovalWorkflow(people.admin, { version: saved, rules, applyToActive: act.isApplied });
      model.rules = rules.map(stepOf);
      if (act.isApplied) model.apply();
      break;
    }
    case "leave":
    case "return": {
      const { userId } = people[act.whom];
      await (act.do === "leave" ? deactivateMember : reactivateMember)(people.admin, { userId });
      model.personOf(userId).isActive = act.do === "return";
      if (act.do === "leave")
        for (const [absent, standIn] of model.absences) if (standIn === userId) model.absences.delete(absent);
      break;
    }
    case "be away": {
      const { today } = await listAbsences(people.admin, {});
      const [{ userId }, standIn] = [people[act.whom], people[act.standIn]];
      await enterAbsenceOf(people.admin, {
        ...{ userId, standInId: standIn.userId, firstDay: today, lastDay: "2990-01-01" },
      });
      model.absences.set(userId, standIn.userId);
      break;
    }
    case "be back":
      await beBack(people[act.whom].userId);
      model.absences.delete(people[act.whom].userId);
      break;
    case "limit": {
      const { userId, roles } = people[act.whom];
      const supervisorId = act.above ? people[act.above].userId : null;
      await changeMember(people.admin, {
        ...{ userId, roles: [...roles], approvalLimit: act.limit, supervisorId },
      });
      model.personOf(userId).limit = act.limit || null;
      break;
    }
    case "set": {
      const settings = await readApprovalSettings(people.admin, {});
      await changeApprovalSettings(people.admin, {
        ...{ ...settings, mayApproveOwnBills: act.own, adminsMayOverrideWorkflow: act.override },
      });
      model.mayApproveOwnBills = act.own;
    }
  }
}

const stepOf = ({ steps: [step] }: ReturnType<typeof ruleOf>): ModelStep => ({
  ...{ need: step?.need ?? "all", userIds: step?.approverIds ?? [] },
});

const ruleOf = (need: "any" | "all", names: Name[]) => ({
  ...{ name: names.join(" and "), when: {}, effect: "add" as const },
  steps: [
    {
      approverIds: [...new Set(names)].map((name) => people[name].userId),
      ...{ groupIds: [], need, parallel: false },
    },
  ],
});

/** Everybody is there without a limit, and the rules are those that every story begins with. */
async function begin(enteredBy: Name, mayApproveOwnBills: boolean): Promise<[string, ApprovalModel]> {
  const { db, orgId } = books;
  const rules = [ruleOf("all", ["ann"]), ruleOf("any", ["bob", "olga"])];
  await db.execute(sql`delete from absences`);
  await db.execute(sql`update memberships set is_active = true, approval_limit = null, supervisor_id = null`);
  await db.transaction(async (tx) => {
    await saveSettings(tx, orgId, { mayApproveOwnBills, adminsMayOverrideWorkflow: true });
    await saveWorkflow(tx, orgId, rules);
  });
  const entered = billOf(books);
  const { billId } = await saveBill(people[enteredBy], entered);
  const everybody = Object.entries(people).map(([name, { userId }]) => {
    const mayApprove = name !== "clerk";
    return [userId, { isActive: true, isAdmin: name === "admin", mayApprove, limit: null }] as const;
  });
  const model = new ApprovalModel(db, {
    ...{ billId, amount: entered.amount, enteredBy: people[enteredBy].userId, people: new Map(everybody) },
  });
  model.rules = rules.map(stepOf);
  model.mayApproveOwnBills = mayApproveOwnBills;
  return [billId, model];
}

test("whatever people do, in whatever order, a bill is approved with every signature it needs or not at all", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { minLength: 8, maxLength: 24 }),
      editor,
      fc.boolean(),
      async (actions, enteredBy, mayApproveOwnBills) => {
        const [billId, model] = await begin(enteredBy, mayApproveOwnBills);
        for (const each of [{ do: "submit", who: enteredBy } as const, ...actions]) {
          try {
            await act(each, billId, model);
          } catch (error) {
            // Refused, for a reason that a person is told: whatever else it is fails the story.
            if (!(error instanceof AppError)) throw error;
          }
          expect(await model.check(), JSON.stringify(each)).toEqual([]);
        }
        expect(await impossibleIn(books.db, billId, DEFAULT_SETTINGS.restartsApproval)).toEqual([]);
      },
    ),
    { numRuns: STORIES, seed: seedOr(isSoak() ? Date.now() % 2 ** 31 : 5) },
  );
  expect(await brokenChains(books.db)).toEqual([]);
  // The stories come far enough to mean something.
  const { rows } = await books.db.execute<{ what: string }>(sql`
    select name as what from audit_events union select 'signed for another' from bill_signatures where for_user_id is not null`);
  const told = rows.map(({ what }) => what);
  for (const what of [
    ...["bill.approved", "bill.unapproved", "bill.rerouted", "bill.approver-added", "bill.revised"],
    ...["absence.entered", "member.changed", "organisation.changed", "signed for another"],
  ])
    expect(told).toContain(what);
}, 600_000);
