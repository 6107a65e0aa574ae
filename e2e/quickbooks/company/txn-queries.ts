import { child, children, childText, type XmlNode } from "../qbxml/read-xml";
import { quickBooksDate } from "./clock";
import type { Context, Handler } from "./context";
import { textMatch, textRange, timeRange } from "./filters";
import type { Row } from "./iterator-state";
import { answerQuery, type Selection, wantedElements } from "./iterators";
import { fromCents } from "./money";
import { findByFullName, fullName, idOf, reference, resolveReference } from "./references";
import { Refusal } from "./refusal";
import { openAmount } from "./settlements";
import type { ListKind, Txn, TxnType } from "./state";
import { txnFields } from "./txn-fields";
import { payableAccount } from "./txns";
import { writeRet } from "./write-ret";

type Test = (txn: Txn) => boolean;

function refNumber(txn: Txn): string {
  return typeof txn.fields.RefNumber === "string" ? txn.fields.RefNumber : "";
}

/** EntityFilter and AccountFilter: the ListIDs they name, children included where they say so. */
function filterIds(context: Context, list: ListKind, filter: XmlNode): Set<string> {
  const ids = new Set<string>();
  for (const { name, text } of filter.children) {
    const entry = name.startsWith("ListID")
      ? context.state.lists[list][text]
      : findByFullName(context.state, list, text);
    if (!entry) continue;
    ids.add(entry.listId);
    if (!name.endsWith("WithChildren")) continue;
    const above = `${fullName(context.state, entry)}:`;
    for (const one of Object.values(context.state.lists[list])) {
      if (fullName(context.state, one).startsWith(above)) ids.add(one.listId);
    }
  }
  return ids;
}

function recordTests(context: Context, request: XmlNode): Test[] {
  const tests: Test[] = [];
  const entity = child(request, "EntityFilter");
  if (entity) {
    const ids = filterIds(context, "Vendor", entity);
    tests.push((txn) => ids.has(idOf(txn.fields.VendorRef ?? txn.fields.PayeeEntityRef) ?? ""));
  }
  const account = child(request, "AccountFilter");
  if (account) {
    const ids = filterIds(context, "Account", account);
    const accounts = (txn: Txn) =>
      [txn.fields.APAccountRef, txn.fields.BankAccountRef, txn.fields.CreditCardAccountRef].map(idOf);
    tests.push((txn) => accounts(txn).some((id) => id !== undefined && ids.has(id)));
  }
  return tests;
}

function dateTest(context: Context, request: XmlNode): Test {
  const filter = child(request, "TxnDateRangeFilter");
  const macro = childText(filter, "DateMacro");
  const today = quickBooksDate(context.now(), context.state.timeZone);
  if (macro === "Today") return (txn) => txn.txnDate === today;
  const from = childText(filter, "FromTxnDate") || "";
  const to = childText(filter, "ToTxnDate") || "9999-12-31";
  if (from > to) throw new Refusal(3030, `The date range is invalid: "${from}" is later than "${to}".`);
  return (txn) => txn.txnDate >= from && txn.txnDate <= to;
}

function filters(context: Context, request: XmlNode): Test {
  const { state } = context;
  const names: [string, string] = ["FromModifiedDate", "ToModifiedDate"];
  const modified = timeRange(child(request, "ModifiedDateRangeFilter"), names, state.timeZone);
  const dated = dateTest(context, request);
  const match = textMatch(child(request, "RefNumberFilter"), "RefNumber");
  const range = textRange(child(request, "RefNumberRangeFilter"), ["FromRefNumber", "ToRefNumber"]);
  const paid = childText(request, "PaidStatus") ?? "All";
  const paidTest: Test = (txn) => paid === "All" || openAmount(state, txn) <= 0 === (paid === "PaidOnly");
  const tests = [...recordTests(context, request), dated, paidTest];
  return (txn) =>
    modified(txn.timeModified) &&
    match(refNumber(txn)) &&
    range(refNumber(txn)) &&
    tests.every((test) => test(txn));
}

/** Records asked for by TxnID or number: all that bear it, and what none bears. */
function asked(all: Txn[], request: XmlNode): { found: Txn[]; missing: string[] } | undefined {
  const same: Record<string, (txn: Txn, text: string) => boolean> = {
    TxnID: (txn, text) => txn.txnId === text,
    RefNumber: (txn, text) => refNumber(txn).toLowerCase() === text.toLowerCase(),
    RefNumberCaseSensitive: (txn, text) => refNumber(txn) === text,
  };
  for (const [name, equal] of Object.entries(same)) {
    const wanted = children(request, name).map((node) => node.text);
    if (wanted.length === 0) continue;
    const found = all.filter((txn) => wanted.some((text) => equal(txn, text)));
    return { found, missing: wanted.filter((text) => !found.some((txn) => equal(txn, text))) };
  }
  return undefined;
}

function txnQuery(type: TxnType): Handler {
  return (context, request) =>
    answerQuery(context, request, (): Selection => {
      const parts = {
        lines: childText(request, "IncludeLineItems") === "true",
        linked: childText(request, "IncludeLinkedTxns") === "true",
      };
      const only = wantedElements(request);
      const row =
        (txn: Txn): Row =>
        () =>
          writeRet(`${type}Ret`, txnFields(context, txn, parts), only);
      const all = Object.values(context.state.txns).filter((txn) => txn.type === type);
      const named = asked(all, request);
      if (named) return { rows: named.found.map(row), missing: named.missing };
      return { rows: all.filter(filters(context, request)).map(row) };
    });
}

const billToPay: Handler = (context, request) => {
  const payee = child(request, "PayeeEntityRef");
  if (!payee) throw new Refusal(3150, 'There is a missing element: "PayeeEntityRef".');
  const vendor = resolveReference(context, payee, "BillToPay");
  const payable = payableAccount(context, request, "BillToPay", vendor);
  const dueBy = childText(request, "DueDate") ?? "9999-12-31";
  return answerQuery(context, request, (): Selection => {
    const open = Object.values(context.state.txns).filter(
      (txn) =>
        (txn.type === "Bill" || txn.type === "VendorCredit") &&
        idOf(txn.fields.VendorRef) === vendor.listId &&
        idOf(txn.fields.APAccountRef) === payable.listId &&
        openAmount(context.state, txn) > 0 &&
        String(txn.fields.DueDate ?? "") <= dueBy,
    );
    return {
      rows: open.map((txn) => () => {
        const fields = {
          ...txn.fields,
          TxnID: txn.txnId,
          TxnType: txn.type,
          TxnDate: txn.txnDate,
          APAccountRef: reference(context.state, "Account", payable.listId),
          AmountDue: fromCents(openAmount(context.state, txn)),
          CreditRemaining: fromCents(openAmount(context.state, txn)),
        };
        const wrapper = txn.type === "Bill" ? "BillToPay" : "CreditToApply";
        return writeRet("BillToPayRet", { [wrapper]: fields }, wantedElements(request));
      }),
    };
  });
};

/** The queries for transactions. */
export const TXN_QUERIES: Record<string, Handler> = {
  BillQuery: txnQuery("Bill"),
  BillPaymentCheckQuery: txnQuery("BillPaymentCheck"),
  BillPaymentCreditCardQuery: txnQuery("BillPaymentCreditCard"),
  VendorCreditQuery: txnQuery("VendorCredit"),
  BillToPayQuery: billToPay,
};
