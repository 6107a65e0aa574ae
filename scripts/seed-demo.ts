/**
 * Fills the database with the demo company, once; adds approved bills when told, and writes the two files
 * of its Web Connector, each time.
 * The past is played through the application itself: people enter, approve and reject, the simulated
 * QuickBooks is synced over SOAP, its bookkeeper pays, changes and deletes.
 *
 *     tsx scripts/seed-demo.ts --base-url URL --qwc-out FILE --password-out FILE --company FILE
 *                              [--approved-bills N]
 *
 * Prints the logins as JSON on its last line.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { connection, db } from "@/db/client";
import { connections, organisations, pullCursors } from "@/db/schema";
import { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { demoCompany } from "@/e2e/quickbooks/seed/demo-company";
import { createConnection } from "@/lib/quickbooks/connections/create-connection";
import { qwcFile } from "@/lib/quickbooks/connections/qwc-file";
import { seedApprovedBills } from "./seed/approved-bills";
import { BILLS_IN_BOOKS } from "./seed/bills-in-books";
import { BILLS_IN_WAITING } from "./seed/bills-in-waiting";
import { ledgerIds, withSync } from "./seed/books";
import { findPeople, LOGINS, ORGANISATION, type People, seedPeople } from "./seed/people";
import { inputOf, playAfterwards, playBill, refuseNext } from "./seed/play";
import type { SeedBill } from "./seed/seed-bill";
import { sendDocuments } from "./seed/seed-documents";

/** Twenty-five bills in every state. */
const BILLS = [...BILLS_IN_BOOKS, ...BILLS_IN_WAITING];

interface Options {
  baseUrl: string;
  qwcOut: string;
  passwordOut: string;
  company: string;
  approvedBills: number;
}

function readOptions(): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    options: {
      "base-url": text,
      "qwc-out": text,
      "password-out": text,
      company: text,
      "approved-bills": text,
    },
  });
  const needed = (name: "base-url" | "qwc-out" | "password-out" | "company"): string => {
    const value = values[name];
    if (!value) throw new Error(`--${name} is needed`);
    return value;
  };
  return {
    baseUrl: needed("base-url"),
    qwcOut: needed("qwc-out"),
    passwordOut: needed("password-out"),
    company: needed("company"),
    approvedBills: Number(values["approved-bills"] ?? 0),
  };
}

async function demoConnection() {
  const [row] = await db().select().from(connections);
  if (!row) throw new Error("the demo has no connection");
  return row;
}

/** Whichever Web Connector comes first after a start is welcome, the simulated one or another with its own company. */
async function forgetCompanyFile(): Promise<void> {
  await db().update(connections).set({ companyName: null, companyFilePath: null, recognisedAt: null });
  await db().delete(pullCursors);
}

/** The story, in the order it would have happened: linked and lived with first, waiting last. */
async function playStory(
  people: People,
  company: CompanyFile,
  password: string,
  approvedBills: number,
): Promise<void> {
  const login = await demoConnection();
  await withSync(login, password, company, async (sync) => {
    await sync();
    const id = await ledgerIds(login.id);
    const play = async (story: SeedBill[]): Promise<[SeedBill, string][]> => {
      const played: [SeedBill, string][] = [];
      for (const bill of story) {
        const documentIds = await sendDocuments(people.clerk, bill);
        const input = { ...inputOf(bill, login.id, id), documentIds };
        played.push([bill, await playBill(people, bill, input)]);
      }
      return played;
    };
    const refused = BILLS.filter((bill) => bill.fate === "removed");
    const waiting = BILLS.filter((bill) => bill.fate === "waiting");
    const rest = await play(BILLS.filter((bill) => bill.fate !== "removed" && bill.fate !== "waiting"));
    await sync();
    await play(refused);
    refuseNext(company, refused.length * 3);
    for (let attempt = 1; attempt <= 3; attempt += 1) await sync();
    for (const [bill, billId] of rest) await playAfterwards(people, company, bill, billId);
    await sync();
    await play(waiting);
    await seedApprovedBills(people, login.id, id, approvedBills);
  });
}

async function main(): Promise<void> {
  const options = readOptions();
  const isThere = (await db().$count(organisations)) > 0;
  if (isThere && options.approvedBills > 0) {
    const { id } = await demoConnection();
    await seedApprovedBills(await findPeople(), id, await ledgerIds(id), options.approvedBills);
  }
  if (!isThere) {
    // A company file of an earlier demo is linked to bills that are gone.
    rmSync(options.company, { force: true });
    const people = await seedPeople();
    const { password } = await createConnection(people.admin, { name: ORGANISATION, runEveryMinutes: 1 });
    writeFileSync(options.passwordOut, `${password}\n`, { mode: 0o600 });
    await playStory(people, CompanyFile.open(options.company, demoCompany), password, options.approvedBills);
  }
  if (!existsSync(options.passwordOut) || readFileSync(options.passwordOut, "utf8").trim() === "") {
    throw new Error(`${options.passwordOut} is gone. Remove the demo's data folder to begin anew.`);
  }
  await forgetCompanyFile();
  writeFileSync(options.qwcOut, qwcFile(await demoConnection(), options.baseUrl));
  await connection().close();
  process.stdout.write(`${JSON.stringify(LOGINS)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
