import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { LineDropped } from "@/e2e/quickbooks/connector/qbwc-error";
import { demoCompany } from "@/e2e/quickbooks/seed/demo-company";
import { compareEverything } from "@/lib/quickbooks/connections/change-sync-settings";
import { openErrors } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

/** The moment at the QuickBooks computer; tests of a clock change set it. */
let clock: Date | null = null;
const office = useOffice({ company: new CompanyFile(demoCompany(), { now: () => clock ?? new Date() }) });

let vendors: string[];

beforeAll(() => {
  vendors = Object.values(office.company.state.lists.Vendor).map(({ listId }) => listId);
});

const change = (vendor: string, phone: string) =>
  office.company.editRecord("Vendor", vendor, { Phone: phone });

/** What the ledger has of a vendor. */
async function phoneOf(listId: string): Promise<string | null> {
  const { rows } = await office.database.db.execute<{ phone: string | null }>(
    sql`select phone from vendors where list_id = ${listId}`,
  );
  return rows[0]?.phone ?? null;
}

async function cursorOf(kind = "pull.vendor"): Promise<string | null> {
  const { rows } = await office.database.db.execute<{ at: string | null }>(
    sql`select modified_up_to as at from pull_cursors where kind = ${kind}`,
  );
  return rows[0]?.at ?? null;
}

/** Changes a vendor there, runs, and asks that the change came. */
async function changesCome(vendor: string, phone: string): Promise<void> {
  change(vendor, phone);
  expect(await office.run()).toMatchObject({ ok: true });
  expect(await phoneOf(vendor)).toBe(phone);
}

const [A, B, C] = [0, 1, 2];
const vendor = (index: number): string => vendors[index] ?? "";

// First in the file: the moments lie before all that other tests change.
test.each([
  ["forth", ["2026-03-08T09:50:00Z", "2026-03-08T10:10:00Z", "2026-03-08T11:10:00Z"]],
  ["back", ["2026-11-01T08:50:00Z", "2026-11-01T09:10:00Z", "2026-11-01T10:10:00Z"]],
])("the clocks go %s: what changes before, in and after the hour comes", async (which, moments) => {
  for (const [index, moment] of moments.entries()) {
    clock = new Date(moment);
    await changesCome(vendor(index), `555-${which}-${index}`);
  }
  clock = null;
});

test("a record stamped while the clock there was ahead hides no later change, and a full pull sets the cursor right", async () => {
  office.company.moveClock({ days: 3 });
  await changesCome(vendor(A), "555-0001");
  const ahead = await cursorOf();
  office.company.moveClock({ days: -3 });
  await changesCome(vendor(B), "555-0002");
  await changesCome(vendor(C), "555-0003");
  expect(await cursorOf()).toBe(ahead);

  // Edited once more by the right clock, the record takes its time back.
  await changesCome(vendor(A), "555-0004");
  await compareEverything(office.accountant, { connectionId: office.connectionId });
  await office.run();
  const now = await cursorOf();
  expect(now && ahead && now < ahead).toBe(true);
  await changesCome(vendor(B), "555-0005");
});

/** Vendors come in pages of three from now on. */
const pagesOfThree = () =>
  office.database.db.execute(sql`update pull_cursors set page_size = 3 where kind = 'pull.vendor'`);

/** The physical version of each vendor's row: another one whenever it is written. */
async function versions(): Promise<Map<string, string>> {
  const { rows } = await office.database.db.execute<{ id: string; version: string }>(
    sql`select list_id as id, xmin::text as version from vendors where list_id is not null`,
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}

const isVendorPage = (xml: string | undefined) => xml?.includes("<VendorQueryRs") ?? false;

test("the connector dies after the second page: the cursor stays, the next run brings the rest and writes nothing twice", async () => {
  await office.run();
  await pagesOfThree();
  const changed = vendors.slice(0, 8);
  // QuickBooks' times have no fraction of a second: not in the one that the cursor stands at.
  clock = new Date(Date.now() + 60_000);
  for (const [index, one] of changed.entries()) change(one, `555-02${index}`);
  clock = null;
  const cursor = await cursorOf();
  let pages = 0;
  const died = await office.run({
    hooks: {
      afterCall(step, { xml }) {
        if (step === "receiveResponseXML" && isVendorPage(xml)) pages += 1;
        if (pages === 2) throw new Error("The power went");
      },
    },
  });
  expect(died).toMatchObject({ ok: false, error: { code: "crash" } });
  expect(await cursorOf()).toBe(cursor);
  const numbers = () => Promise.all(changed.map(phoneOf));
  const came = (await numbers()).filter((phone) => phone?.startsWith("555-02"));
  expect(came).toHaveLength(6);
  const before = await versions();

  await office.database.db.execute(sql`update runs set last_call_at = now() - interval '1 hour'`);
  expect(await office.run()).toMatchObject({ ok: true });
  expect(await numbers()).toEqual(changed.map((_, index) => `555-02${index}`));
  const after = await versions();
  const written = [...after].filter(([id, version]) => before.get(id) !== version);
  expect(written).toHaveLength(2);
  expect(await cursorOf()).not.toBe(cursor);
});

test("the line drops while a page is on its way: the next run begins anew", async () => {
  await pagesOfThree();
  const changed = vendors.slice(0, 5);
  for (const [index, one] of changed.entries()) change(one, `555-03${index}`);
  let isDropped = false;
  await office.run({
    hooks: {
      beforeCall(step, { xml }) {
        if (step !== "receiveResponseXML" || !isVendorPage(xml) || isDropped) return;
        isDropped = true;
        throw new LineDropped("The line dropped");
      },
    },
  });
  await office.database.db.execute(sql`update runs set last_call_at = now() - interval '1 hour'`);
  await office.run();
  expect(await Promise.all(changed.map(phoneOf))).toEqual(changed.map((_, index) => `555-03${index}`));
});

test("QuickBooks has lost an iterator: it is told, the other steps go on, and the next run reads the list again", async () => {
  await pagesOfThree();
  const changed = vendors.slice(0, 8);
  for (const [index, one] of changed.entries()) change(one, `555-04${index}`);
  const cursor = await cursorOf();
  const lost = {
    request: "VendorQuery",
    code: 3000,
    message: 'The given object ID in the field "iteratorID" is invalid.',
  };
  let pages = 0;
  const report = await office.run({
    hooks: {
      beforeCall(step, { xml }) {
        if (step !== "ProcessRequest" || !xml?.includes("<VendorQueryRq")) return;
        pages += 1;
        if (pages === 2) office.company.refuseNext(lost);
      },
    },
  });
  expect(report.ok).toBe(true);
  expect(await openErrors(office)).toMatchObject([{ code: "3000", message: `Vendors: ${lost.message}` }]);
  expect(await cursorOf()).toBe(cursor);
  await office.run();
  expect(await Promise.all(changed.map(phoneOf))).toEqual(changed.map((_, index) => `555-04${index}`));
  expect(await openErrors(office)).toEqual([]);
});

test("a computer that moves to the west hides nothing", async () => {
  const { state } = office.company;
  state.timeZone = "America/New_York";
  await changesCome(vendor(A), "555-0101");
  state.timeZone = "Pacific/Honolulu";
  await changesCome(vendor(B), "555-0102");
  state.timeZone = "America/Los_Angeles";
  await changesCome(vendor(C), "555-0103");
});
