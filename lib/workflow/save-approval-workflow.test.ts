import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { readBill } from "@/lib/bills/bill-views";
import { saveBill } from "@/lib/bills/save-bill";
import { approveNow, askInTurn, billOf, editBill, rowOf, submittedBill } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { deactivateMember } from "@/lib/workflow/deactivate-member";
import { createGroup } from "./groups";
import { previewApply } from "./preview-apply";
import { previewRoute } from "./preview-route";
import { saveApprovalWorkflow } from "./save-approval-workflow";
import { findTrialBills, readWorkflow } from "./workflow-views";

const books = useBooks();
beforeEach(async () => {
  await books.db.execute(sql`update organisations set settings = '{}'`);
  await askInTurn(books, books.ann);
});

type Rule = Parameters<typeof saveApprovalWorkflow>[1]["rules"][number];

const rule = (name: string, people: Actor[], change: Partial<Rule> = {}): Rule => ({
  ...{ name, when: {}, effect: "add" },
  steps: [{ approverIds: people.map(({ userId }) => userId), need: "all" }],
  ...change,
});
const versionNow = async () => (await readWorkflow(books.admin, {})).version;
const save = async (rules: Rule[], applyToActive = false) =>
  saveApprovalWorkflow(books.admin, { version: await versionNow(), rules, applyToActive });

async function lastChanges(): Promise<unknown> {
  const { rows } = await books.db.execute<{ data: { changes: unknown } }>(
    sql`select data from audit_events where org_id = ${books.orgId} and name = 'workflow.changed' order by id desc limit 1`,
  );
  return rows[0]?.data.changes;
}
const approversOf = async (billId: string) =>
  (await readBill(books.admin, { billId })).steps.map(({ approvers }) => approvers.map(({ name }) => name));

test("of two Admins who change the same version, the second is told, and nothing is lost", async () => {
  const version = await versionNow();
  const other = await createPerson(books.db, books.orgId, { name: "Olga Admin", roles: ["admin"] });
  const outcomes = await Promise.allSettled([
    saveApprovalWorkflow(books.admin, { version, rules: [rule("Mine", [books.ann])] }),
    saveApprovalWorkflow(other, { version, rules: [rule("Mine", [books.bob])] }),
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "conflict" },
  });
  expect(await readWorkflow(books.admin, {})).toMatchObject({ version: version + 1 });
});

test("the record tells rule by rule what was changed", async () => {
  await save([
    rule("Every bill", [books.ann]),
    rule("Large", [books.bob], { when: { totalAtLeast: "2,500" } }),
  ]);
  expect(await lastChanges()).toEqual([
    { field: "Rule “Large”", from: "", to: "Bills of $2,500 and more: then Bob Approver" },
  ]);
  await save([
    rule("From 2,500", [books.bob], { when: { totalAtLeast: "2500.00" } }),
    rule("Every bill", [books.ann, books.bob]),
  ]);
  expect(await lastChanges()).toEqual([
    { field: "Name of a rule", from: "Large", to: "From 2,500" },
    {
      field: "Rule “Every bill”",
      from: "Every bill: Ann Approver",
      to: "Every bill: then Ann Approver and Bob Approver",
    },
  ]);
  await save([rule("Every bill", [books.ann, books.bob])]);
  await save([rule("Every bill", [books.ann, books.bob]), rule("Last", [books.bob])]);
  await save([rule("Last", [books.bob]), rule("Every bill", [books.ann, books.bob])]);
  expect(await lastChanges()).toEqual([
    { field: "Order of the rules", from: "Every bill, Last", to: "Last, Every bill" },
  ]);
  const version = await versionNow();
  expect(await save([rule("Last", [books.bob]), rule("Every bill", [books.ann, books.bob])])).toEqual({
    ...{ version, rerouted: 0, approved: 0 },
  });
});

test.each<[string, () => Rule[], string, RegExp]>([
  ["a rule without a name", () => [rule(" ", [books.ann])], "rules.0.name", /name/],
  [
    "two rules of one name",
    () => [rule("Twice", [books.ann]), rule("twice", [books.bob])],
    "rules.1.name",
    /Another rule/,
  ],
  ["a rule without a step", () => [rule("Empty", [], { steps: [] })], "rules.0.steps", /Add a step/],
  ["a step without anybody", () => [rule("Empty", [])], "rules.0.steps.0", /at least one/],
  [
    "a total that no bill can have",
    () => [rule("No bill", [books.ann], { when: { totalAtLeast: "500", totalBelow: "500.00" } })],
    "rules.0.when.totalBelow",
    /more than/,
  ],
  [
    "a total that is no amount",
    () => [rule("Lots", [books.ann], { when: { totalAtLeast: "lots" } })],
    "rules.0.when.totalAtLeast",
    /amount/,
  ],
  [
    "a condition that names nothing",
    () => [rule("Open", [books.ann], { when: { vendorIds: [] } })],
    "rules.0.when.vendorIds",
    /Choose a vendor/,
  ],
  [
    "somebody who may not approve",
    () => [rule("Clerk", [books.ann]), rule("Clerks", [books.clerk])],
    "rules.1.steps.0",
    /Carl Clerk may not approve/,
  ],
])("%s is refused, with the field", async (_what, rules, path, message) => {
  await expect(save(rules())).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path, message: expect.stringMatching(message) }],
  });
});

test("what another organisation owns is not found, whatever it is", async () => {
  const elsewhere = await createOrganisation(books.db, "Elsewhere");
  const stranger = await createPerson(books.db, elsewhere, { name: "Stella", roles: ["approver"] });
  await expect(save([rule("Hers", [stranger])])).rejects.toMatchObject({ code: "not-found" });
  const when = { vendorIds: [books.ledger.accountId] };
  await expect(save([rule("No vendor", [books.ann], { when })])).rejects.toMatchObject({ code: "not-found" });
});

test("applying keeps the signatures that still count, and approves and queues what has all it needs", async () => {
  await askInTurn(books, books.ann, books.bob);
  const half = await submittedBill(books);
  const fresh = await submittedBill(books);
  await approveNow(books, books.ann, half);
  const rules = [
    rule("Every bill", [books.ann]),
    rule("Small", [books.accountant], { when: { totalBelow: "10" } }),
  ];

  expect(await previewApply(books.accountant, { rules })).toMatchObject({
    ...{ changed: 2, approved: 1, nobody: 0 },
    examples: [
      { billId: half, outcome: "approved", approvers: ["Ann Approver"] },
      { billId: fresh, outcome: "asked", approvers: ["Ann Approver"] },
    ],
  });
  expect(await rowOf(books, half)).toMatchObject({ state: "in_approval", job: null });

  expect(await save(rules, true)).toMatchObject({ rerouted: 2, approved: 1 });
  expect(await rowOf(books, half)).toMatchObject({ state: "approved", job: "waiting", round: 1 });
  expect(await rowOf(books, fresh)).toMatchObject({ state: "in_approval", job: null });
  expect(await approversOf(fresh)).toEqual([["Ann Approver"]]);
});

test("without applying, bills in approval keep their approvers", async () => {
  const billId = await submittedBill(books);
  await save([rule("Every bill", [books.bob])]);
  expect(await approversOf(billId)).toEqual([["Ann Approver"]]);
  expect(await approversOf(await submittedBill(books))).toEqual([["Bob Approver"]]);
});

test("an edit brings rules that were not applied to a bill only where they look at what it changed", async () => {
  await books.db.execute(
    sql`update organisations set settings = ${JSON.stringify({ restartsApproval: { coding: false, memo: false } })}::jsonb`,
  );
  await askInTurn(books, books.ann, books.bob);
  const billId = await submittedBill(books);
  await approveNow(books, books.ann, billId);
  // Ann alone is enough for bills to come, and whoever knows the site is asked about what is for it.
  const when = { customerIds: [books.ledger.customerId], accountIds: [books.ledger.accountId] };
  await save([rule("Every bill", [books.ann]), rule("Site", [books.admin], { when })]);
  await editBill(books, books.clerk, billId, () => ({ memo: "A slip of the pen, mended" }));
  expect(await approversOf(billId)).toEqual([["Ann Approver"], ["Bob Approver"]]);
  expect(await rowOf(books, billId)).toMatchObject({ state: "in_approval", round: 1 });
  // Off the site.
  await editBill(books, books.clerk, billId, ({ lines }) => ({
    lines: lines.map((line) => ({ ...line, customerId: null, billable: false })),
  }));
  expect(await rowOf(books, billId)).toMatchObject({ state: "approved", round: 1 });
});

test("a preview says who would be asked in which stage and why, and which condition a rule fails", async () => {
  const { groupId } = await createGroup(books.admin, {
    ...{ name: "Office", memberIds: [books.bob.userId, books.accountant.userId] },
  });
  const rules: Rule[] = [
    rule("Every bill", [books.ann]),
    rule("Lumber", [], {
      ...{ when: { vendorIds: [books.ledger.vendorId], totalAtLeast: "100" }, effect: "replace" },
      steps: [
        { approverIds: [books.ann.userId], need: "all" },
        { approverIds: [], groupIds: [groupId], need: "any", parallel: true },
      ],
    }),
    rule("Large", [books.admin], { when: { totalAtLeast: "5,000", enteredBy: [books.ann.userId] } }),
  ];
  const { billId } = await saveBill(books.clerk, billOf(books));
  expect(await previewRoute(books.accountant, { rules, billId })).toEqual({
    bill: expect.objectContaining({ vendor: "Cascade Lumber", amount: "150.00" }),
    rules: [
      { name: "Every bill", fits: true, unmet: [], isReplaced: true },
      { name: "Lumber", fits: true, unmet: [], isReplaced: false },
      { name: "Large", fits: false, unmet: ["totalAtLeast", "enteredBy"], isReplaced: false },
    ],
    stages: [
      [
        { need: "all", approvers: [{ name: "Ann Approver", reason: "Lumber" }] },
        {
          need: "any",
          approvers: expect.arrayContaining([{ name: "Bob Approver", reason: "Lumber" }]),
        },
      ],
    ],
  });
  const facts = { amount: "$6,000", enteredBy: books.ann.userId };
  const { bill, stages } = await previewRoute(books.admin, { rules, facts });
  expect(bill).toBeNull();
  expect(stages.map(([step]) => step?.approvers[0])).toEqual([
    { name: "Ann Approver", reason: "Every bill" },
    { name: "Alice Admin", reason: "Large" },
  ]);
  await expect(previewRoute(books.admin, { rules })).rejects.toMatchObject({ code: "invalid" });
  expect((await findTrialBills(books.accountant, { text: "cascade" })).map(({ id }) => id)).toContain(billId);
});

test("whoever was named and is gone is marked, and may stay until somebody takes them out", async () => {
  const gone = await createPerson(books.db, books.orgId, { name: "Gus Gone", roles: ["approver"] });
  const when = { classIds: [books.ledger.classId] };
  await save([rule("Every bill", [books.ann, gone], { when })]);
  await deactivateMember(books.admin, { userId: gone.userId });
  await books.db.execute(sql`update classes set is_active = false where id = ${books.ledger.classId}`);
  const view = await readWorkflow(books.accountant, {});
  expect(view.entries[gone.userId]).toMatchObject({ name: "Gus Gone", gone: "deactivated" });
  expect(view.entries[books.ledger.classId]).toMatchObject({
    name: "Commercial",
    gone: "inactive in QuickBooks",
  });
  expect(view.people.map(({ name }) => name)).not.toContain("Gus Gone");

  await save([rule("Every bill", [books.ann, gone])]);
  await save([rule("Every bill", [books.ann])]);
  await expect(save([rule("Every bill", [books.ann, gone])])).rejects.toMatchObject({
    fields: [{ path: "rules.0.steps.0", message: expect.stringContaining("deactivated") }],
  });
});
