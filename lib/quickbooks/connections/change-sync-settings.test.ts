import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { accounts, auditEvents, connections, pullCursors } from "@/db/schema";
import { ledgerId } from "@/lib/testing/bill-story";
import { type Office, openOffice } from "@/lib/testing/office";
import { createOrganisation, createPerson } from "@/lib/testing/people";
import { chooseImport, choosePaymentAccounts, compareEverything } from "./change-sync-settings";
import { createConnection } from "./create-connection";
import { readPaymentAccounts } from "./settings-views";

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  await office.run();
});
afterAll(() => office.close());

const here = () => ({ connectionId: office.connectionId });
const stored = async () =>
  (await office.database.db.select().from(connections).where(eq(connections.id, office.connectionId)))[0];
const accountOf = async (type: string): Promise<string> => {
  const rows = await office.database.db.select().from(accounts).where(eq(accounts.accountType, type));
  const id = rows.find(({ connectionId }) => connectionId === office.connectionId)?.id;
  if (!id) throw new Error(`the company file has no account of type ${type}`);
  return id;
};

test("only active bank and card accounts are offered, and taken", async () => {
  const { db } = office.database;
  const [bank, card] = [await accountOf("Bank"), await accountOf("CreditCard")];
  const { choices } = await readPaymentAccounts(office.admin, here());
  expect(new Set(choices.map(({ accountType }) => accountType))).toEqual(new Set(["Bank", "CreditCard"]));
  await choosePaymentAccounts(office.admin, { ...here(), bankAccountId: bank, cardAccountId: card });
  expect(await stored()).toMatchObject({ defaultBankAccountId: bank, defaultCardAccountId: card });

  const wrong = choosePaymentAccounts(office.admin, { ...here(), bankAccountId: card, cardAccountId: bank });
  await expect(wrong).rejects.toMatchObject({
    code: "invalid",
    fields: [{ path: "bankAccountId" }, { path: "cardAccountId" }],
  });
  const expense = await ledgerId(office, "accounts");
  const other = choosePaymentAccounts(office.admin, {
    ...here(),
    bankAccountId: expense,
    cardAccountId: null,
  });
  await expect(other).rejects.toMatchObject({ code: "invalid" });
  await db.update(accounts).set({ isActive: false }).where(eq(accounts.id, bank));
  const inactive = choosePaymentAccounts(office.admin, {
    ...here(),
    bankAccountId: bank,
    cardAccountId: null,
  });
  await expect(inactive).rejects.toMatchObject({ code: "invalid" });
  expect((await readPaymentAccounts(office.admin, here())).choices.map(({ id }) => id)).not.toContain(bank);
});

test("another company file's account does not exist, not even one's own organisation's", async () => {
  const second = await createConnection(office.admin, { name: "Second file" });
  const card = await accountOf("CreditCard");
  const choice = { connectionId: second.connectionId, bankAccountId: null, cardAccountId: card };
  await expect(choosePaymentAccounts(office.admin, choice)).rejects.toMatchObject({ code: "not-found" });
});

test("bills are read from the day chosen: the cursor goes, and stays when it is switched off", async () => {
  const { db } = office.database;
  const cursors = async () =>
    (await db.select().from(pullCursors).where(eq(pullCursors.kind, "pull.bills"))).map(
      ({ modifiedUpTo }) => modifiedUpTo,
    );
  const putCursor = () =>
    db
      .insert(pullCursors)
      .values({ connectionId: office.connectionId, kind: "pull.bills", modifiedUpTo: "2026-11-01T00:00:00" })
      .onConflictDoNothing();
  await putCursor();
  await chooseImport(office.admin, { ...here(), since: "2026-01-01" });
  expect(await cursors()).toEqual([]);
  expect((await stored())?.importBillsSince).toBe("2026-01-01");
  await putCursor();
  await chooseImport(office.admin, { ...here(), since: null });
  expect(await cursors()).toHaveLength(1);
  for (const since of ["", "2026-02-30", "yesterday"]) {
    await expect(chooseImport(office.admin, { ...here(), since })).rejects.toMatchObject({ code: "invalid" });
  }
});

test("a comparison is ordered once, also by Accounting Access", async () => {
  await expect(compareEverything(office.clerk, here())).rejects.toMatchObject({ code: "forbidden" });
  await compareEverything(office.accountant, here());
  await compareEverything(office.admin, here());
  expect((await stored())?.comparesNext).toBe(true);
  const events = await office.database.db
    .select()
    .from(auditEvents)
    .where(eq(auditEvents.name, "connection.compared"));
  expect(events.map(({ actorName }) => actorName)).toEqual(["Amy Accounting"]);
});

test("another organisation's company file does not exist", async () => {
  const { db } = office.database;
  const stranger = await createPerson(db, await createOrganisation(db), { roles: ["admin"] });
  const before = await stored();
  const attempts = [
    () => choosePaymentAccounts(stranger, { ...here(), bankAccountId: null, cardAccountId: null }),
    () => chooseImport(stranger, { ...here(), since: "2026-01-01" }),
    () => compareEverything(stranger, here()),
    () => readPaymentAccounts(stranger, here()),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: "not-found" });
  expect(await stored()).toEqual(before);
});
