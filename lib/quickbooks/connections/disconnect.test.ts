import { and, asc, eq } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { auditEvents, connections, jobs, runs, syncErrors } from "@/db/schema";
import { LineDropped } from "@/e2e/quickbooks/connector/qbwc-error";
import { listBills } from "@/lib/bills/bill-list-views";
import { readBill } from "@/lib/bills/bill-views";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { approvedBill, askAnnThenBob, openErrors, recordOf } from "@/lib/testing/bill-story";
import { type Office, openOffice } from "@/lib/testing/office";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { readConnection } from "./connection-views";
import { createConnection } from "./create-connection";
import { disconnectConnection } from "./disconnect-connection";
import { reconnectConnection } from "./reconnect-connection";
import { listDisconnected, readQueuedWork } from "./settings-views";

let office: Office;
afterEach(() => office.close());

/** An office whose lists are here. */
async function begin(): Promise<void> {
  office = await openOffice({ silentAfterSeconds: 0 });
  await askAnnThenBob(office);
  await office.run();
}

const here = () => ({ connectionId: office.connectionId });

const historyOf = async (subject: string): Promise<string[]> => {
  const events = await office.database.db
    .select({ name: auditEvents.name })
    .from(auditEvents)
    .where(eq(auditEvents.subject, subject))
    .orderBy(asc(auditEvents.seq));
  return events.map(({ name }) => name);
};

const billsInQuickBooks = (): string[] =>
  office.company
    .txns()
    .filter(({ type }) => type === "Bill")
    .map(({ fields }) => String(fields.RefNumber ?? ""))
    .filter((number) => number.startsWith("INV-"));

test("what was not sent leaves the queue, bill by bill told, and comes back with the connection", async () => {
  await begin();
  const [first, second] = [await approvedBill(office), await approvedBill(office)];
  expect(await readQueuedWork(office.admin, here())).toEqual([{ kind: "bill", unsent: 2, inFlight: 0 }]);

  expect(await disconnectConnection(office.admin, here())).toEqual({ withdrawn: 2 });
  for (const billId of [first, second]) {
    expect(await recordOf(office, billId)).toMatchObject({ state: "approved", job: "withdrawn" });
    expect((await historyOf(billId)).at(-1)).toBe("bill.withdrawn");
    const { sync } = await readBill(office.admin, { billId });
    expect(sync).toMatchObject({ kind: "blocked", reason: expect.stringContaining("is disconnected") });
  }
  expect((await office.run()).error?.code).toBeDefined();
  expect(billsInQuickBooks()).toEqual([]);

  const [file] = await listDisconnected(office.admin, {});
  expect(file?.id).toBe(office.connectionId);
  const before = await office.database.db.select().from(connections);
  const { password } = await reconnectConnection(office.admin, here());
  expect((await office.run()).ok).toBe(false);
  const after = await office.database.db.select().from(connections);
  expect(after[0]?.fileId).toBe(before[0]?.fileId);
  expect((await readConnection(office.admin, here())).status).toBe("new");

  await unapproveBill(office.admin, { billId: second, reason: "Not after all" });
  office.password = password;
  expect((await office.run()).ok).toBe(true);
  expect(billsInQuickBooks()).toHaveLength(1);
  expect((await recordOf(office, first)).txnId).not.toBeNull();
  expect(await historyOf(first)).toEqual(
    expect.arrayContaining(["bill.withdrawn", "bill.queued", "bill.linked"]),
  );
});

test("what was sent and not answered is asked for after the reconnection: nothing is doubled", async () => {
  await begin();
  const billId = await approvedBill(office);
  let done = false;
  await office.run({
    hooks: {
      beforeCall: (step, { xml }) => {
        if (step !== "receiveResponseXML" || !xml?.includes("BillAddRs") || done) return;
        done = true;
        throw new LineDropped();
      },
    },
  });
  expect(done).toBe(true);
  expect(await readQueuedWork(office.admin, here())).toEqual([{ kind: "bill", unsent: 0, inFlight: 1 }]);
  expect(await disconnectConnection(office.admin, here())).toEqual({ withdrawn: 0 });
  const { password } = await reconnectConnection(office.admin, here());
  office.password = password;
  expect((await office.run()).ok).toBe(true);
  expect(billsInQuickBooks()).toHaveLength(1);
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", txnId: expect.any(String) });
});

test("the run under way ends with the connection, and its troubles with it", async () => {
  await begin();
  const { db } = office.database;
  let ended = false;
  const report = await office.run({
    hooks: {
      beforeCall: async (step, { count }) => {
        if (step !== "sendRequestXML" || count !== 2 || ended) return;
        ended = true;
        await db.insert(syncErrors).values({
          orgId: office.orgId,
          connectionId: office.connectionId,
          code: "no-answer",
          message: "Nothing",
        });
        await disconnectConnection(office.admin, here());
      },
    },
  });
  expect(ended).toBe(true);
  expect(report).toMatchObject({ sendRequestCalls: 2, statusText: expect.stringContaining("disconnected") });
  const open = await db
    .select()
    .from(runs)
    .where(and(eq(runs.connectionId, office.connectionId), eq(runs.state, "open")));
  expect(open).toEqual([]);
  expect(await openErrors(office)).toEqual([]);
});

test("bills of several company files stand in one list, and can be told apart", async () => {
  await begin();
  await approvedBill(office);
  const { connectionId } = await createConnection(office.admin, { name: "Second file" });
  const all = await listBills(office.admin, { tab: "payables" });
  expect(all.rows.map(({ companyFile }) => companyFile)).toEqual([office.company.state.name]);
  expect((await listBills(office.admin, { tab: "payables", connectionId })).total).toBe(0);
  expect((await listBills(office.admin, { tab: "payables", ...here() })).total).toBe(1);
});

test("another organisation neither disconnects nor reconnects it", async () => {
  await begin();
  const { db } = office.database;
  const stranger = await createPerson(db, await createOrganisation(db), { roles: ["admin"] });
  const notFound = { code: "not-found" };
  await expect(disconnectConnection(stranger, here())).rejects.toMatchObject(notFound);
  await disconnectConnection(office.admin, here());
  await expect(reconnectConnection(stranger, here())).rejects.toMatchObject(notFound);
  await expect(disconnectConnection(office.admin, here())).rejects.toMatchObject(notFound);
  expect(await listDisconnected(stranger, {})).toEqual([]);
  await reconnectConnection(office.admin, here());
  await expect(reconnectConnection(office.admin, here())).rejects.toMatchObject(notFound);
  expect(await db.select().from(jobs)).toEqual([]);
});
