import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Db } from "@/db/client";
import { accounts, classes, connections, customers, items, terms, vendors } from "@/db/schema";
import type { Actor } from "@/lib/access/actor";
import { getContent } from "@/lib/bills/bill-content";
import { formOf } from "@/lib/bills/bill-form";
import type { billInput } from "@/lib/bills/bill-input";
import { approveBill } from "@/lib/bills/give-verdict";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { type SavedRules, saveWorkflow } from "@/lib/orgs/workflow-store";
import { type TestDatabase, testDatabase } from "./database";
import { createOrganisation, createPerson, useDatabase } from "./people";

export type BillFormInput = z.input<typeof billInput>;

/** The records of a company file that bills name, by their ids here. */
export interface Ledger {
  connectionId: string;
  vendorId: string;
  /** A vendor that QuickBooks does not have yet. */
  newVendorId: string;
  accountId: string;
  apAccountId: string;
  itemId: string;
  classId: string;
  customerId: string;
  termsId: string;
}

/** An organisation with people, a company file that was read once, and nothing entered yet. */
export interface Books {
  database: TestDatabase;
  db: Db;
  orgId: string;
  ledger: Ledger;
  admin: Actor;
  accountant: Actor;
  clerk: Actor;
  ann: Actor;
  bob: Actor;
  viewer: Actor;
}

let serial = 0;
const nextNumber = (): number => {
  serial += 1;
  return serial;
};

const first = <Row>(rows: Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error("a record was not stored");
  return row;
};

/** A company file with one record in each list, as the first run would have brought it. */
export async function createLedger(db: Db, orgId: string): Promise<Ledger> {
  const number = nextNumber();
  const connection = first(
    await db
      .insert(connections)
      .values({
        orgId,
        name: `Countersign ${number}`,
        username: `books-${number}`,
        passwordHash: "unused",
        fileId: `{${number}}`,
        preferences: { isUsingClassTracking: true, closingDate: "2025-12-31" },
      })
      .returning({ id: connections.id }),
  );
  const connectionId = connection.id;
  const named = (name: string, listId: string | null = `${number}-${name}`) => ({
    ...{ connectionId, name, fullName: name, listId, isActive: true },
  });
  const id = { id: sql<string>`id` };
  const [vendor, newVendor] = await db
    .insert(vendors)
    .values([named("Cascade Lumber"), named("Fresh Paint Co", null)])
    .returning(id);
  const [expense, payable] = await db
    .insert(accounts)
    .values([
      { ...named("Job Materials"), accountType: "CostOfGoodsSold", accountNumber: "5100" },
      { ...named("Accounts Payable"), accountType: "AccountsPayable", accountNumber: "2000" },
    ])
    .returning(id);
  const item = await db
    .insert(items)
    .values({ ...named("Lumber"), itemType: "NonInventory", purchaseDescription: "Framing lumber" })
    .returning(id);
  const ledgerClass = await db.insert(classes).values(named("Commercial")).returning(id);
  const customer = await db
    .insert(customers)
    .values([{ ...named("Bayview"), name: "Bayview", fullName: "Bayview:Clubhouse" }])
    .returning(id);
  const net30 = await db
    .insert(terms)
    .values({ ...named("Net 30"), dueDays: 30 })
    .returning(id);
  return {
    connectionId,
    vendorId: vendor?.id ?? "",
    newVendorId: newVendor?.id ?? "",
    accountId: expense?.id ?? "",
    apAccountId: payable?.id ?? "",
    itemId: first(item).id,
    classId: first(ledgerClass).id,
    customerId: first(customer).id,
    termsId: first(net30).id,
  };
}

/** Opens a database of its own with an organisation in it; the caller closes `database`. */
export async function openBooks(): Promise<Books> {
  const database = await testDatabase();
  useDatabase(database.connection);
  const { db } = database;
  const orgId = await createOrganisation(db);
  const ledger = await createLedger(db, orgId);
  return {
    ...{ database, db, orgId, ledger },
    admin: await createPerson(db, orgId, { name: "Alice Admin", roles: ["admin"] }),
    accountant: await createPerson(db, orgId, { name: "Amy Accounting", roles: ["accounting"] }),
    clerk: await createPerson(db, orgId, { name: "Carl Clerk", roles: ["clerk"] }),
    ann: await createPerson(db, orgId, { name: "Ann Approver", roles: ["approver"] }),
    bob: await createPerson(db, orgId, { name: "Bob Approver", roles: ["approver"] }),
    viewer: await createPerson(db, orgId, { name: "Vera Viewer", roles: ["viewer"] }),
  };
}

/** A complete bill of an expense and an item line, 150.00 in all, as the form would send it. */
export function billOf(
  { ledger }: Pick<Books, "ledger">,
  change: Partial<BillFormInput> = {},
): BillFormInput {
  return {
    billId: null,
    connectionId: ledger.connectionId,
    vendorId: ledger.vendorId,
    invoiceNumber: `INV-${nextNumber()}`,
    billDate: "2026-11-02",
    dueDate: "2026-12-02",
    termsId: ledger.termsId,
    apAccountId: null,
    memo: "Café & crème",
    amount: "150.00",
    lines: [
      {
        ...{ id: null, kind: "expense", accountId: ledger.accountId, itemId: null, description: "Clean-up" },
        ...{ quantity: null, cost: null, amount: "100.00", classId: ledger.classId, customerId: null },
      },
      {
        ...{ id: null, kind: "item", accountId: null, itemId: ledger.itemId, description: "Lumber" },
        ...{ quantity: "4", cost: "12.5", amount: "50.00", classId: null, customerId: ledger.customerId },
        billable: true,
      },
    ],
    ...change,
  };
}

/** The workflow: these people one after the other, or all that is given in `rules`. */
export async function askInTurn({ db, orgId }: Books, ...approvers: Actor[]): Promise<void> {
  const rule: SavedRules[number] = {
    name: "Every bill",
    when: {},
    effect: "add",
    steps: approvers.map(({ userId }) => ({ approverIds: [userId], need: "all" as const })),
  };
  await db.transaction((tx) => saveWorkflow(tx, orgId, [rule]));
}

/** A bill entered and submitted by the clerk. */
export async function submittedBill(books: Books, change: Partial<BillFormInput> = {}): Promise<string> {
  const { billId } = await saveBill(books.clerk, billOf(books, change));
  await submitBill(books.clerk, { billId });
  return billId;
}

/** Changes a bill as somebody who has its form open as it is now. */
export async function editBill(
  { db, ledger }: Pick<Books, "db" | "ledger">,
  actor: Actor,
  billId: string,
  change: (form: ReturnType<typeof formOf>) => Partial<BillFormInput>,
): Promise<void> {
  const form = formOf(await getContent(db, billId));
  await saveBill(actor, { ...form, billId, connectionId: ledger.connectionId, ...change(form) });
}

/** The tables' own word on a bill. */
export async function rowOf({ db }: Pick<Books, "db">, billId: string) {
  const found = await db.execute<{
    state: string;
    round: number;
    version: number;
    job: string | null;
    blockedOn: string | null;
  }>(sql`
    select b.state, b.round, b.version, j.state as job, j.blocked_on as "blockedOn" from bills b
    left join lateral (select * from jobs where subject_id = b.id and kind = 'bill' order by seq desc limit 1) j on true
    where b.id = ${billId}`);
  return first(found.rows);
}

/** Approves as somebody who looks at the bill as it is now. */
export async function approveNow(
  books: Books,
  actor: Actor,
  billId: string,
  more: { override?: boolean; note?: string } = {},
) {
  const { version } = await rowOf(books, billId);
  return approveBill(actor, { billId, version, ...more });
}
