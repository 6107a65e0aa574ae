import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { eventHash } from "@/lib/audit/record";
import { rejectBill } from "@/lib/bills/give-verdict";
import { approveNow, askInTurn, rowOf, submittedBill } from "@/lib/testing/bills";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { tamper } from "@/lib/testing/tamper";
import { useBooks } from "@/lib/testing/use-books";
import { checkRecord } from "./check-record";
import { verifyRecord } from "./verify-record";

const books = useBooks();
let billId: string;
beforeAll(async () => {
  await askInTurn(books, books.ann, books.bob);
});
beforeEach(async () => {
  billId = await submittedBill(books);
  await approveNow(books, books.ann, billId);
  await approveNow(books, books.bob, billId);
});

const faults = async () =>
  (await verifyRecord(books.db)).broken.filter(({ subject }) => subject === billId).map(({ fault }) => fault);

test("an untouched record holds, a rejection included", async () => {
  const rejected = await submittedBill(books);
  const { version } = await rowOf(books, rejected);
  await rejectBill(books.ann, { billId: rejected, version, note: "Wrong job" });
  const { broken, events, chains, revisions, signatures } = await verifyRecord(books.db, books.orgId);
  expect(broken.filter(({ subject }) => subject === billId || subject === rejected)).toEqual([]);
  expect(events).toBeGreaterThan(chains);
  expect(revisions).toBeGreaterThanOrEqual(2);
  expect(signatures).toBeGreaterThanOrEqual(3);
});

describe("the first broken link is named when somebody", () => {
  test("changes the words of an event", async () => {
    await tamper(
      books.db,
      "audit_events",
      sql`update audit_events set data = jsonb_set(data, '{note}', '"Fine with me"')
        where subject = ${billId} and name = 'bill.signed' and seq = 3`,
    );
    expect(await faults()).toEqual([
      "event 3 (bill.signed) was changed: it has another hash",
      "the signature of Ann Approver in round 1 is not as event 3 (bill.signed) tells it: note",
    ]);
  });

  test("changes who signed", async () => {
    await tamper(
      books.db,
      "audit_events",
      sql`update audit_events set actor_name = 'Somebody Else' where subject = ${billId} and seq = 4`,
    );
    expect(await faults()).toEqual(["event 4 (bill.signed) was changed: it has another hash"]);
  });

  test("changes an event and makes its hash anew: the next one does not follow it", async () => {
    const { rows } = await books.db.execute<Parameters<typeof eventHash>[0]>(sql`
      select org_id as "orgId", subject, seq, name, actor_id as "actorId", actor_name as "actorName", data,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, previous_hash as "previousHash"
      from audit_events where subject = ${billId} and seq = 2`);
    const [event] = rows;
    if (!event) throw new Error("the bill has no second event");
    const hash = eventHash({ ...event, actorName: "Somebody Else" });
    await tamper(
      books.db,
      "audit_events",
      sql`update audit_events set actor_name = 'Somebody Else', hash = ${hash} where subject = ${billId} and seq = 2`,
    );
    expect(await faults()).toEqual(["event 3 (bill.signed) does not follow the event before it"]);
  });

  test("takes an event out of the middle", async () => {
    await tamper(
      books.db,
      "audit_events",
      sql`delete from audit_events where subject = ${billId} and seq = 2`,
    );
    expect((await faults()).sort()).toEqual([
      "event 3 (bill.signed) follows event 1: event 2 is missing",
      "no event names revision 1 with its hash",
    ]);
  });

  test("cuts the end off, with an approval in it", async () => {
    await tamper(
      books.db,
      "audit_events",
      sql`delete from audit_events where subject = ${billId} and seq >= 4`,
    );
    expect((await faults()).sort()).toEqual([
      "the bill is approved, and event 2 (bill.submitted) left it in approval",
      "the signature of Bob Approver in round 1 is not in its chain",
    ]);
  });

  test("takes the whole history away", async () => {
    await tamper(books.db, "audit_events", sql`delete from audit_events where subject = ${billId}`);
    expect(await faults()).toContain("the bill has no history at all");
  });

  test("changes what was signed", async () => {
    await tamper(
      books.db,
      "bill_revisions",
      sql`update bill_revisions set content = jsonb_set(content, '{amount}', '"1.00"') where bill_id = ${billId}`,
    );
    expect(await faults()).toEqual(["revision 1 was changed", "the bill is not as revision 1 says: Amount"]);
  });

  test("takes a signature away", async () => {
    await tamper(
      books.db,
      "bill_signatures",
      sql`delete from bill_signatures where bill_id = ${billId} and user_id = ${books.ann.userId}`,
    );
    expect(await faults()).toEqual(["event 3 (bill.signed) has no signature"]);
  });
});

test("an organisation checks its own record alone", async () => {
  await tamper(
    books.db,
    "audit_events",
    sql`update audit_events set actor_name = 'X' where subject = ${billId} and seq = 1`,
  );
  const orgId = await createOrganisation(books.db, "Other books");
  const admin = await createPerson(books.db, orgId, { name: "Other Admin", roles: ["admin"] });
  expect(await checkRecord(admin, {})).toMatchObject({ events: 0, broken: [] });
  const own = await checkRecord(books.admin, {});
  expect(own.broken.map(({ subject }) => subject)).toContain(billId);
});
