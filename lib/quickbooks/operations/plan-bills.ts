import type { Tx } from "@/db/client";
import type { QuickBooksBill } from "@/db/schema";
import type { FieldChange } from "@/lib/audit/events";
import { type CheckedBill, checkBill } from "@/lib/bills/bill-checks";
import { type BillToSend, getBillsToSend, type LineToSend } from "@/lib/bills/bills-to-send";
import { getCheckedBills } from "@/lib/bills/checked-bill";
import { diffQuickBooksBills } from "@/lib/bills/quickbooks-diff";
import { waitsForEntry } from "@/lib/ledger/enqueue-entries";
import type { Job } from "@/lib/queue/job-moves";
import { supportsField } from "@/lib/quickbooks/qbxml/check";
import { type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { billAdd } from "@/lib/quickbooks/qbxml/messages/bill-add";
import { billMod } from "@/lib/quickbooks/qbxml/messages/bill-mod";
import { conflictOf } from "./bill-conflict";
import { holdsAll } from "./bill-held";
import { intendedBill } from "./bill-snapshot";
import { sendOrBlock } from "./send-or-block";
import { quickBooksText } from "./texts";
import type { Plan, Planner } from "./write-operation";

/** What is kept of a BillAdd or BillMod until it is settled. */
export interface BillPayload {
  billId: string;
  vendorListId: string;
  invoiceNumber: string;
  billDate: string;
  amount: string;
  externalGuid: string;
  /** Our lines in the order sent: expense lines, then item lines. QuickBooks answers in that order. */
  expenseLineIds: string[];
  itemLineIds: string[];
  intended: QuickBooksBill;
  /** Of a BillMod: what it was based on. */
  base: {
    txnId: string;
    editSequence: string;
    /** QuickBooks' version that the approvers knew, or that somebody chose to write over. */
    known: QuickBooksBill | null;
  } | null;
}

export const guidOf = (uuid: string): string => `{${uuid}}`;

const list = (listId: string | null) => (listId ? { ListID: listId } : undefined);

const ofKind = (bill: BillToSend, kind: LineToSend["kind"]) =>
  bill.lines.filter((line) => line.kind === kind);

/** Billable means something only with a customer:job. */
const billable = (line: LineToSend) =>
  line.customerListId ? ({ BillableStatus: line.billable ? "Billable" : "NotBillable" } as const) : {};

const expense = (line: LineToSend) => ({
  AccountRef: list(line.accountListId),
  Amount: line.amount,
  Memo: quickBooksText(line.description),
  CustomerRef: list(line.customerListId),
  ClassRef: list(line.classListId),
  ...billable(line),
});

const item = (line: LineToSend) => ({
  ItemRef: list(line.itemListId),
  Desc: quickBooksText(line.description),
  Quantity: line.quantity ?? undefined,
  Cost: line.cost ?? undefined,
  Amount: line.amount,
  CustomerRef: list(line.customerListId),
  ClassRef: list(line.classListId),
  ...billable(line),
});

function addRequest(bill: BillToSend, job: Job, vendorListId: string, version: string): Request {
  return request(billAdd, job.id, {
    VendorRef: { ListID: vendorListId },
    APAccountRef: list(bill.apAccountListId),
    TxnDate: bill.billDate,
    DueDate: bill.dueDate ?? undefined,
    RefNumber: bill.invoiceNumber || undefined,
    TermsRef: list(bill.termsListId),
    Memo: quickBooksText(bill.memo),
    ExchangeRate: bill.exchangeRate ?? undefined,
    ...(supportsField(billAdd, "ExternalGUID", version) ? { ExternalGUID: guidOf(bill.externalGuid) } : {}),
    ExpenseLineAdd: ofKind(bill, "expense").map(expense),
    ItemLines: ofKind(bill, "item").map((line) => ({ ItemLineAdd: item(line) })),
  });
}

/** A new line has no TxnLineID yet, and one that was removed in QuickBooks has it no more; -1 adds it. */
const lineIdIn = (current: QuickBooksBill | null) => {
  const there = current && new Set(current.lines.map((line) => line.txnLineId));
  return ({ txnLineId }: LineToSend) => (txnLineId && (!there || there.has(txnLineId)) ? txnLineId : "-1");
};

/**
 * Every line is named with its TxnLineID: as soon as one line of a kind is in a BillMod, QuickBooks
 * removes those of that kind that are not. A kind without lines is cleared where QuickBooks had some.
 */
function modRequest(
  bill: BillToSend,
  job: Job,
  vendorListId: string,
  link: NonNullable<BillToSend["link"]>,
): Request {
  const expenses = ofKind(bill, "expense");
  const items = ofKind(bill, "item");
  const lineId = lineIdIn(link.current);
  const had = (kind: "expense" | "item") =>
    (link.current ?? link.written)?.lines.some(
      (line) => (line.kind === "expense") === (kind === "expense"),
    ) ?? false;
  return request(billMod, job.id, {
    TxnID: link.txnId,
    EditSequence: link.editSequence,
    VendorRef: { ListID: vendorListId },
    APAccountRef: list(bill.apAccountListId),
    TxnDate: bill.billDate,
    DueDate: bill.dueDate ?? undefined,
    RefNumber: bill.invoiceNumber,
    // Without terms of ours QuickBooks keeps those that it took from the vendor.
    TermsRef: list(bill.termsListId),
    Memo: quickBooksText(bill.memo) ?? "",
    ExchangeRate: bill.exchangeRate ?? undefined,
    ...(expenses.length === 0 && had("expense") ? { ClearExpenseLines: true } : {}),
    ExpenseLineMod: expenses.map((line) => ({
      TxnLineID: lineId(line),
      ...expense(line),
      Memo: quickBooksText(line.description) ?? "",
    })),
    ...(items.length === 0 && had("item") ? { ClearItemLines: true } : {}),
    ItemLines: items.map((line) => ({
      ItemLineMod: { TxnLineID: lineId(line), ...item(line), Desc: quickBooksText(line.description) ?? "" },
    })),
  });
}

const changesThere = ({ written, current }: NonNullable<BillToSend["link"]>): FieldChange[] =>
  written && current ? diffQuickBooksBills(written, current) : [];

function planBill(
  job: Job,
  bill: BillToSend | undefined,
  checked: CheckedBill | undefined,
  version: string,
): Plan {
  if (bill?.state !== "approved") return { do: "drop", job };
  if (!bill.vendorListId) {
    return { do: "block", job, on: bill.vendorId, reason: waitsForEntry("vendor", bill.vendorName) };
  }
  if (bill.waitsFor) {
    const { list: entered, id, fullName } = bill.waitsFor;
    return { do: "block", job, on: id, reason: waitsForEntry(entered, fullName) };
  }
  const link = bill.link && !bill.link.isDeleted ? bill.link : null;
  const changes = link ? changesThere(link) : [];
  if (link?.isChangedSince && changes.length > 0 && !link.mayOverwrite) {
    return { do: "ask", job, conflict: conflictOf(changes) };
  }
  if (link?.current && holdsAll(bill, link.current)) return { do: "drop", job };
  const [wrong] = checked ? checkBill(checked).filter(({ level }) => level === "error") : [];
  if (wrong) return { do: "block", job, on: null, reason: wrong.message };
  const built = link
    ? modRequest(bill, job, bill.vendorListId, link)
    : addRequest(bill, job, bill.vendorListId, version);
  const payload: BillPayload = {
    billId: bill.billId,
    vendorListId: bill.vendorListId,
    invoiceNumber: bill.invoiceNumber,
    billDate: bill.billDate,
    amount: bill.amount,
    externalGuid: bill.externalGuid,
    expenseLineIds: ofKind(bill, "expense").map((line) => line.id),
    itemLineIds: ofKind(bill, "item").map((line) => line.id),
    intended: intendedBill(bill),
    base: link
      ? { txnId: link.txnId, editSequence: link.editSequence, known: link.current ?? link.written }
      : null,
  };
  return sendOrBlock({ job, version }, link ? "bill.mod" : "bill.add", built, payload);
}

/** BillAdd for a bill without a link, BillMod for a linked one; built from the database at the moment of sending. */
export const billPlanner: Planner = {
  kind: "bill",
  async plan(tx: Tx, context, jobs) {
    const ids = jobs.map((job) => job.subjectId);
    const bills = await getBillsToSend(tx, ids);
    // What changed in the lists since the bill was approved: an entry made inactive, a period closed.
    const checked = await getCheckedBills(tx, ids);
    return jobs.map((job) =>
      planBill(job, bills.get(job.subjectId), checked.get(job.subjectId), context.version),
    );
  },
};
