import { afterAll, beforeAll, expect, test } from "vitest";
import { connect } from "@/db/client";
import { createLog } from "@/lib/core/log";
import { createConversation, ticketChecker } from "@/lib/quickbooks/run/engine";
import { serve } from "@/lib/quickbooks/soap/serve-for-tests";
import { approvedBill, askAnnThenBob } from "@/lib/testing/bill-story";
import { type Cut, DatabaseProxy } from "@/lib/testing/database-proxy";
import { type Office, openOffice } from "@/lib/testing/office";

const INVOICE = "SECRET-4711";

let office: Office;

beforeAll(async () => {
  office = await openOffice({ silentAfterSeconds: 0 });
  await askAnnThenBob(office);
  await office.run();
  await approvedBill(office, { invoiceNumber: INVOICE });
});
afterAll(() => office.close());

/** A run on a server whose line to the database breaks at that moment; gives what the server logged, and its ticket. */
async function logOfRun(cut: Cut): Promise<{ log: string; ticket: string }> {
  const lines: string[] = [];
  const proxy = await DatabaseProxy.open(office.database.url);
  const { db, close } = connect(proxy.url, { driver: "pg" });
  const server = await serve({
    conversation: createConversation({ db, version: "test", silentAfterSeconds: 0 }),
    authorizeTicket: ticketChecker(db),
    log: createLog({ write: (line) => lines.push(line) }),
  });
  let ticket = "";
  proxy.cutOnce(cut);
  await office.run({
    qwc: office.qwc.replace(/localhost:\d+/g, `localhost:${server.port}`),
    hooks: {
      afterCall(step, { result }) {
        if (step === "authenticate") ticket = result?.split(",")[0] ?? "";
      },
    },
  });
  expect(proxy.isCut).toBe(true);
  await server.close();
  await close();
  await proxy.close();
  return { log: lines.join(""), ticket };
}

test.each<[string, Cut]>([
  ["when a bill goes out", { at: "statement", marker: "<BillAddRq" }],
  ["when a run is found by its ticket", { at: "statement", marker: 'set "last_call_at"' }],
])("a database that breaks off %s puts no ticket and no bill into the log", async (_, cut) => {
  const { log, ticket } = await logOfRun(cut);
  expect(ticket).toMatch(/^[0-9a-f-]{36}$/);
  expect(log).toContain("A Web Connector call failed");
  expect(log).toContain('"sql":');
  expect(log).not.toContain(ticket);
  expect(log).not.toContain(INVOICE);
});
