import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PendingChange } from "@/db/schema";
import type { Hooks } from "@/e2e/quickbooks/connector/run-report";
import { changeVendor } from "@/lib/ledger/change-vendor";
import { createVendor } from "@/lib/ledger/create-vendor";
import { sendEntry } from "@/lib/ledger/send-entry";
import { askAnnThenBob, ledgerId, openErrors } from "@/lib/testing/bill-story";
import { type Office, openOffice } from "@/lib/testing/office";

let office: Office;
beforeAll(async () => {
  office = await openOffice({ silentAfterSeconds: 0 });
  await askAnnThenBob(office);
  for (const name of [
    "Plain Vendor",
    "Calm Vendor",
    "Torn Vendor",
    "Both Vendor",
    "Cut Vendor",
    "Gone Vendor",
  ]) {
    office.company.addVendor(name, { Phone: "555-0100" });
  }
  await office.run();
});
afterAll(() => office.close());

async function vendorRow(vendorId: string) {
  const { rows } = await office.database.db.execute<{
    name: string;
    phone: string | null;
    email: string | null;
    pending: PendingChange | null;
    job: string | null;
    attempts: number | null;
  }>(sql`
    select v.name, v.phone, v.email, v.pending_change as pending, j.state as job, j.attempts from vendors v
    left join lateral (select * from jobs where subject_id = v.id order by seq desc limit 1) j on true
    where v.id = ${vendorId}`);
  const row = rows[0];
  if (!row) throw new Error("the vendor is not there");
  return row;
}

async function lastEvent(vendorId: string): Promise<{ name: string; data: unknown } | undefined> {
  const { rows } = await office.database.db.execute<{ name: string; data: unknown }>(
    sql`select name, data from audit_events where subject = ${vendorId} order by seq desc limit 1`,
  );
  return rows[0];
}

/** Does something in QuickBooks after the lists were read and before the VendorMod gets there. */
function justBefore(request: string, edit: () => void): Hooks {
  let isDone = false;
  return {
    beforeCall(step, { xml }) {
      if (isDone || step !== "ProcessRequest" || !xml?.includes(`<${request}Rq`)) return;
      isDone = true;
      edit();
    },
  };
}

const inCompany = (name: string) => office.company.entry("Vendor", name).fields;

test("a change waits beside what QuickBooks says, and is there after one run", async () => {
  const vendorId = await ledgerId(office, "vendors", "Plain Vendor");
  await changeVendor(office.accountant, {
    vendorId,
    ...{ name: "Plain Vendor", companyName: "Plain & Sons, Inc.", phone: "", email: "ap@plain.example" },
    ...{ nameOnCheck: "Plain and Sons", accountNumber: "HP-77" },
    termsId: await ledgerId(office, "terms"),
    address: { street: "Plain & Sons\n12 Dock St", city: "Portland", state: "OR", postalCode: "97209" },
  });
  expect(await vendorRow(vendorId)).toMatchObject({
    ...{ phone: "555-0100", email: null, job: "waiting" },
    pending: { phone: { from: "555-0100", to: null }, email: { from: null, to: "ap@plain.example" } },
  });
  const report = await office.run();
  expect(report.requests.filter((request) => request.includes("<VendorModRq"))).toHaveLength(1);
  expect(await vendorRow(vendorId)).toMatchObject({
    ...{ phone: null, email: "ap@plain.example", pending: null, job: "done", attempts: 0 },
  });
  expect(inCompany("Plain Vendor")).toMatchObject({
    CompanyName: "Plain & Sons, Inc.",
    VendorAddress: { Addr1: "Plain & Sons", Addr2: "12 Dock St", City: "Portland", PostalCode: "97209" },
    ...{ NameOnCheck: "Plain and Sons", AccountNumber: "HP-77" },
  });
  expect(inCompany("Plain Vendor").Phone).toBeUndefined();
  expect(await lastEvent(vendorId)).toMatchObject({ name: "vendor.updated" });
  expect((await office.run()).writeMessages).toBe(0);
});

test("taken back before it went: nothing is sent", async () => {
  const vendorId = await ledgerId(office, "vendors", "Calm Vendor");
  await changeVendor(office.accountant, { vendorId, name: "Calmer Vendor", phone: "555-0100" });
  await changeVendor(office.accountant, { vendorId, name: "Calm Vendor", phone: "555-0100" });
  expect(await vendorRow(vendorId)).toMatchObject({ pending: null, job: "withdrawn" });
  expect((await office.run()).writeMessages).toBe(0);
});

test("another field changed there meanwhile: ours goes again in the same run, without an attempt", async () => {
  const vendorId = await ledgerId(office, "vendors", "Calm Vendor");
  await changeVendor(office.accountant, { vendorId, name: "Calm Vendor", phone: "555-0199" });
  const edit = () => office.company.editRecord("Vendor", "Calm Vendor", { Email: "new@calm.example" });
  const report = await office.run({ hooks: justBefore("VendorMod", edit) });
  expect(report.requests.filter((request) => request.includes("<VendorModRq"))).toHaveLength(2);
  expect(await vendorRow(vendorId)).toMatchObject({
    ...{ phone: "555-0199", email: "new@calm.example", pending: null, job: "done", attempts: 0 },
  });
  expect(inCompany("Calm Vendor")).toMatchObject({ Phone: "555-0199", Email: "new@calm.example" });
  expect(await openErrors(office)).toEqual([]);
});

test.each(["before the lists are read", "after the lists were read"])(
  "the same field changed there %s: QuickBooks wins, the rest of the change goes on, and it is told",
  async (moment) => {
    const name = moment.startsWith("before") ? "Torn Vendor" : "Both Vendor";
    const vendorId = await ledgerId(office, "vendors", name);
    await changeVendor(office.accountant, { vendorId, name, phone: "555-0111", email: "ours@torn.example" });
    const edit = () => office.company.editRecord("Vendor", name, { Phone: "555-0222" });
    if (moment.startsWith("before")) edit();
    await office.run(moment.startsWith("before") ? {} : { hooks: justBefore("VendorMod", edit) });
    expect(await vendorRow(vendorId)).toMatchObject({
      ...{ phone: "555-0222", email: "ours@torn.example", pending: null, job: "done", attempts: 0 },
    });
    expect(inCompany(name)).toMatchObject({ Phone: "555-0222", Email: "ours@torn.example" });
    const { rows } = await office.database.db.execute<{ data: unknown }>(
      sql`select data from audit_events where subject = ${vendorId} and name = 'vendor.change-overruled'`,
    );
    expect(rows).toEqual([
      { data: { name, changes: [{ field: "Phone", from: "555-0111", to: "555-0222" }] } },
    ]);
    expect(await openErrors(office)).toEqual([]);
  },
);

test("an answer that never came: the change is seen to be there, and not made again", async () => {
  const vendorId = await ledgerId(office, "vendors", "Cut Vendor");
  await changeVendor(office.accountant, { vendorId, name: "Cut Vendor", phone: "555-0333" });
  office.company.switches.loseStoredAnswers = true;
  const cut = await office.run({
    hooks: {
      afterCall(step, { xml }) {
        if (step === "ProcessRequest" && xml?.includes("<VendorModRq")) throw new Error("power cut");
      },
    },
  });
  expect(cut.error?.code).toBe("crash");
  const next = await office.run();
  office.company.switches.loseStoredAnswers = false;
  expect(next.requests.filter((request) => request.includes("<VendorModRq"))).toEqual([]);
  expect(await vendorRow(vendorId)).toMatchObject({ phone: "555-0333", pending: null, job: "done" });
});

test("deleted in QuickBooks meanwhile: refused, in words that say so", async () => {
  const vendorId = await ledgerId(office, "vendors", "Gone Vendor");
  await changeVendor(office.accountant, { vendorId, name: "Gone Vendor", phone: "555-0444" });
  await office.run({ hooks: justBefore("VendorMod", () => office.company.deleteVendor("Gone Vendor")) });
  expect((await openErrors(office))[0]).toMatchObject({ code: "3120", attempt: 1 });
  // The next run reads the deletion first: there is nothing left to change.
  await office.run();
  expect(await vendorRow(vendorId)).toMatchObject({ job: "withdrawn" });
  expect(await openErrors(office)).toEqual([]);
});

test("changed while its VendorAdd was on its way: added as it was sent, then changed", async () => {
  const { vendorId } = await createVendor(office.clerk, {
    ...{ connectionId: office.connectionId, name: "Swift Vendor", phone: "555-0500" },
  });
  await sendEntry(office.accountant, { list: "vendor", entryId: vendorId });
  const cut = await office.run({
    hooks: {
      afterCall(step, { xml }) {
        if (step === "ProcessRequest" && xml?.includes("<VendorAddRq")) throw new Error("power cut");
      },
    },
  });
  expect(cut.error?.code).toBe("crash");
  await changeVendor(office.accountant, { vendorId, name: "Swift Vendor", phone: "555-0501" });
  await office.run();
  expect(await vendorRow(vendorId)).toMatchObject({ phone: "555-0501", pending: null, job: "done" });
  expect(inCompany("Swift Vendor").Phone).toBe("555-0501");
});
