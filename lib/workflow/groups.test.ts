import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readBill } from "@/lib/bills/bill-views";
import { saveWorkflow } from "@/lib/orgs/workflow-store";
import { submittedBill } from "@/lib/testing/bills";
import { useBooks } from "@/lib/testing/use-books";
import { changeGroup, createGroup, deleteGroup, listGroups } from "./groups";

const books = useBooks();

const office = async () => (await listGroups(books.accountant, {})).find(({ name }) => name === "Office");

test("a group is made, asked, changed, and deleted when no rule names it", async () => {
  const { ann, bob, admin, accountant } = books;
  const { groupId } = await createGroup(admin, { name: " Office ", memberIds: [ann.userId, ann.userId] });
  expect(await office()).toEqual({
    ...{ id: groupId, name: "Office", rules: [] },
    members: [{ userId: ann.userId, name: "Ann Approver", note: null }],
  });
  await books.db.transaction((tx) =>
    saveWorkflow(tx, books.orgId, [
      {
        ...{ name: "Every bill", when: {}, effect: "add" },
        steps: [{ approverIds: [], groupIds: [groupId], need: "any" }],
      },
    ]),
  );
  const billId = await submittedBill(books);
  const asked = async () =>
    (await readBill(admin, { billId })).steps.map(({ approvers }) => approvers.map(({ name }) => name));
  expect(await asked()).toEqual([["Ann Approver"]]);

  const memberIds = [bob.userId, accountant.userId];
  expect(await changeGroup(admin, { groupId, name: "Office", memberIds })).toEqual({
    rerouted: 0,
    approved: 0,
  });
  expect(await asked()).toEqual([["Ann Approver"]]);
  expect(await changeGroup(admin, { groupId, name: "Back office", memberIds, applyToActive: true })).toEqual({
    rerouted: 1,
    approved: 0,
  });
  expect(await asked()).toEqual([["Amy Accounting", "Bob Approver"]]);

  await expect(deleteGroup(admin, { groupId })).rejects.toMatchObject({
    code: "group-in-use",
    message: expect.stringContaining("the rule “Every bill”"),
  });
  await books.db.transaction((tx) => saveWorkflow(tx, books.orgId, []));
  await deleteGroup(admin, { groupId });
  expect(await listGroups(admin, {})).toEqual([]);

  const { rows } = await books.db.execute<{ name: string; data: unknown }>(
    sql`select name, data from audit_events where org_id = ${books.orgId} and name like 'group.%' order by id`,
  );
  expect(rows).toEqual([
    { name: "group.created", data: { name: "Office", members: ["Ann Approver"] } },
    {
      name: "group.changed",
      data: {
        name: "Office",
        changes: [{ field: "Members", from: "Ann Approver", to: "Amy Accounting, Bob Approver" }],
      },
    },
    {
      name: "group.changed",
      data: { name: "Office", changes: [{ field: "Name", from: "Office", to: "Back office" }] },
    },
    { name: "group.deleted", data: { name: "Back office" } },
  ]);
});

test("a group needs a name of its own and people who may approve", async () => {
  const { admin, ann, clerk } = books;
  await createGroup(admin, { name: "Site", memberIds: [ann.userId] });
  await expect(createGroup(admin, { name: "SITE", memberIds: [ann.userId] })).rejects.toMatchObject({
    code: "name-taken",
    fields: [{ path: "name" }],
  });
  await expect(createGroup(admin, { name: "Desk", memberIds: [] })).rejects.toMatchObject({
    fields: [{ path: "memberIds" }],
  });
  await expect(createGroup(admin, { name: "Desk", memberIds: [clerk.userId] })).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "memberIds", message: "Carl Clerk may not approve bills." }],
  });
});
