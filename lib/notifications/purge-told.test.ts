import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { mails, notifications } from "@/db/schema";
import { askInTurn, submittedBill } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useSettings } from "@/lib/testing/settings";
import { useBooks } from "@/lib/testing/use-books";
import { doChores } from "./do-chores";
import { purgeTold } from "./purge-told";

const books = useBooks();
useSettings(() => ({ NOTIFICATION_DAYS: 30 }));
beforeEach(async () => {
  await books.db.delete(notifications);
  await books.db.delete(mails);
});

const NOW = new Date("2040-01-11T12:00:00Z");
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const left = async () => (await books.db.select().from(notifications)).map(({ cause }) => cause).sort();
const mailsLeft = async () => (await books.db.select().from(mails)).map(({ cause }) => cause).sort();

type NewNotification = Partial<typeof notifications.$inferInsert> & { cause: string };

const told = (...rows: NewNotification[]) =>
  books.db.insert(notifications).values(
    rows.map((row) => ({
      ...{ orgId: books.orgId, userId: books.ann.userId, kind: "mentioned", data: {} },
      ...{ createdAt: daysAgo(400), ...row },
    })),
  );

test("what was read so long ago goes, not what was read since, nor what is unread however old", async () => {
  const orgId = await createOrganisation(books.db, "Other books");
  const { userId } = await createPerson(books.db, orgId, { name: "Olga Other" });
  await told(
    { cause: "read long ago", readAt: daysAgo(31) },
    { cause: "read of late", readAt: daysAgo(29) },
    { cause: "unread" },
    { cause: "another organisation's", orgId, userId, readAt: daysAgo(31) },
  );
  expect(await purgeTold(books.db, books.orgId, NOW)).toBe(1);
  expect(await left()).toEqual(["another organisation's", "read of late", "unread"]);
});

test("what was read of a bill that still waits stays: whoever it waits for has been told", async () => {
  await askInTurn(books, books.ann);
  const billId = await submittedBill(books);
  await told(
    { cause: "waits", kind: "waits", billId, readAt: daysAgo(31) },
    { cause: "waited", kind: "waits", billId, readAt: daysAgo(31), overAt: daysAgo(31) },
  );
  await purgeTold(books.db, books.orgId, NOW);
  expect(await left()).toEqual(["waits"]);
});

test("mail that has gone or failed goes too, also that of no organisation; mail on its way stays", async () => {
  const mail = (cause: string, change: Partial<typeof mails.$inferInsert> = {}) => ({
    ...{ orgId: books.orgId, cause, recipient: "ann@example.com", subject: "A bill" },
    ...{ state: "sent" as const, createdAt: daysAgo(31), ...change },
  });
  await books.db
    .insert(mails)
    .values([
      mail("sent"),
      mail("failed", { state: "failed" }),
      mail("of none", { orgId: null }),
      mail("on its way", { state: "waiting" }),
      mail("young", { createdAt: daysAgo(29) }),
    ]);
  await purgeTold(books.db, books.orgId, NOW);
  expect(await mailsLeft()).toEqual(["on its way", "young"]);
});

test("it is done in the morning, all of it, however much there is", async () => {
  await doChores(books.db, daysAgo(1));
  await books.db.execute(sql`
    insert into notifications (org_id, user_id, kind, cause, data, read_at)
    select ${books.orgId}, ${books.ann.userId}, 'mentioned', n, '{}', ${daysAgo(31).toISOString()}
    from generate_series(1, 5001) n`);
  await told({ cause: "unread" });
  await doChores(books.db, daysAgo(1));
  const mentions = () => books.db.$count(notifications, sql`kind = 'mentioned'`);
  expect(await mentions()).toBe(5002);
  await doChores(books.db, NOW);
  expect(await mentions()).toBe(1);
});
