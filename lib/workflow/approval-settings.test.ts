import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { organisations } from "@/db/schema";
import { readBill } from "@/lib/bills/bill-views";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { listAbsences } from "@/lib/orgs/absence-views";
import { approveNow, askInTurn, billOf } from "@/lib/testing/bills";
import { useBooks } from "@/lib/testing/use-books";
import { changeApprovalSettings, readApprovalSettings } from "./approval-settings";

const books = useBooks();

test("what is changed is told in words, and nothing else is touched", async () => {
  await books.db.update(organisations).set({ settings: { syncHistoryDays: 365 } });
  const before = await readApprovalSettings(books.admin, {});
  expect(before).toMatchObject({ adminsMayOverrideWorkflow: true, mayApproveOwnBills: true });
  await changeApprovalSettings(books.admin, {
    ...before,
    ...{ adminsMayOverrideWorkflow: false, reminderDays: 0, timeZone: "Pacific/Honolulu" },
    restartsApproval: { ...before.restartsApproval, memo: true, dates: false },
  });
  const events = await books.db.query.auditEvents.findMany({
    where: (event, { eq }) => eq(event.name, "organisation.changed"),
  });
  expect(events.map(({ data }) => data)).toEqual([
    {
      changes: [
        { field: "Admins may override the workflow", from: "Yes", to: "No" },
        { field: "Other dates or terms start approval again", from: "Yes", to: "No" },
        { field: "Another memo or description starts approval again", from: "No", to: "Yes" },
        { field: "Reminder", from: "After 3 days", to: "Never" },
        { field: "Time zone", from: "America/New_York", to: "Pacific/Honolulu" },
      ],
    },
  ]);
  const [row] = await books.db.select({ settings: organisations.settings }).from(organisations);
  expect(row?.settings).toMatchObject({ syncHistoryDays: 365, reminderDays: 0 });
  // The same again is no change, and no event.
  await changeApprovalSettings(books.admin, await readApprovalSettings(books.admin, {}));
  expect(
    await books.db.query.auditEvents.findMany({
      where: (event, { eq }) => eq(event.name, "organisation.changed"),
    }),
  ).toHaveLength(1);
});

test("every zone that the page offers is one that the database counts days by", async () => {
  const settings = await readApprovalSettings(books.admin, {});
  for (const timeZone of ["Mars/Olympus", "", "America/New_York'; drop table bills"]) {
    await expect(changeApprovalSettings(books.admin, { ...settings, timeZone })).rejects.toMatchObject({
      fields: [{ path: "timeZone" }],
    });
  }
  const { rows } = await books.db.execute<{ name: string }>(sql`select name from pg_timezone_names`);
  const known = new Set(rows.map(({ name }) => name));
  expect(Intl.supportedValuesOf("timeZone").filter((name) => !known.has(name))).toEqual([]);
  await changeApprovalSettings(books.admin, { ...settings, timeZone: "Asia/Tokyo" });
  expect((await listAbsences(books.admin, {})).today).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test("once nobody approves what they entered, bills that ask whoever entered them go to others", async () => {
  await askInTurn(books, books.accountant);
  const { billId } = await saveBill(books.accountant, billOf(books));
  await submitBill(books.accountant, { billId });
  const settings = await readApprovalSettings(books.admin, {});
  await changeApprovalSettings(books.admin, { ...settings, mayApproveOwnBills: false });
  await expect(approveNow(books, books.accountant, billId)).rejects.toMatchObject({ code: "own-bill" });
  const { steps, timeline } = await readBill(books.admin, { billId });
  expect(steps.map(({ approvers }) => approvers.map(({ name }) => name))).toEqual([["Alice Admin"]]);
  expect(timeline[0]?.sentence).toBe("The bill goes to Alice Admin: the approval settings were changed");
});
