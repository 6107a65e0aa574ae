import { expect, test } from "vitest";
import { record } from "@/lib/audit/record";
import { enterAbsence } from "@/lib/orgs/enter-absence";
import { submittedBill } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { CHANGES_PAGE, listSettingsChanges } from "./list-settings-changes";

const books = useBooks();

const renamed = (number: number) => ({
  ...{ orgId: books.orgId, subject: books.orgId, actorId: books.admin.userId, actorName: books.admin.name },
  ...{ at: new Date(), name: "group.deleted" as const, data: { name: `Group ${number}` } },
});

test("the settings' changes in words, the newest first, page by page and of one kind", async () => {
  await submittedBill(books);
  await books.db.transaction((tx) =>
    record(
      tx,
      Array.from({ length: CHANGES_PAGE }, (_, index) => renamed(index + 1)),
    ),
  );
  await enterAbsence(books.ann, {
    standInId: books.bob.userId,
    firstDay: "2998-01-01",
    lastDay: "2998-01-31",
  });
  const first = await listSettingsChanges(books.viewer, {});
  expect(first.total).toBe(CHANGES_PAGE + 1);
  expect(first.changes).toHaveLength(CHANGES_PAGE);
  expect(first.changes.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
    "Ann Approver entered that Bob Approver stands in for Ann Approver from 2998-01-01 to 2998-01-31",
    `Alice Admin deleted the group Group ${CHANGES_PAGE}`,
  ]);
  const second = await listSettingsChanges(books.viewer, { page: 2 });
  expect(second.changes.map(({ sentence }) => sentence)).toEqual(["Alice Admin deleted the group Group 1"]);
  expect(await listSettingsChanges(books.viewer, { area: "absence" })).toMatchObject({
    ...{ total: 1, changes: [{ name: "absence.entered" }] },
  });
});

test("are for those who may take the record out, and each organisation has its own", async () => {
  await expect(listSettingsChanges(books.clerk, {})).rejects.toMatchObject({ code: "forbidden" });
  const orgId = await createOrganisation(books.db, "Other books");
  const admin = await createPerson(books.db, orgId, { name: "Other Admin", roles: ["admin"] });
  expect(await listSettingsChanges(admin, {})).toEqual({ changes: [], total: 0 });
});
