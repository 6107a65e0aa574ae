import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { lookUp, readPickLists } from "./ledger-views";

const books = useBooks();
beforeAll(async () => {
  await books.db.execute(sql`
    insert into vendors (connection_id, list_id, name, full_name, is_active)
    select ${books.ledger.connectionId}, 'many-' || n, name, name, name <> 'Sleeping Supply'
    from (select n, 'Supply ' || lpad(n::text, 3, '0') as name from generate_series(1, 60) n
          union all values (61, 'Acme Supply'), (62, '50%_Off Supply'), (63, 'Sleeping Supply')) given`);
});

const find = async (q: string) =>
  (await lookUp(books.clerk, { list: "vendor", connectionId: books.ledger.connectionId, q })).map(
    ({ name }) => name,
  );

test("finds by the beginning first, whatever the case, fifty at most", async () => {
  const found = await find("SUPPLY");
  expect(found).toHaveLength(50);
  expect(found[0]).toBe("Supply 001");
  expect(await find("supply acme")).toEqual(["Acme Supply"]);
});

test("takes signs as they are, and leaves out what is inactive", async () => {
  expect(await find("%_")).toEqual(["50%_Off Supply"]);
  expect(await find("sleeping")).toEqual([]);
});

test("says of a new vendor that QuickBooks does not have it", async () => {
  const [vendor] = await lookUp(books.clerk, {
    list: "vendor",
    connectionId: books.ledger.connectionId,
    q: "fresh",
  });
  expect(vendor).toMatchObject({
    id: books.ledger.newVendorId,
    hint: "not in QuickBooks yet",
    termsId: null,
  });
});

test("short lists come whole: accounts for lines apart from those for payables", async () => {
  const lists = await readPickLists(books.viewer, { connectionId: books.ledger.connectionId });
  expect(lists).toMatchObject({
    accounts: [{ name: "Job Materials", hint: "5100 · Cost Of Goods Sold" }],
    apAccounts: [{ name: "Accounts Payable" }],
    classes: [{ name: "Commercial" }],
    terms: [{ name: "Net 30", dueDays: 30, dayOfMonthDue: null }],
  });
});

test("another organisation's company file is not found", async () => {
  const other = await createPerson(books.db, await createOrganisation(books.db), { roles: ["admin"] });
  const { connectionId } = books.ledger;
  await expect(lookUp(other, { list: "vendor", connectionId })).rejects.toMatchObject({ code: "not-found" });
  await expect(readPickLists(other, { connectionId })).rejects.toMatchObject({ code: "not-found" });
});
