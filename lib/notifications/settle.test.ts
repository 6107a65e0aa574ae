import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { absences, organisations } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { addDays } from "@/lib/core/dates";
import { enterAbsence } from "@/lib/orgs/enter-absence";
import { removeAbsenceOf } from "@/lib/orgs/remove-absence";
import { askInTurn, type Books, openBooks, submittedBill } from "@/lib/testing/bills";
import { type MailServer, startMailServer } from "@/lib/testing/mail-server";
import { createPerson } from "@/lib/testing/people";
import { useSettings } from "@/lib/testing/settings";
import { kindsTold } from "@/lib/testing/told-to";
import { saveApprovalWorkflow } from "@/lib/workflow/save-approval-workflow";
import { readWorkflow } from "@/lib/workflow/workflow-views";
import { doChores } from "./do-chores";
import { markBillRead } from "./mark-read";
import { setMailMode } from "./set-mail-mode";
import { tellEvents } from "./tell-events";
import { mailRound, tellRound } from "./tick";

let books: Books;
let server: MailServer;
let dora: Actor;

beforeAll(async () => {
  server = await startMailServer();
});
useSettings(() => ({ SMTP_URL: server.url, NEXTAUTH_URL: "https://bills.example.com" }));
afterAll(() => server.close());
beforeEach(async () => {
  if (books) await books.database.close();
  books = await openBooks();
  server.mails.length = 0;
  await books.db.update(organisations).set({ settings: { timeZone: "UTC" } });
  await askInTurn(books, books.ann);
  dora = await createPerson(books.db, books.orgId, { name: "Dora Deputy", roles: ["approver"] });
});
afterAll(() => books.database.close());

const TODAY = new Date().toISOString().slice(0, 10);
/** Seven in the morning of a day counted from today, and some minutes. */
const morning = (days: number) => new Date(`${addDays(TODAY, days)}T07:05:00Z`);
/** The morning in which an organisation is found for the first time: nobody is reminded. */
const begin = () => doChores(books.db, morning(-1));
const round = async () => {
  await tellRound(books.db, new Date(), false);
  await mailRound(books.db, () => false);
};
const told = (actor: Actor, billId: string) => kindsTold(books.db, actor, billId);
const subjectsTo = ({ email }: Actor) => server.to(email).map(({ subject }) => subject);

/** Ann is away from today on; her stand-in is Dora. */
async function goAway(): Promise<string> {
  await enterAbsence(books.ann, { standInId: dora.userId, firstDay: TODAY, lastDay: "2999-01-01" });
  const [absence] = await books.db.select().from(absences);
  return absence?.id ?? "";
}

/** The one rule of the workflow asks this person from now on, of the bills in approval too. */
async function askInstead({ userId }: Actor): Promise<void> {
  const { version } = await readWorkflow(books.admin, {});
  const steps = [{ approverIds: [userId], need: "all" as const }];
  await saveApprovalWorkflow(books.admin, {
    ...{ version, applyToActive: true },
    rules: [{ name: "Every bill", when: {}, effect: "add", steps }],
  });
}

test("who is away has nothing to do while the stand-in has, and the other way round once they are back", async () => {
  const { ann, admin } = books;
  const billId = await submittedBill(books);
  await round();
  const absenceId = await goAway();
  await round();
  expect(await told(ann, billId)).toEqual(["waits (read)"]);
  expect(await told(dora, billId)).toEqual(["waits"]);

  await removeAbsenceOf(admin, { absenceId });
  await round();
  expect(await told(dora, billId)).toEqual(["waits (read)"]);
  expect(await told(ann, billId)).toEqual(["waits (read)", "waits"]);
  expect(subjectsTo(ann)).toHaveLength(2);
  expect(subjectsTo(dora)).toHaveLength(1);
});

test("an absence that begins and ends by its days is noticed in the morning, before the digest", async () => {
  const { ann, db } = books;
  await begin();
  const billId = await submittedBill(books);
  await round();
  const absenceId = await goAway();
  // As if it had been entered long ago for these days: no event says that they have begun.
  await db.delete(absences);
  await tellEvents(db);
  for (const person of [ann, dora]) await setMailMode(person, { mail: "digest" });
  await db.insert(absences).values({
    ...{ id: absenceId, orgId: books.orgId, userId: ann.userId, standInId: dora.userId },
    ...{ firstDay: addDays(TODAY, -1), lastDay: addDays(TODAY, 1) },
  });
  await doChores(db, morning(1));
  await mailRound(db, () => false);
  expect(await told(ann, billId)).toEqual(["waits (read)"]);
  expect(await told(dora, billId)).toEqual(["waits"]);
  expect(subjectsTo(dora)).toEqual(["Northwind Builders: waiting for you 1"]);

  await db.update(absences).set({ lastDay: addDays(TODAY, -1) });
  await doChores(db, morning(2));
  await mailRound(db, () => false);
  expect(await told(dora, billId)).toEqual(["waits (read)"]);
  expect(await told(ann, billId)).toEqual(["waits (read)", "waits"]);
  expect(subjectsTo(dora)).toHaveLength(1);
  expect(subjectsTo(ann).at(-1)).toBe("Northwind Builders: waiting for you 1");
});

test("a bill that is routed away and comes back is told of anew, once, also to who had read of it", async () => {
  const { ann, bob, db } = books;
  const billId = await submittedBill(books);
  await round();
  await markBillRead(ann, { billId });
  await askInstead(bob);
  await round();
  expect(await told(bob, billId)).toEqual(["waits"]);

  await askInstead(ann);
  await Promise.all([tellEvents(db), tellEvents(db), tellEvents(db)]);
  await round();
  expect(await told(bob, billId)).toEqual(["waits (read)"]);
  expect(await told(ann, billId)).toEqual(["waits (read)", "waits"]);
  expect(subjectsTo(ann)).toHaveLength(2);
});

test("who has read that a bill waits is not told again while it waits on", async () => {
  const { ann, bob, admin } = books;
  const billId = await submittedBill(books);
  await round();
  await markBillRead(ann, { billId });
  await askInTurn(books, ann, bob);
  await enterAbsence(bob, { standInId: dora.userId, firstDay: TODAY, lastDay: "2999-01-01" });
  const { version } = await readWorkflow(admin, {});
  const steps = [ann, bob].map(({ userId }) => ({ approverIds: [userId], need: "all" as const }));
  await saveApprovalWorkflow(admin, {
    ...{ version, applyToActive: true },
    rules: [{ name: "Every bill, twice", when: {}, effect: "add", steps }],
  });
  await round();
  expect(await told(ann, billId)).toEqual(["waits (read)"]);
  expect(subjectsTo(ann)).toHaveLength(1);
});
