import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { absences, memberships } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { rejectBill } from "@/lib/bills/give-verdict";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { enterAbsence } from "@/lib/orgs/enter-absence";
import {
  approveNow,
  askInTurn,
  type Books,
  billOf,
  openBooks,
  rowOf,
  submittedBill,
} from "@/lib/testing/bills";
import { type MailServer, startMailServer } from "@/lib/testing/mail-server";
import { createPerson } from "@/lib/testing/people";
import { useSettings } from "@/lib/testing/settings";
import { kindsTold, toldTo } from "@/lib/testing/told-to";
import { setMailMode } from "./set-mail-mode";
import { tellEvents } from "./tell-events";
import { tick } from "./tick";

let books: Books;
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
  books = await openBooks();
});
useSettings(() => ({
  SMTP_URL: server.url,
  NEXTAUTH_URL: "https://bills.example.com",
  MAIL_FROM: "Countersign <bills@northwind.example>",
}));
afterAll(async () => {
  await books.database.close();
  await server.close();
});
beforeEach(async () => {
  const { db, ann, bob } = books;
  await round();
  server.mails.length = 0;
  await db.delete(absences);
  for (const { userId } of [ann, bob])
    await db.update(memberships).set({ mail: "at-once", isActive: true }).where(sql`user_id = ${userId}`);
  await askInTurn(books, ann, bob);
});

const round = () => tick(new Date());

async function reject(actor: Actor, billId: string, note: string) {
  const { version } = await rowOf(books, billId);
  await rejectBill(actor, { billId, version, note });
}

test("whoever a bill waits for gets one notification and one mail that says what it is about", async () => {
  const { ann, bob, clerk } = books;
  const billId = await submittedBill(books, { invoiceNumber: "INV-<7>" });
  await round();
  expect(await toldTo(books.db, ann, billId)).toMatchObject([
    { kind: "waits", isRead: false, told: { what: "Cascade Lumber, INV-<7>, $150.00", by: "Carl Clerk" } },
  ]);
  expect(await toldTo(books.db, bob, billId)).toEqual([]);
  expect(await toldTo(books.db, clerk, billId)).toEqual([]);
  expect(server.mails).toHaveLength(1);
  const [mail] = server.to(ann.email);
  expect(mail?.subject).toBe("Cascade Lumber, INV-<7>, $150.00 waits for your approval");
  expect(mail?.text).toContain(`https://bills.example.com/bills/${billId}`);
  expect(mail?.html).toContain(`href="https://bills.example.com/bills/${billId}"`);
  expect(mail?.html).not.toContain("INV-<7>");
  await round();
  expect(server.mails).toHaveLength(1);
});

test("the next approver is told when it is their turn, and the first one's notification is over", async () => {
  const { ann, bob } = books;
  const billId = await submittedBill(books);
  await round();
  await approveNow(books, ann, billId);
  await round();
  expect(await kindsTold(books.db, ann, billId)).toEqual(["waits (read)"]);
  expect(await kindsTold(books.db, bob, billId)).toEqual(["waits"]);
  expect(server.mails.map(({ to }) => to)).toEqual([ann.email, bob.email]);
});

test("a new round tells the same people again", async () => {
  const { ann, accountant } = books;
  await askInTurn(books, ann);
  const billId = await submittedBill(books);
  await approveNow(books, ann, billId);
  await round();
  expect(await toldTo(books.db, ann, billId)).toEqual([]);
  await unapproveBill(accountant, { billId, reason: "Wrong coding" });
  await submitBill(accountant, { billId });
  await round();
  expect(await kindsTold(books.db, ann, billId)).toEqual(["waits"]);
});

test("whoever entered a bill is told of its rejection with the note, and the approvers are not asked any more", async () => {
  const { ann, clerk } = books;
  const billId = await submittedBill(books);
  await round();
  await reject(ann, billId, "The hours are <wrong>.");
  await round();
  expect(await toldTo(books.db, clerk, billId)).toMatchObject([
    { kind: "rejected", told: { by: "Ann Approver", quote: "The hours are <wrong>." } },
  ]);
  expect(await kindsTold(books.db, ann, billId)).toEqual(["waits (read)"]);
  const [mail] = server.to(clerk.email);
  expect(mail?.text).toContain("The hours are <wrong>.");
  expect(mail?.html).toContain("The hours are &#60;wrong&#62;.");
});

test("the stand-in of somebody who is away is told instead of them, as soon as that is entered", async () => {
  const { ann, clerk, db, orgId } = books;
  const dora = await createPerson(db, orgId, { name: "Dora Deputy", roles: ["approver"] });
  const billId = await submittedBill(books);
  await round();
  expect(await kindsTold(books.db, ann, billId)).toEqual(["waits"]);
  const today = new Date().toISOString().slice(0, 10);
  await enterAbsence(ann, {
    standInId: dora.userId,
    firstDay: today,
    lastDay: "2999-01-01",
  });
  await db.update(absences).set({ firstDay: "2020-01-01" });
  await round();
  expect(await toldTo(books.db, dora, billId)).toMatchObject([
    { kind: "waits", told: { forName: "Ann Approver" } },
  ]);
  expect(server.to(dora.email)[0]?.subject).toContain("waits for you in the place of Ann Approver");
  expect(await kindsTold(books.db, clerk, billId)).toEqual([]);
});

test("people who have left are told nothing, and who wants no mail gets none", async () => {
  const { ann, db } = books;
  await setMailMode(ann, { mail: "none" });
  const seen = await submittedBill(books);
  await round();
  expect(await kindsTold(books.db, ann, seen)).toEqual(["waits"]);
  await db.update(memberships).set({ isActive: false }).where(sql`user_id = ${ann.userId}`);
  const unseen = await submittedBill(books);
  await round();
  expect(await toldTo(books.db, ann, unseen)).toEqual([]);
  expect(server.to(ann.email)).toEqual([]);
});

test("three servers that tell the same events tell each person once", async () => {
  const { ann, db } = books;
  const billIds = [await submittedBill(books), await submittedBill(books), await submittedBill(books)];
  await Promise.all([tellEvents(db), tellEvents(db), tellEvents(db)]);
  await Promise.all([round(), round(), round()]);
  for (const billId of billIds) expect(await kindsTold(books.db, ann, billId)).toEqual(["waits"]);
  expect(server.to(ann.email)).toHaveLength(3);
});

test("very many bills at one moment are one mail each", async () => {
  const { ann } = books;
  const bills = [];
  for (let at = 0; at < 12; at++) bills.push(await submittedBill(books));
  await round();
  const told = server.to(ann.email).map(({ text }) => /\/bills\/([0-9a-f-]{36})/.exec(text)?.[1]);
  expect(told.sort()).toEqual(bills.sort());
});

test("a bill that was approved before anybody could be told is told of to nobody", async () => {
  const { ann, bob } = books;
  const billId = await submittedBill(books);
  await approveNow(books, ann, billId);
  await approveNow(books, bob, billId);
  await round();
  expect([...(await toldTo(books.db, ann, billId)), ...(await toldTo(books.db, bob, billId))]).toEqual([]);
  expect(server.mails).toEqual([]);
});

test("who submits a bill that waits for themselves is not mailed about it", async () => {
  const { admin } = books;
  await askInTurn(books, admin);
  const { billId } = await saveBill(admin, billOf(books));
  await submitBill(admin, { billId });
  await round();
  expect(await kindsTold(books.db, admin, billId)).toEqual(["waits (read)"]);
  expect(server.mails).toEqual([]);
});
