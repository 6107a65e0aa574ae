import { request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CompanyFile } from "./company/company-file";
import { newReport } from "./connector/run-report";
import { type Controlled, startControlServer } from "./control-server";
import { demoCompany } from "./seed/demo-company";

let server: Server;
let company: CompanyFile;
let controlled: Controlled;
let origin = "";

beforeEach(async () => {
  company = new CompanyFile(demoCompany());
  controlled = {
    company,
    paused: false,
    runNow: async () => ({ ...newReport(), ok: true, statusText: "Finished" }),
  };
  server = await startControlServer(controlled, 0);
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

async function get(path: string) {
  const response = await fetch(origin + path);
  return { status: response.status, body: await response.json() };
}

async function post(path: string, body: unknown, contentType = "application/json") {
  const init = { method: "POST", headers: { "content-type": contentType }, body: JSON.stringify(body) };
  const response = await fetch(origin + path, init);
  return { status: response.status, body: await response.json() };
}

test("tells the state, and runs", async () => {
  const { body } = await get("/state");
  expect(body).toMatchObject({ company: "Harbor & Pine Builders", paused: false, counts: { Vendor: 60 } });
  expect((await post("/run-now", {})).body).toMatchObject({ ok: true, statusText: "Finished" });
  expect((await post("/pause", {})).body).toEqual({ paused: true });
  expect(controlled.paused).toBe(true);
});

test("a bill is entered, edited, paid and deleted", async () => {
  const line = { vendor: "Bayside Concrete", account: "Rent", amount: "80.00", refNumber: "A-1" };
  const { txnId } = (await post("/enter-bill", line)).body;
  expect((await post("/edit-bill", { txnId, memo: "looked at" })).body).toMatchObject({ memo: "looked at" });
  expect((await post("/pay", { txnId, amount: "30.00" })).body).toMatchObject({
    openAmount: "50.00",
    isPaid: false,
  });
  expect((await get(`/bills/${txnId}`)).body).toMatchObject({
    vendor: "Bayside Concrete",
    payments: [{ amount: "30.00" }],
  });
  await post("/delete-bill", { txnId });
  expect((await get("/bills")).body).toEqual([]);
  expect((await get(`/bills/${txnId}`)).status).toBe(404);
});

test("vendors are added and renamed, and a name that is taken says so", async () => {
  await post("/add-vendor", { name: "New Vendor" });
  await post("/rename-vendor", { vendor: "New Vendor", name: "Renamed" });
  expect((await get("/vendors")).body.at(-1)).toMatchObject({ name: "Renamed", isActive: true });
  expect(await post("/add-vendor", { name: "Renamed" })).toMatchObject({ status: 400, body: { code: 3100 } });
});

test("refusals and switches reach QuickBooks", async () => {
  await post("/refuse-next", { request: "BillAddRq", count: 2, code: 3140, message: "No such account" });
  expect(company.refusals).toEqual([
    { request: "BillAdd", count: 2, code: 3140, message: "No such account" },
  ]);
  await post("/switch", { name: "modalDialog", value: true });
  expect(company.switches.modalDialog).toBe(true);
  expect((await post("/switch", { name: "modalDialog", value: "yes" })).status).toBe(400);
  expect((await post("/switch", { name: "toString", value: "yes" })).status).toBe(400);
});

test("a backup brings back what was", async () => {
  await post("/backup", {});
  await post("/add-vendor", { name: "New Vendor" });
  expect((await post("/restore-backup", {})).body).toMatchObject({ Vendor: 60 });
});

test("a page in a browser cannot steer it", async () => {
  expect((await post("/run-now", {}, "text/plain")).status).toBe(400);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const outgoing = request(`${origin}/state`, { headers: { host: "evil.example" } }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode);
    });
    outgoing.once("error", reject).end();
  });
  expect(status).toBe(403);
});

test("a payment is undone, a record merged, a window opened and the clock moved", async () => {
  const line = { vendor: "Bayside Concrete", account: "Rent", amount: "80.00" };
  const { txnId } = (await post("/enter-bill", line)).body;
  const { paymentTxnId } = (await post("/pay", { txnId, amount: "70.00", discount: "10.00" })).body;
  expect((await get(`/bills/${txnId}`)).body).toMatchObject({ isPaid: true });
  await post("/void-payment", { txnId: paymentTxnId });
  const credit = (await post("/enter-credit", { ...line, amount: "5.00" })).body;
  const applied = await post("/apply-credit", { txnId: credit.txnId, billId: txnId, amount: "5.00" });
  expect(applied.body).toMatchObject({ openAmount: "75.00" });
  await post("/merge", { list: "Account", from: "Rent", into: "Office Supplies" });
  expect(company.txn(txnId).expenseLines[0]?.fields.AccountRef).toEqual({
    ListID: company.entry("Account", "Office Supplies").listId,
  });
  await post("/rename", { list: "Class", entry: "Overhead", name: "General" });
  expect((await post("/window", { id: txnId })).body).toEqual({ inUse: [txnId] });
  expect((await post("/multi-user", { multiUser: false })).body).toEqual({ multiUser: false });
  expect((await post("/closing-date", { date: "2026-06-30", password: "p" })).status).toBe(200);
  expect(company.state.preferences.closingPassword).toBe("p");
  const before = company.now().getTime();
  await post("/move-clock", { days: 2 });
  expect(company.now().getTime() - before).toBeGreaterThan(172_700_000);
  expect((await post("/delete-payment", { txnId: paymentTxnId })).status).toBe(200);
});
