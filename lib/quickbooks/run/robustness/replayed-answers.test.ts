import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { approvedBill, askAnnThenBob, correctMemo, openErrors, recordOf } from "@/lib/testing/bill-story";
import { type FragileOffice, openFragileOffice } from "@/lib/testing/fragile-office";
import { stateOfTables } from "@/lib/testing/table-digest";
import { runUntilQuiet } from "@/lib/testing/until-quiet";

let office: FragileOffice;

beforeAll(async () => {
  office = await openFragileOffice();
  await askAnnThenBob(office);
  await office.run();
});
afterAll(() => office.close());
afterEach(() => {
  office.line.onCall = undefined;
});

const url = () => /<AppURL>(.*)<\/AppURL>/.exec(office.qwc)?.[1] ?? "";

/** Hands an answer in once more, byte by byte as it was; gives the percentage. */
async function again(body: Buffer): Promise<number> {
  const response = await fetch(url(), {
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8" },
    body: body.toString(),
  });
  return Number(/Result>(-?\d+)</.exec(await response.text())?.[1]);
}

/** What a repeated call may write: that it came, and that it was told. */
const CALLED = ["runs", "sync_errors"];

/** Answers of which copies arrive while a message waits: the run's first, and those just before. */
const copied = (answers: Buffer[]): Buffer[] => [...new Set([...answers.slice(0, 1), ...answers.slice(-4)])];

/** Every answer that passes on the line from now on, in order, as it was posted. */
function keepAnswers(): Buffer[] {
  const answers: Buffer[] = [];
  office.line.onCall = ({ operation, body }) => {
    if (operation === "receiveResponseXML") answers.push(body);
    return undefined;
  };
  return answers;
}

/**
 * A run in which copies of earlier answers arrive while each message waits for its own.
 * @returns what was asked, in order: "VendorQueryRq"
 */
async function runWithCopies(): Promise<string[]> {
  const { db } = office.database;
  const answers = keepAnswers();
  const asked: string[] = [];
  const report = await office.run({
    hooks: {
      async afterCall(step, { result }) {
        if (step !== "sendRequestXML" || !result) return;
        const name = /<(\w+Rq) requestID/.exec(result)?.[1] ?? "";
        asked.push(name);
        const before = await stateOfTables(db, CALLED);
        const copies = copied(answers);
        for (const body of copies) expect(await again(body), `while ${name} waits`).toBeGreaterThanOrEqual(0);
        expect(await stateOfTables(db, CALLED), `while ${name} waits`).toEqual(before);
        answers.length -= copies.length;
      },
    },
  });
  expect(report).toMatchObject({ ok: true, error: undefined });
  return asked;
}

const vendorsHere = async () => {
  const found = await office.database.db.execute<{ name: string }>(sql`
    select full_name as name from vendors where deleted_at is null order by full_name`);
  return found.rows.map(({ name }) => name);
};

/** How far the lists have been read: nothing changes in them here. */
const listCursors = async () => {
  const found = await office.database.db.execute(sql`
    select kind, modified_up_to from pull_cursors
    where kind in ('pull.account', 'pull.terms', 'pull.class', 'pull.customer', 'pull.vendor', 'pull.item')
    order by kind`);
  return found.rows;
};

test.each([
  ["what changed", false],
  ["everything", true],
])(
  "copies of every answer, while the next message of a run that reads %s waits, change nothing",
  async (_, isFull) => {
    const { db } = office.database;
    const invoiceNumber = `COPIES-${isFull}`;
    const billId = await approvedBill(office, { invoiceNumber });
    // A few vendors a page, all of them again: page after page under the same step.
    await db.execute(sql`update pull_cursors set page_size = 4 where kind = 'pull.vendor'`);
    const known = await vendorsHere();
    const reached = await listCursors();
    if (isFull) await db.execute(sql`update connections set compares_next = true`);
    else {
      await db.execute(
        sql`update pull_cursors set modified_up_to = '2001-01-01T00:00:00' where kind = 'pull.vendor'`,
      );
    }

    const asked = await runWithCopies();

    expect(asked.filter((name) => name === "VendorQueryRq").length).toBeGreaterThan(2);
    expect(asked.filter((name) => name === "BillAddRq")).toHaveLength(1);
    expect(await vendorsHere()).toEqual(known);
    expect(await listCursors()).toEqual(reached);
    expect(await openErrors(office)).toMatchObject([{ code: "repeated-call" }]);
    expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
    expect(office.company.txns().filter((txn) => txn.fields.RefNumber === invoiceNumber)).toHaveLength(1);
    await runUntilQuiet(office);
    expect(await openErrors(office)).toEqual([]);
  },
);

test("a job that goes twice in a run is settled by the answer to its second message alone", async () => {
  const billId = await approvedBill(office, { invoiceNumber: "COPIES-TWICE" });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  await correctMemo(office, billId, "Corrected here");
  office.company.payBill(txnId ?? "", "1.00");

  const asked = await runWithCopies();

  expect(asked.filter((name) => name === "BillModRq")).toHaveLength(2);
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
  expect(office.company.txn(txnId ?? "").fields.Memo).toBe("Corrected here");
});

test("a run that hears nothing but answers to something else for minutes is ended", async () => {
  const { db } = office.database;
  const answers = keepAnswers();
  const heard: number[] = [];
  await office.run({
    hooks: {
      async afterCall(step) {
        const [first] = answers;
        if (step !== "sendRequestXML" || !first || heard.length > 0) return;
        heard.push(await again(first));
        await db.execute(
          sql`update messages set sent_at = now() - interval '11 minutes' where state = 'sent'`,
        );
        heard.push(await again(first));
        throw new Error("it is not heard of any more");
      },
    },
  });
  expect(heard).toEqual([expect.any(Number), -1]);
  expect(heard[0]).toBeGreaterThanOrEqual(0);
  expect(await openErrors(office)).toMatchObject([{ code: "repeated-call" }]);
  await runUntilQuiet(office);
  expect(await openErrors(office)).toEqual([]);
});
