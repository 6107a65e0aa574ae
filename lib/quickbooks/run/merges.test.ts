import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addEntry } from "@/e2e/quickbooks/company/lists";
import type { ListKind } from "@/e2e/quickbooks/company/state";
import { readBill } from "@/lib/bills/bill-views";
import { saveBill } from "@/lib/bills/save-bill";
import { approvedBill, billFor, type ledgerId, recordOf } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();
const shown = (billId: string) => readBill(office.accountant, { billId });

type Input = Parameters<typeof approvedBill>[1];

async function linkedBill(invoiceNumber: string, change: Input) {
  const billId = await approvedBill(office, { invoiceNumber, ...change });
  await office.run();
  const { txnId } = await recordOf(office, billId);
  if (!txnId) throw new Error("the bill was not linked");
  return { billId, txnId };
}

/** A bill whose lines name this entry. */
async function naming(field: "accountId" | "itemId" | "classId" | "customerId", id: string): Promise<Input> {
  const { lines } = await billFor(office);
  const kinds = { accountId: "expense", itemId: "item", classId: null, customerId: null } as const;
  const kind = kinds[field];
  return {
    lines: lines.map((line) => (kind === null || line.kind === kind ? { ...line, [field]: id } : line)),
  };
}

/** What a new entry of a list is like, where it needs more than a name. */
const LIKE = { Vendor: null, Account: "Rent", Customer: null, Item: "Framing Labor", Class: null } as const;

function addTo(list: keyof typeof LIKE, name: string): string {
  const { company } = office;
  const like = LIKE[list] && company.entry(list, LIKE[list]);
  const { type, fields } = like ?? { type: list, fields: {} };
  return addEntry(company, { list, name, type, fields: structuredClone(fields) }).listId;
}

type Entries = { kind: ListKind; table: Parameters<typeof ledgerId>[1]; from: string; into: string };

/** Two entries of a list, made in QuickBooks and read here. */
async function twoEntries(kind: keyof typeof LIKE, table: Entries["table"]): Promise<Entries> {
  const count = Object.keys(office.company.state.lists[kind]).length;
  const names = ["Old", "New"].map((word) => `${word} ${kind} ${count}`);
  const [from, into] = names.map((name) => addTo(kind, name));
  await office.run();
  if (!from || !into) throw new Error("the entries were not made");
  return { kind, table, from, into };
}

/** Our own id of an entry. */
async function idOf({ table }: Entries, listId: string): Promise<string> {
  const { rows } = await office.database.db.execute<{ id: string }>(
    sql`select id from ${sql.raw(table)} where list_id = ${listId}`,
  );
  return rows[0]?.id ?? "";
}

async function mergedInto({ table, from }: Entries): Promise<{ isDeleted: boolean; into: string | null }> {
  const { rows } = await office.database.db.execute<{ isDeleted: boolean; into: string | null }>(sql`
    select deleted_at is not null as "isDeleted", merged_into as into from ${sql.raw(table)} where list_id = ${from}`);
  return rows[0] ?? { isDeleted: false, into: null };
}

const told = async (billId: string) => (await shown(billId)).timeline.map(({ name }) => name);

describe("merged in QuickBooks: bills follow, and nothing counts as changed", () => {
  test.each([
    ["Vendor", "vendors", (id: string) => Promise.resolve<Input>({ vendorId: id })],
    ["Account", "accounts", (id: string) => naming("accountId", id)],
    ["Customer", "customers", (id: string) => naming("customerId", id)],
    ["Item", "items", (id: string) => naming("itemId", id)],
    ["Class", "classes", (id: string) => naming("classId", id)],
  ] as const)("%s", async (kind, table, withEntry) => {
    const entries = await twoEntries(kind, table);
    const change = await withEntry(await idOf(entries, entries.from));
    const bills = [await linkedBill(`${kind}-1`, change), await linkedBill(`${kind}-2`, change)];
    const { billId: draft } = await saveBill(office.clerk, await billFor(office, change));
    office.company.merge(kind, entries.from, entries.into);
    await office.run();

    const survivor = await idOf(entries, entries.into);
    expect(await mergedInto(entries)).toEqual({ isDeleted: true, into: survivor });
    for (const billId of [...bills.map((bill) => bill.billId), draft]) {
      expect(JSON.stringify((await shown(billId)).content)).toContain(survivor);
    }
    for (const { billId } of bills) {
      expect((await shown(billId)).link?.differs).toBe(false);
      expect(await told(billId)).toContain("bill.merged");
      expect(await told(billId)).not.toContain("bill.changed-in-quickbooks");
    }
  });
});

test("a vendor credit follows its vendor", async () => {
  const { from, into } = await twoEntries("Vendor", "vendors");
  office.company.enterCredit({
    vendor: from,
    refNumber: "VC-MERGED",
    lines: [{ account: "Office Supplies", amount: "40.00" }],
  });
  await office.run();
  office.company.merge("Vendor", from, into);
  await office.run();
  const { rows } = await office.database.db.execute(
    sql`select vendor_list_id as vendor, open_amount::text as open from vendor_credits where ref_number = 'VC-MERGED'`,
  );
  expect(rows).toEqual([{ vendor: into, open: "40.00" }]);
});

describe("recoded by hand, and then deleted: no merge", () => {
  async function twoBills(number: string) {
    const entries = await twoEntries("Account", "accounts");
    const accountId = await idOf(entries, entries.from);
    const change = await naming("accountId", accountId);
    const first = await linkedBill(`${number}-1`, change);
    const second = await linkedBill(`${number}-2`, change);
    const { billId: draft } = await saveBill(office.clerk, await billFor(office, change));
    return { entries, accountId, first, second, draft };
  }

  type Two = Awaited<ReturnType<typeof twoBills>>;

  async function isDeletedAlone({ entries, accountId, first, draft }: Two): Promise<void> {
    office.company.deleteRecord("Account", entries.from);
    await office.run();
    expect(await mergedInto(entries)).toEqual({ isDeleted: true, into: null });
    expect(await told(first.billId)).toContain("bill.changed-in-quickbooks");
    expect(await told(first.billId)).not.toContain("bill.merged");
    // What was entered with it still names it, and is told that it is gone.
    const view = await shown(draft);
    expect(view.content.lines[0]?.account?.id).toBe(accountId);
    expect(view.checks.map(({ message }) => message).join(" ")).toContain("was deleted in QuickBooks");
  }

  test("to two entries", async () => {
    const two = await twoBills("TWO");
    office.company.editBill(two.first.txnId, { account: two.entries.into });
    office.company.editBill(two.second.txnId, { account: "Rent" });
    await isDeletedAlone(two);
  });

  test("one bill of two, the other names nothing in its place", async () => {
    const two = await twoBills("ONE");
    office.company.editBill(two.first.txnId, { account: two.entries.into });
    office.company.txn(two.second.txnId).expenseLines.splice(0);
    office.company.editBill(two.second.txnId, { memo: "Without the clean-up" });
    await isDeletedAlone(two);
  });
});

test("an entry that is still there was replaced by hand", async () => {
  const entries = await twoEntries("Account", "accounts");
  const change = await naming("accountId", await idOf(entries, entries.from));
  const { billId, txnId } = await linkedBill("REPLACED-1", change);
  office.company.editBill(txnId, { account: entries.into });
  await office.run();
  expect(await mergedInto(entries)).toEqual({ isDeleted: false, into: null });
  expect(await told(billId)).toContain("bill.changed-in-quickbooks");
});
