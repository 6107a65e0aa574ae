import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { addEntry } from "@/e2e/quickbooks/company/lists";
import { createCustomer } from "@/lib/ledger/create-customer";
import { ledgerId } from "@/lib/testing/bill-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();

async function pathsOf(table: "accounts" | "classes" | "customers" | "items", ids: string[]) {
  const { rows } = await office.database.db.execute<{ path: string }>(sql`
    select full_name as path from ${sql.raw(table)} where list_id in ${ids} order by array_position(${sql.param(ids)}::text[], list_id)`);
  return rows.map(({ path }) => path);
}

/** What a new entry of a list is like, where it needs more than a name. */
const LIKE = { Account: "Rent", Customer: null, Item: "Framing Labor", Class: null } as const;

function addUnder(list: keyof typeof LIKE, name: string, parentId?: string): string {
  const like = LIKE[list] && office.company.entry(list, LIKE[list]);
  const { type, fields } = like ?? { type: list, fields: {} };
  return addEntry(office.company, { list, name, type, parentId, fields: structuredClone(fields) }).listId;
}

test.each([
  ["Account", "accounts"],
  ["Class", "classes"],
  ["Customer", "customers"],
  ["Item", "items"],
] as const)("%s renamed in QuickBooks: the paths of all that stands under it follow", async (list, table) => {
  const top = addUnder(list, "Before");
  const child = addUnder(list, "Child", top);
  const grandchild = addUnder(list, "Grandchild", child);
  const beside = addUnder(list, "Before and after");
  await office.run();
  const ids = [top, child, grandchild, beside];
  expect(await pathsOf(table, ids)).toEqual([
    "Before",
    "Before:Child",
    "Before:Child:Grandchild",
    "Before and after",
  ]);

  office.company.rename(list, top, "After");
  await office.run();
  expect(await pathsOf(table, ids)).toEqual([
    "After",
    "After:Child",
    "After:Child:Grandchild",
    "Before and after",
  ]);
});

test("two customers that change their names for one another keep their jobs", async () => {
  const [north, south] = [addUnder("Customer", "North"), addUnder("Customer", "South")];
  const jobs = [addUnder("Customer", "Roof", north), addUnder("Customer", "Floor", south)];
  await office.run();
  office.company.rename("Customer", north, "Elsewhere");
  office.company.rename("Customer", south, "North");
  office.company.rename("Customer", north, "South");
  await office.run();
  expect(await pathsOf("customers", jobs)).toEqual(["South:Roof", "North:Floor"]);
});

test("a job that waits for QuickBooks follows its customer's new name, and goes under it", async () => {
  const customer = addUnder("Customer", "Waiting");
  await office.run();
  const parentId = await ledgerId(office, "customers", "Waiting");
  const { customerId } = await createCustomer(office.clerk, {
    connectionId: office.connectionId,
    parentId,
    name: "Porch",
  });
  office.company.rename("Customer", customer, "Not waiting");
  await office.run();
  const { rows } = await office.database.db.execute<{ path: string }>(
    sql`select full_name as path from customers where id = ${customerId}`,
  );
  expect(rows).toEqual([{ path: "Not waiting:Porch" }]);
});
