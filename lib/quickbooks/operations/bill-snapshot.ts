import type { QuickBooksBill, QuickBooksBillLine, QuickBooksRef } from "@/db/schema";
import type { SeenBill } from "@/lib/bills/link-store";
import { toFiveDecimals } from "@/lib/core/money";
import type { RecordOf } from "@/lib/quickbooks/qbxml/message";
import type { billQuery } from "@/lib/quickbooks/qbxml/messages/bill-query";
import { uuidOf } from "./external-guid";
import { fromQuickBooksText } from "./texts";

export type BillRet = RecordOf<typeof billQuery, "BillRet">;

const PAYMENTS = new Set(["BillPaymentCheck", "BillPaymentCreditCard", "VendorCredit", "Discount"]);

const refOf = (ref: { ListID?: string; FullName?: string } | undefined): QuickBooksRef | undefined =>
  ref?.ListID ? { listId: ref.ListID, name: ref.FullName ?? "" } : undefined;

/** QuickBooks' rates end in noughts; ours do not. */
const plainRate = (rate: string): string => rate.replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

const number = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : toFiveDecimals(text);

/** Without keys that are undefined: the same bill reads the same after a round trip through the database. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined && v !== "")) as T;
}

/** Once its customer is invoiced, a billable line has been billed: that is no change of the bill. */
const billing = (status: string | undefined): Pick<QuickBooksBillLine, "billable" | "isBilled"> => ({
  ...(status === undefined ? {} : { billable: status === "Billable" || status === "HasBeenBilled" }),
  ...(status === "HasBeenBilled" ? { isBilled: true } : {}),
});

function expenseLines(ret: BillRet): QuickBooksBillLine[] {
  return (ret.ExpenseLineRet ?? []).map((line) =>
    compact({
      txnLineId: line.TxnLineID ?? "",
      kind: "expense" as const,
      account: refOf(line.AccountRef),
      description: fromQuickBooksText(line.Memo),
      amount: line.Amount,
      class: refOf(line.ClassRef),
      customer: refOf(line.CustomerRef),
      ...billing(line.BillableStatus),
    }),
  );
}

function itemLines(ret: BillRet): QuickBooksBillLine[] {
  return (ret.ItemLines ?? []).map((entry) => {
    if (entry.ItemGroupLineRet) {
      const group = entry.ItemGroupLineRet;
      return compact({
        txnLineId: group.TxnLineID ?? "",
        kind: "group" as const,
        item: refOf(group.ItemGroupRef),
        description: fromQuickBooksText(group.Desc),
        quantity: number(group.Quantity),
        amount: group.TotalAmount,
      });
    }
    const line = entry.ItemLineRet;
    return compact({
      txnLineId: line?.TxnLineID ?? "",
      kind: "item" as const,
      item: refOf(line?.ItemRef),
      description: fromQuickBooksText(line?.Desc),
      quantity: number(line?.Quantity),
      cost: number(line?.Cost),
      amount: line?.Amount,
      class: refOf(line?.ClassRef),
      customer: refOf(line?.CustomerRef),
      ...billing(line?.BillableStatus),
    });
  });
}

/** A bill as QuickBooks describes it, in the form it is kept, shown and compared. */
export function snapshotOf(ret: BillRet): QuickBooksBill {
  return compact({
    vendor: refOf(ret.VendorRef),
    invoiceNumber: ret.RefNumber,
    billDate: ret.TxnDate,
    dueDate: ret.DueDate,
    terms: refOf(ret.TermsRef),
    apAccount: refOf(ret.APAccountRef),
    memo: fromQuickBooksText(ret.Memo),
    amount: ret.AmountDue,
    currency: ret.CurrencyRef?.FullName,
    exchangeRate: ret.ExchangeRate && plainRate(ret.ExchangeRate),
    lines: [...expenseLines(ret), ...itemLines(ret)],
  });
}

/** A voided transaction stays in QuickBooks with an amount of nothing and "VOID:" before its memo. */
export const isVoidedTxn = ({ Memo, AmountDue, Amount }: Record<string, unknown>): boolean =>
  String(Memo ?? "").startsWith("VOID:") && /^0+(\.0+)?$/.test(String(AmountDue ?? Amount ?? ""));

/** What a BillRet tells; undefined when it lacks its identity, and so tells nothing. */
export function seenBill(ret: BillRet): SeenBill | undefined {
  if (!ret.TxnID) return undefined;
  const voided = isVoidedTxn(ret);
  return {
    txnId: ret.TxnID,
    editSequence: ret.EditSequence ?? "",
    timeModified: ret.TimeModified ?? "",
    current: snapshotOf(ret),
    openAmount: ret.OpenAmount ?? null,
    // QuickBooks calls a bill of nothing paid; a voided one is not.
    isPaid: ret.IsPaid === true && !voided,
    isVoided: voided,
    externalGuid: uuidOf(ret.ExternalGUID),
    payments: (ret.LinkedTxn ?? [])
      .filter((txn) => PAYMENTS.has(txn.TxnType ?? ""))
      .map((txn) =>
        compact({
          txnId: txn.TxnID ?? "",
          txnType: txn.TxnType ?? "",
          date: txn.TxnDate ?? "",
          refNumber: txn.RefNumber,
          amount: txn.Amount ?? "",
        }),
      ),
  };
}
