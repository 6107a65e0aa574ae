import type { Tx } from "@/db/client";
import type { QuickBooksBill, QuickBooksBillLine, QuickBooksRef } from "@/db/schema";
import type { FieldChange } from "@/lib/audit/events";
import { type CheckedBill, checkBill } from "@/lib/bills/bill-checks";
import { type BillToSend, getBillsToSend, inQuickBooksOrder } from "@/lib/bills/bills-to-send";
import { getCheckedBills } from "@/lib/bills/checked-bill";
import {
  type IntendedBill,
  type IntendedLine,
  intendedBill,
  isAsIntended,
  isLineAsIntended,
} from "@/lib/bills/intended-bill";
import { GROUP_STAYS, holdsGroup } from "@/lib/bills/item-groups";
import { diffQuickBooksBills } from "@/lib/bills/quickbooks-diff";
import { waitsForEntry } from "@/lib/ledger/enqueue-entries";
import type { Job } from "@/lib/queue/job-moves";
import { supportsField } from "@/lib/quickbooks/qbxml/check";
import { type Request, request } from "@/lib/quickbooks/qbxml/encode";
import { billAdd } from "@/lib/quickbooks/qbxml/messages/bill-add";
import { billMod } from "@/lib/quickbooks/qbxml/messages/bill-mod";
import { conflictOf } from "./bill-conflict";
import { sendOrBlock } from "./send-or-block";
import type { Plan, Planner } from "./write-operation";

/** What is kept of a BillAdd or BillMod until it is settled. */
export interface BillPayload {
  billId: string;
  vendorListId: string;
  /** In the characters that QuickBooks stores, as it is looked for. */
  invoiceNumber: string;
  billDate: string;
  amount: string;
  externalGuid: string;
  /** Our lines in the order sent: expense lines, then item lines. QuickBooks answers in that order. */
  expenseLineIds: string[];
  itemLineIds: string[];
  intended: IntendedBill;
  /** QuickBooks saved it under this TxnID and said no more: not of its lines, nor what it made of the rest. */
  savedTxnId?: string | undefined;
  /** Of a BillMod: what it was based on. */
  base: {
    txnId: string;
    editSequence: string;
    /** QuickBooks' version that the approvers knew, or that somebody chose to write over. */
    known: QuickBooksBill | null;
  } | null;
}

export const guidOf = (uuid: string): string => `{${uuid}}`;

const list = (ref: QuickBooksRef | null | undefined) => ref && { ListID: ref.listId };
const filled = <T>(value: T | null | undefined): T | undefined => value ?? undefined;

const ofKind = (bill: IntendedBill, kind: IntendedLine["kind"]) =>
  bill.lines.filter((line) => line.kind === kind);

const BILLABLE = { true: "Billable", false: "NotBillable" } as const;
const billableStatus = ({ billable }: IntendedLine) =>
  typeof billable === "boolean" ? BILLABLE[`${billable}`] : undefined;

const expense = (line: IntendedLine) => ({
  AccountRef: list(line.account),
  Amount: filled(line.amount),
  Memo: line.description,
  CustomerRef: list(line.customer),
  ClassRef: list(line.class),
  BillableStatus: billableStatus(line),
});

const item = (line: IntendedLine) => ({
  ItemRef: list(line.item),
  Desc: line.description,
  Quantity: filled(line.quantity),
  Cost: filled(line.cost),
  Amount: filled(line.amount),
  CustomerRef: list(line.customer),
  ClassRef: list(line.class),
  BillableStatus: billableStatus(line),
});

const header = (bill: IntendedBill) => ({
  VendorRef: { ListID: bill.vendor?.listId },
  APAccountRef: list(bill.apAccount),
  TxnDate: filled(bill.billDate),
  DueDate: filled(bill.dueDate),
  RefNumber: bill.invoiceNumber,
  TermsRef: list(bill.terms),
  Memo: bill.memo,
  ExchangeRate: filled(bill.exchangeRate),
});

function addRequest(job: Job, bill: IntendedBill, externalGuid: string, version: string): Request {
  return request(billAdd, job.id, {
    ...header(bill),
    ...(supportsField(billAdd, "ExternalGUID", version) ? { ExternalGUID: guidOf(externalGuid) } : {}),
    ExpenseLineAdd: ofKind(bill, "expense").map(expense),
    ItemLines: ofKind(bill, "item").map((line) => ({ ItemLineAdd: item(line) })),
  });
}

/**
 * Only what QuickBooks has is emptied; where it is not known what that is, all that we have none of. Whether a
 * line is billable is left out once its customer was invoiced: it would be billed a second time.
 */
function changed(line: IntendedLine, there: QuickBooksBillLine | undefined): IntendedLine {
  if (!there && line.txnLineId) return line;
  const isNeedless = (key: string, value: unknown) =>
    (value === null && !Object.hasOwn(there ?? {}, key)) || (key === "billable" && there?.isBilled);
  const kept = Object.entries(line).filter(([key, value]) => !isNeedless(key, value));
  return { ...Object.fromEntries(kept), txnLineId: line.txnLineId, kind: line.kind };
}

/**
 * Every line is named with its TxnLineID: as soon as one line of a kind is in a BillMod, QuickBooks
 * removes those of that kind that are not. By that alone an unchanged one stays as it is. A kind without
 * lines is cleared where QuickBooks had some.
 */
function modRequest(job: Job, bill: IntendedBill, link: NonNullable<BillToSend["link"]>): Request {
  const expenses = ofKind(bill, "expense");
  const items = ofKind(bill, "item");
  const had = (kind: "expense" | "item") =>
    (link.current ?? link.written)?.lines.some(
      (line) => (line.kind === "expense") === (kind === "expense"),
    ) ?? false;
  const there = new Map(link.current?.lines.map((line) => [line.txnLineId, line]));
  const line = <Fields extends object>(one: IntendedLine, fields: (one: IntendedLine) => Fields) => {
    const current = there.get(one.txnLineId);
    // A new line has no TxnLineID yet, and one that was removed in QuickBooks has it no more; -1 adds it.
    const id = { TxnLineID: one.txnLineId || "-1" };
    return current && isLineAsIntended(one, current) ? id : { ...id, ...fields(changed(one, current)) };
  };
  return request(billMod, job.id, {
    ...{ TxnID: link.txnId, EditSequence: link.editSequence },
    ...header(bill),
    ...(expenses.length === 0 && had("expense") ? { ClearExpenseLines: true } : {}),
    ExpenseLineMod: expenses.map((one) => line(one, expense)),
    ...(items.length === 0 && had("item") ? { ClearItemLines: true } : {}),
    ItemLines: items.map((one) => ({ ItemLineMod: line(one, item) })),
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
  // Nothing is written into what was voided: it is fetched in this run, and goes to the Archive, which offers to add it again.
  if (link?.isVoided) return { do: "drop", job };
  if (holdsGroup(link?.current)) {
    // Taken over from QuickBooks as it is there, and never changed here.
    if (holdsGroup(link?.written)) return { do: "drop", job };
    return { do: "block", job, on: null, reason: GROUP_STAYS };
  }
  const changes = link ? changesThere(link) : [];
  if (link?.isChangedSince && changes.length > 0 && !link.mayOverwrite) {
    return { do: "ask", job, conflict: conflictOf(changes) };
  }
  const intended = intendedBill(bill);
  if (link?.current && isAsIntended(intended, link.current)) return { do: "drop", job };
  const [wrong] = checked ? checkBill(checked).filter(({ level }) => level === "error") : [];
  if (wrong) return { do: "block", job, on: null, reason: wrong.message };
  const built = link
    ? modRequest(job, intended, link)
    : addRequest(job, intended, bill.externalGuid, version);
  const lineIds = (kind: "expense" | "item") =>
    inQuickBooksOrder(bill.lines).flatMap((line) => (line.kind === kind ? [line.id] : []));
  const payload: BillPayload = {
    billId: bill.billId,
    vendorListId: bill.vendorListId,
    invoiceNumber: intended.invoiceNumber ?? "",
    billDate: bill.billDate,
    amount: bill.amount,
    externalGuid: bill.externalGuid,
    expenseLineIds: lineIds("expense"),
    itemLineIds: lineIds("item"),
    intended,
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
