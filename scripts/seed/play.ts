import { eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "@/db/client";
import { billLinks, bills } from "@/db/schema";
import type { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import type { Actor } from "@/lib/access/actor";
import type { billInput } from "@/lib/bills/bill-input";
import { approveBill, rejectBill } from "@/lib/bills/give-verdict";
import { saveBill } from "@/lib/bills/save-bill";
import { submitBill } from "@/lib/bills/submit-bill";
import { unapproveBill } from "@/lib/bills/unapprove-bill";
import { addDays } from "@/lib/core/dates";
import { addAmounts, compareAmounts, extend } from "@/lib/core/money";
import type { People } from "./people";
import type { Fate, SeedBill, SeedLine } from "./seed-bill";

type Input = z.input<typeof billInput>;
type Lookup = (list: string, name: string) => string;

const OWNER_FROM = "2500.00";

const amountOf = (line: SeedLine): string =>
  "account" in line ? line.amount : extend(line.quantity, line.cost);

/** A bill of the story as a form would send it; dates count back from today. */
export function inputOf(bill: SeedBill, connectionId: string, id: Lookup): Input {
  const billDate = addDays(new Date().toISOString().slice(0, 10), -bill.daysAgo);
  const days = Number(/Net (\d+)$/.exec(bill.terms)?.[1] ?? 0);
  return {
    billId: null,
    connectionId,
    vendorId: id("vendor", bill.vendor),
    invoiceNumber: bill.number,
    billDate,
    dueDate: addDays(billDate, days),
    termsId: id("terms", bill.terms),
    apAccountId: id("account", "Accounts Payable"),
    memo: bill.memo ?? "",
    amount: addAmounts(bill.lines.map(amountOf)),
    lines: bill.lines.map((line) => ({
      id: null,
      kind: "account" in line ? ("expense" as const) : ("item" as const),
      accountId: "account" in line ? id("account", line.account) : null,
      itemId: "item" in line ? id("item", line.item) : null,
      description: line.about,
      quantity: "item" in line ? line.quantity : null,
      cost: "item" in line ? line.cost : null,
      amount: amountOf(line),
      classId: line.class ? id("class", line.class) : null,
      customerId: line.job ? id("customer", line.job) : null,
      billable: line.billable ?? false,
    })),
  };
}

async function versionOf(billId: string): Promise<number> {
  const [row] = await db().select({ version: bills.version }).from(bills).where(eq(bills.id, billId));
  return row?.version ?? 0;
}

const approve = async (actor: Actor, billId: string) =>
  approveBill(actor, { billId, version: await versionOf(billId) });

async function txnIdOf(billId: string): Promise<string> {
  const [link] = await db()
    .select({ txnId: billLinks.txnId })
    .from(billLinks)
    .where(eq(billLinks.billId, billId));
  if (!link) throw new Error(`bill ${billId} was not linked`);
  return link.txnId;
}

/** How far each fate goes before QuickBooks has its say. */
const UNSUBMITTED: readonly Fate[] = ["draft"];
const IN_APPROVAL: readonly Fate[] = ["submitted", "half approved", "rejected"];

/** Enters a bill and takes it as far as people take it. Gives its id. */
export async function playBill(people: People, bill: SeedBill, input: Input): Promise<string> {
  const { billId } = await saveBill(people.clerk, input);
  if (UNSUBMITTED.includes(bill.fate)) return billId;
  await submitBill(people.clerk, { billId });
  if (bill.fate === "rejected") {
    const note = "We agreed on eight seats. Ask for a corrected invoice.";
    await rejectBill(people.manager, { billId, version: await versionOf(billId), note });
  }
  if (bill.fate === "submitted" || bill.fate === "rejected") return billId;
  await approve(people.manager, billId);
  if (!IN_APPROVAL.includes(bill.fate) && compareAmounts(input.amount, OWNER_FROM) >= 0) {
    await approve(people.owner, billId);
  }
  return billId;
}

const REFUSAL =
  "There was an error when saving a Bill. QuickBooks error message: The posting account is inactive.";

/** QuickBooks will refuse this bill in the next three runs. */
export const refuseNext = (company: CompanyFile, count: number) =>
  company.refuseNext({ request: "BillAdd", count, code: 3210, message: REFUSAL });

/** What the bookkeeper did in QuickBooks after a bill was linked, or the accountant here. */
export async function playAfterwards(
  people: People,
  company: CompanyFile,
  bill: SeedBill,
  billId: string,
): Promise<void> {
  switch (bill.fate) {
    case "paid":
      company.payBill(await txnIdOf(billId));
      break;
    case "partly paid":
      company.payBill(await txnIdOf(billId), "3240.00");
      break;
    case "changed in QuickBooks":
      company.editBill(await txnIdOf(billId), { amount: "261.02", memo: "Freight added" });
      break;
    case "voided":
      company.voidBill(await txnIdOf(billId));
      break;
    case "deleted":
      company.deleteBill(await txnIdOf(billId));
      break;
    case "un-approved":
      await unapproveBill(people.accounting, { billId, reason: "Half of this belongs to the shop." });
      break;
    default:
  }
}
