import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { jobs, syncErrors, vendors } from "@/db/schema";
import { useBooks } from "@/lib/testing/use-books";
import { changeVendor } from "./change-vendor";
import { createCustomer } from "./create-customer";
import { listNewEntries } from "./new-entry-views";
import { listVendors, readVendor } from "./vendor-views";

const books = useBooks();
let connectionId: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  connectionId = books.ledger.connectionId;
  const rows = await books.db
    .insert(vendors)
    .values(
      ["Asleep", "Refused", "Changing", "100%_Sure"].map((name) => ({
        ...{ connectionId, name, fullName: name, isActive: name !== "Asleep", balance: "12.50", phone: "1" },
        ...(name === "Refused" ? {} : { listId: `seen-${name}`, editSequence: "1" }),
      })),
    )
    .returning({ id: vendors.id, name: vendors.name });
  for (const { id, name } of rows) ids[name] = id;
  const subjectId = ids.Refused ?? "";
  const [job] = await books.db
    .insert(jobs)
    .values({
      orgId: books.orgId,
      connectionId,
      kind: "vendor",
      subjectId,
      state: "removed",
      rank: 10,
      attempts: 3,
    })
    .returning({ id: jobs.id });
  await books.db.insert(syncErrors).values({
    ...{ orgId: books.orgId, connectionId, jobId: job?.id, kind: "vendor", subjectId, attempt: 3 },
    ...{ code: "3100", message: "The name is in use." },
  });
  await changeVendor(books.accountant, { vendorId: ids.Changing ?? "", name: "Changing", phone: "2" });
});

const list = async (input: object) => {
  const { rows, ...counts } = await listVendors(books.accountant, { connectionId, ...input });
  return { ...counts, found: rows.map(({ name, sync }) => `${name}: ${sync.state}`) };
};

test("each vendor is listed with how it stands", async () => {
  expect(await list({})).toEqual({
    ...{ total: 5, pending: 3 },
    found: [
      "100%_Sure: linked",
      "Cascade Lumber: linked",
      "Changing: changing",
      "Fresh Paint Co: new",
      "Refused: refused",
    ],
  });
  expect((await list({ show: "pending" })).found).toEqual([
    "Changing: changing",
    "Fresh Paint Co: new",
    "Refused: refused",
  ]);
  expect(await list({ show: "inactive" })).toMatchObject({ found: ["Asleep: inactive"], total: 1 });
  expect((await list({ q: "%_s" })).found).toEqual(["100%_Sure: linked"]);
  expect((await list({ page: 2 })).found).toEqual([]);
});

test("a vendor's page has QuickBooks' values, the wished ones, and what was refused for whom it concerns", async () => {
  const changing = await readVendor(books.viewer, { vendorId: ids.Changing ?? "" });
  expect(changing).toMatchObject({
    ...{ phone: "1", balance: "12.50", wished: { phone: "2", name: "Changing" } },
    pending: [{ field: "Phone", from: "1", to: "2" }],
  });
  const vendorId = ids.Refused ?? "";
  expect((await readVendor(books.accountant, { vendorId })).sync).toEqual({
    ...{ state: "refused", reason: null, attempts: 3, isRemoved: true },
    error: { code: "3100", message: "The name is in use." },
  });
  expect((await readVendor(books.clerk, { vendorId })).sync).toMatchObject({ state: "refused", error: null });
});

test("the list of new entries has what QuickBooks does not, and nothing else", async () => {
  const { customerId } = await createCustomer(books.clerk, { connectionId, name: "Harbor Inn" });
  await createCustomer(books.clerk, { connectionId, name: "Lobby", parentId: customerId });
  const entries = await listNewEntries(books.viewer, { connectionId });
  expect(entries.map(({ fullName, sync }) => [fullName, sync.state])).toEqual([
    ["Harbor Inn", "new"],
    ["Harbor Inn:Lobby", "new"],
  ]);
  await books.db.execute(sql`update customers set list_id = 'there' where id = ${customerId}`);
  expect((await listNewEntries(books.viewer, { connectionId })).map(({ name }) => name)).toEqual(["Lobby"]);
});
