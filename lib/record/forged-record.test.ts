import { type SQL, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { record } from "@/lib/audit/record";
import { rejectBill } from "@/lib/bills/give-verdict";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { canonicalJson } from "@/lib/core/canonical";
import { sha256 } from "@/lib/core/hash";
import { approveNow, askInTurn, rowOf, submittedBill } from "@/lib/testing/bills";
import { tamper } from "@/lib/testing/tamper";
import { useBooks } from "@/lib/testing/use-books";
import { verifyRecord } from "./verify-record";

/** What leaves every hash in place, and says something else beside the chain. */

const books = useBooks();
let billId: string;
beforeAll(async () => {
  await askInTurn(books, books.ann, books.bob);
});
beforeEach(async () => {
  billId = await submittedBill(books);
  await approveNow(books, books.ann, billId, { note: "As ordered" });
});

const faults = async () =>
  (await verifyRecord(books.db)).broken.filter(({ subject }) => subject === billId).map(({ fault }) => fault);

describe("a signature is held against its event", () => {
  const forge = (change: SQL) =>
    tamper(books.db, "bill_signatures", sql`update bill_signatures set ${change} where bill_id = ${billId}`);

  test.each<[string, () => SQL]>([
    ["note", () => sql`note = 'Against my advice'`],
    ["note", () => sql`note = null`],
    ["step", () => sql`step = 2`],
    ["override", () => sql`is_override = true`],
    ["for whom", () => sql`for_user_id = ${books.bob.userId}`],
    ["time", () => sql`signed_at = signed_at - interval '1 second'`],
  ])("%s of an approval", async (field, change) => {
    expect(await faults()).toEqual([]);
    await forge(change());
    expect(await faults()).toEqual([
      `the signature of Ann Approver in round 1 is not as event 3 (bill.signed) tells it: ${field}`,
    ]);
  });

  test("all of a rejection", async () => {
    const { version } = await rowOf(books, billId);
    await rejectBill(books.bob, { billId, version, note: "Wrong job" });
    expect(await faults()).toEqual([]);
    await forge(
      sql`note = 'Fine', step = 7, is_override = true, for_user_id = ${books.ann.userId}, signed_at = now()`,
    );
    expect(await faults()).toContain(
      "the signature of Bob Approver in round 1 is not as event 4 (bill.rejected) tells it: note, step, override, for whom, time",
    );
  });

  test("one of before its event told as much as now holds, and its time may be the database's own", async () => {
    const { rows } = await books.db.execute<{ id: string; hash: string }>(
      sql`select id, hash from bill_revisions where bill_id = ${billId}`,
    );
    const [revision] = rows;
    const { orgId, bob } = books;
    await books.db.execute(sql`
      insert into bill_signatures (bill_id, revision_id, round, step, user_id, verdict, signed_at)
      values (${billId}, ${revision?.id}, 1, 2, ${bob.userId}, 'approved', now() + interval '3 seconds')`);
    await books.db.transaction((tx) =>
      record(tx, [
        {
          ...{ orgId, subject: billId, actorId: bob.userId, actorName: bob.name, at: new Date() },
          name: "bill.signed",
          data: { round: 1, step: 2, revision: 1, revisionHash: revision?.hash ?? "", override: false },
        },
      ]),
    );
    expect(await faults()).toEqual([]);
    const told =
      "the signature of Bob Approver in round 1 is not as event 4 (bill.signed) tells it: for whom, time";
    await forge(sql`for_user_id = ${books.ann.userId}, signed_at = now() - interval '1 hour'`);
    expect(await faults()).toContain(told);
  });

  test("an approval that was made out of a rejection", async () => {
    const { version } = await rowOf(books, billId);
    await rejectBill(books.bob, { billId, version, note: "Wrong job" });
    await tamper(
      books.db,
      "bill_signatures",
      sql`update bill_signatures set verdict = 'approved' where user_id = ${books.bob.userId} and bill_id = ${billId}`,
    );
    expect((await faults()).sort()).toEqual([
      "event 4 (bill.rejected) has no signature",
      "the signature of Bob Approver in round 1 is not in its chain",
    ]);
  });
});

describe("a frozen revision is held against the event that names it", () => {
  test("rewritten together with its hash", async () => {
    const { rows } = await books.db.execute<{ content: object }>(
      sql`select content from bill_revisions where bill_id = ${billId}`,
    );
    const content = { ...rows[0]?.content, amount: "9,999.00" };
    const hash = sha256(canonicalJson(content));
    await tamper(
      books.db,
      "bill_revisions",
      sql`update bill_revisions set content = ${JSON.stringify(content)}::jsonb, hash = ${hash} where bill_id = ${billId}`,
    );
    expect(await faults()).toEqual(
      expect.arrayContaining([
        "event 2 (bill.submitted) names revision 1, and none has its hash",
        "no event names revision 1 with its hash",
        "the signature of Ann Approver in round 1 is not as event 3 (bill.signed) tells it: revision",
      ]),
    );
  });

  test("put in without an event", async () => {
    await tamper(
      books.db,
      "bill_revisions",
      sql`insert into bill_revisions (bill_id, number, round, content, hash)
        select bill_id, 2, round, content, hash from bill_revisions where bill_id = ${billId}`,
    );
    expect(await faults()).toEqual(["no event names revision 2 with its hash"]);
  });
});

describe("a bill's state is held against what its history led to", () => {
  const setState = (state: string) =>
    books.db.execute(sql`update bills set state = ${state} where id = ${billId}`);

  test.each(["draft", "approved", "rejected", "paid", "voided", "deleted"])(
    "%s, while it is in approval",
    async (state) => {
      await setState(state);
      expect(await faults()).toEqual([
        `the bill is ${state}, and event 2 (bill.submitted) left it in approval`,
      ]);
    },
  );

  test("approved, after the approval was taken back", async () => {
    await approveNow(books, books.bob, billId);
    await unapproveBill(books.admin, { billId, reason: "Wrong vendor" });
    expect(await faults()).toEqual([]);
    await setState("approved");
    expect(await faults()).toEqual([
      expect.stringMatching(/^the bill is approved, and event \d+ \(bill\.unapproved\) left it draft$/),
    ]);
  });

  test("said to have been approved, while its history knows of no approval", async () => {
    await books.db.execute(sql`update bills set approved_at = now() where id = ${billId}`);
    expect(await faults()).toEqual(["the bill was approved once, and its history does not say so"]);
  });
});

describe("a bill is held against what its approvers are asked to sign", () => {
  const change = (what: SQL) => books.db.execute(what);
  const another = async (table: "vendors" | "accounts", name: string) => {
    const { connectionId } = books.ledger;
    const type = table === "accounts" ? sql`, account_type` : sql``;
    const { rows } = await books.db.execute<{ id: string }>(sql`
      insert into ${sql.raw(table)} (connection_id, list_id, name, full_name ${type})
      values (${connectionId}, ${name}, ${name}, ${name} ${table === "accounts" ? sql`, 'Expense'` : sql``}) returning id`);
    return rows[0]?.id ?? "";
  };

  test.each<[string, () => SQL, string]>([
    ["its amount", () => sql`update bills set amount = 9999 where id = ${billId}`, "Amount"],
    ["its due date", () => sql`update bills set due_date = '2030-01-01' where id = ${billId}`, "Due date"],
    [
      "the amount of a line",
      () => sql`update bill_lines set amount = 1 where bill_id = ${billId} and position = 0`,
      "Line 1, amount",
    ],
    [
      "a line less",
      () => sql`delete from bill_lines where bill_id = ${billId} and position = 1`,
      "Line removed",
    ],
  ])("%s", async (_, forged, field) => {
    await change(forged());
    expect(await faults()).toEqual([`the bill is not as revision 1 says: ${field}`]);
  });

  test("whom it pays, approved; not what QuickBooks merged its vendor into", async () => {
    await approveNow(books, books.bob, billId);
    const [survivor, stranger] = [await another("vendors", "Survivor"), await another("vendors", "Stranger")];
    await change(sql`update bills set vendor_id = ${survivor} where id = ${billId}`);
    expect(await faults()).toEqual(["the bill is not as revision 1 says: Vendor"]);
    const { vendorId } = books.ledger;
    await change(sql`update vendors set merged_into = ${survivor} where id = ${vendorId}`);
    expect(await faults()).toEqual([]);
    await change(sql`update bills set vendor_id = ${stranger} where id = ${billId}`);
    expect(await faults()).toEqual(["the bill is not as revision 1 says: Vendor"]);
    await change(sql`update vendors set merged_into = null where id = ${vendorId}`);
  });

  test("not while it is a draft again: what it will be is signed then", async () => {
    await approveNow(books, books.bob, billId);
    await unapproveBill(books.admin, { billId, reason: "Wrong amount" });
    await change(sql`update bills set amount = 9999 where id = ${billId}`);
    expect(await faults()).toEqual([]);
  });
});
