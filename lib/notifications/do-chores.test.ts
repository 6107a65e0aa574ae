import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { chores, connections, organisations } from "@/db/schema";
import { approveNow, askInTurn, type Books, openBooks, submittedBill } from "@/lib/testing/bills";
import { type MailServer, startMailServer } from "@/lib/testing/mail-server";
import { useSettings } from "@/lib/testing/settings";
import { doChores } from "./do-chores";
import { listNotifications } from "./notification-views";
import { setMailMode } from "./set-mail-mode";
import { mailRound, tellRound } from "./tick";

let books: Books;
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
});
useSettings(() => ({
  ...{ SMTP_URL: server.url, NEXTAUTH_URL: "https://bills.example.com" },
  // What is read here is read today, years before the mornings of these tests.
  NOTIFICATION_DAYS: 36_500,
}));
afterAll(() => server.close());
beforeEach(async () => {
  if (books) await books.database.close();
  books = await openBooks();
  server.mails.length = 0;
  await books.db.update(organisations).set({ settings: { timeZone: "Asia/Tokyo", reminderDays: 3 } });
  await askInTurn(books, books.ann);
});
afterAll(() => books.database.close());

/** A morning of a day far ahead, in UTC: 22:00 of the day before is 7:00 in Tokyo. */
const DAY = Date.UTC(2040, 0, 10, 22);
const at = (days: number, minutes = 0) => new Date(DAY + days * 86_400_000 + minutes * 60_000);
const begin = () => doChores(books.db, at(-1, 60));
const unread = async (person = books.ann) =>
  (await listNotifications(person, { show: "unread" })).notifications.map(({ kind, words }) => [kind, words]);
/** Everything that was told until now was told then. */
const toldAt = (when: Date) =>
  books.db.execute(sql`update notifications set created_at = ${when.toISOString()}`);
const send = () => mailRound(books.db, () => false);

test("a digest goes out once, at seven in the organisation's time zone, with all that is unread", async () => {
  const { ann, db } = books;
  await begin();
  await setMailMode(ann, { mail: "digest" });
  const [read, ...waiting] = [
    await submittedBill(books),
    await submittedBill(books),
    await submittedBill(books),
  ];
  await tellRound(db, new Date(), false);
  await approveNow(books, ann, read ?? "");
  await tellRound(db, new Date(), false);
  await toldAt(at(-1));
  await send();
  expect(server.to(ann.email)).toEqual([]);

  await doChores(db, at(0, -1));
  await send();
  expect(server.to(ann.email)).toEqual([]);
  await Promise.all([doChores(db, at(0, 1)), doChores(db, at(0, 1)), doChores(db, at(0, 2))]);
  await Promise.all([send(), send()]);
  expect(server.to(ann.email).map(({ subject }) => subject)).toEqual([
    "Northwind Builders: waiting for you 2",
  ]);
  const [digest] = server.to(ann.email);
  for (const billId of waiting) expect(digest?.text).toContain(`https://bills.example.com/bills/${billId}`);
  expect(digest?.text).not.toContain(read);

  await doChores(db, at(1, 1));
  await send();
  expect(server.to(ann.email)).toHaveLength(1);
});

test("a bill that waits is reminded of once each period, and listed as unread once", async () => {
  const { ann, db } = books;
  await begin();
  const billId = await submittedBill(books);
  await tellRound(db, new Date(), false);
  await toldAt(at(-1, 300));
  for (const day of [0, 1]) await doChores(db, at(day, 1));
  expect((await unread()).map(([kind]) => kind)).toEqual(["waits"]);
  await Promise.all([doChores(db, at(2, 1)), doChores(db, at(2, 1))]);
  expect(await unread()).toEqual([["reminder", expect.stringContaining("has waited for you for 3 days")]]);
  for (const day of [3, 4]) await doChores(db, at(day, 1));
  expect((await listNotifications(ann, {})).total).toBe(2);
  await doChores(db, at(5, 1));
  expect(await unread()).toEqual([["reminder", expect.stringContaining("has waited for you for 6 days")]]);
  await approveNow(books, ann, billId);
  await tellRound(db, new Date(), false);
  expect(await unread()).toEqual([]);
  await doChores(db, at(9, 1));
  expect((await listNotifications(ann, {})).total).toBe(3);
});

test("nobody is reminded where reminders are off", async () => {
  const { db } = books;
  await db.update(organisations).set({ settings: { timeZone: "Asia/Tokyo", reminderDays: 0 } });
  await begin();
  await submittedBill(books);
  await tellRound(db, new Date(), false);
  await toldAt(at(-100));
  await doChores(db, at(0, 1));
  expect((await unread()).map(([kind]) => kind)).toEqual(["waits"]);
});

test("a silent Web Connector is told of once a silence, to Accounting, and is over with its next call", async () => {
  const { admin, accountant, clerk, ann, db, orgId } = books;
  const calls = (when: Date) => db.update(connections).set({ lastContactAt: when, firstContactAt: when });
  const round = async (when: Date) => {
    await Promise.all([tellRound(db, when, true), tellRound(db, when, true)]);
    await send();
  };
  await calls(at(0));
  await round(at(0, 60));
  expect(await unread(admin)).toEqual([]);
  for (const minutes of [1_440, 1_442, 1_500]) await round(at(0, minutes));
  for (const person of [admin, accountant]) {
    expect(await unread(person)).toEqual([["silent", expect.stringContaining("has gone silent")]]);
    expect(server.to(person.email)).toHaveLength(1);
  }
  for (const person of [clerk, ann]) expect(await unread(person)).toEqual([]);
  await calls(at(1, 70));
  await round(at(1, 75));
  expect(await unread(admin)).toEqual([]);
  await round(at(2, 75));
  expect(await unread(admin)).toHaveLength(1);
  const { rows } = await db.execute(
    sql`select 1 from audit_events where org_id = ${orgId} and name = 'connection.silent'`,
  );
  expect(rows).toHaveLength(2);
  expect((await db.select().from(chores)).map(({ name }) => name)).toContain("watch");
});
