import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { auditEvents, billSignatures } from "@/db/schema";
import { CHAIN_START, type EventData, type EventName, eventHash } from "@/lib/audit/record";
import { readBill } from "@/lib/bills/bill-views";
import { canonicalJson } from "@/lib/core/canonical";
import { sha256 } from "@/lib/core/hash";
import { approveNow, askInTurn, submittedBill } from "@/lib/testing/bills";
import { useBooks } from "@/lib/testing/use-books";

const books = useBooks();
beforeAll(async () => {
  await askInTurn(books, books.ann, books.bob);
});

async function approvedBill(): Promise<string> {
  const billId = await submittedBill(books);
  await approveNow(books, books.ann, billId);
  await approveNow(books, books.bob, billId);
  return billId;
}

test("is a chain: every event carries the hash of the one before", async () => {
  const billId = await approvedBill();
  const events = await books.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.subject, billId))
    .orderBy(auditEvents.seq);
  expect(events.map(({ name }) => name)).toEqual([
    ...["bill.entered", "bill.submitted", "bill.signed", "bill.signed", "bill.approved", "bill.queued"],
  ]);
  let previousHash = CHAIN_START;
  for (const [index, event] of events.entries()) {
    const { orgId, subject, seq, actorId, actorName, data, at } = event;
    expect(event).toMatchObject({ seq: index + 1, previousHash });
    expect(event.hash).toBe(
      eventHash({
        ...{ orgId, subject, seq, actorId, actorName, previousHash },
        name: event.name as EventName,
        data: data as EventData<EventName>,
        at: at.toISOString(),
      }),
    );
    previousHash = event.hash;
  }
});

test("a revision's hash is that of the bill as it was frozen", async () => {
  const billId = await submittedBill(books);
  const stored = await books.db.execute<{ content: unknown; hash: string }>(
    sql`select content, hash from bill_revisions where bill_id = ${billId}`,
  );
  expect(stored.rows.map(({ content }) => sha256(canonicalJson(content)))).toEqual(
    stored.rows.map(({ hash }) => hash),
  );
  const { content } = await readBill(books.clerk, { billId });
  expect(stored.rows[0]?.content).toEqual(content);
});

test("the application's own database user, who owns the tables, is no superuser", async () => {
  const { rows } = await books.db.execute<{ owns: boolean; rolsuper: boolean }>(sql`
    select tableowner = current_user as owns, rolsuper from pg_tables, pg_roles
    where tablename = 'audit_events' and rolname = current_user`);
  expect(rows).toEqual([{ owns: true, rolsuper: false }]);
});

test.each([
  ["audit_events", "hash"],
  ["bill_revisions", "hash"],
  ["bill_signatures", "note"],
])("%s refuses to be rewritten", async (table, column) => {
  await approvedBill();
  const name = sql.raw(table);
  const refused = { cause: { code: "23001", message: expect.stringContaining("append-only") } };
  await expect(
    books.db.execute(sql`update ${name} set ${sql.raw(column)} = ${sql.raw(column)}`),
  ).rejects.toMatchObject(refused);
  await expect(books.db.execute(sql`delete from ${name}`)).rejects.toMatchObject(refused);
  await expect(books.db.execute(sql`truncate ${name} cascade`)).rejects.toMatchObject(refused);
  expect((await books.db.select().from(billSignatures)).length).toBeGreaterThan(0);
});
