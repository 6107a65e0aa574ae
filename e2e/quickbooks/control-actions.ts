import type { BillEdit } from "./company/bookkeeper";
import type { CompanyFile } from "./company/company-file";
import { fromCents } from "./company/money";
import { fullName, idOf } from "./company/references";
import { lineTotal, openAmount, settlementsOf } from "./company/settlements";
import type { CompanyState, ListKind, Txn } from "./company/state";
import type { PaymentKind } from "./company/typed-txns";
import type { Fields } from "./qbxml/write-xml";

/** What a request asks of the control server is wrong: 400 with these words. */
export class BadRequest extends Error {}

/** The parsed body of a POST. */
export type Body = Record<string, unknown>;

/** A text of the body. */
export function text(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== "string" || value === "") throw new BadRequest(`"${name}" must be a text`);
  return value;
}

function optionalText(body: Body, name: string): string | undefined {
  return body[name] === undefined || body[name] === null ? undefined : text(body, name);
}

function vendorName(state: CompanyState, value: Fields[string]): string {
  const vendor = state.lists.Vendor[idOf(value) ?? ""];
  return vendor ? fullName(state, vendor) : "";
}

/** A bill as the control server shows it. */
export function billView(company: CompanyFile, bill: Txn) {
  const { state } = company;
  const open = openAmount(state, bill);
  return {
    txnId: bill.txnId,
    editSequence: String(bill.editSequence),
    timeModified: bill.timeModified,
    vendor: vendorName(state, bill.fields.VendorRef),
    refNumber: bill.fields.RefNumber ?? "",
    txnDate: bill.txnDate,
    dueDate: bill.fields.DueDate ?? "",
    memo: bill.fields.Memo ?? "",
    amountDue: fromCents(lineTotal(bill)),
    openAmount: fromCents(open),
    isPaid: open <= 0,
    isVoided: bill.voided ?? false,
    externalGuid: bill.fields.ExternalGUID ?? "",
    payments: settlementsOf(state, bill.txnId).map((one) => ({
      txnId: one.byTxnId,
      type: state.txns[one.byTxnId]?.type ?? "credit",
      amount: fromCents(one.amount),
      discount: fromCents(one.discount),
    })),
  };
}

/** A bill with its lines. */
export function wholeBillView(company: CompanyFile, bill: Txn) {
  return {
    ...billView(company, bill),
    header: bill.fields,
    expenseLines: bill.expenseLines,
    itemLines: bill.itemLines,
  };
}

/** The vendors, with their ids. */
export function vendorViews(company: CompanyFile) {
  return Object.values(company.state.lists.Vendor).map((vendor) => ({
    listId: vendor.listId,
    name: vendor.name,
    isActive: vendor.isActive,
    timeModified: vendor.timeModified,
    externalGuid: vendor.fields.ExternalGUID ?? "",
  }));
}

/** How many of each kind the company file holds. */
export function counts(state: CompanyState): Record<string, number> {
  const out: Record<string, number> = {};
  for (const [list, entries] of Object.entries(state.lists)) out[list] = Object.keys(entries).length;
  for (const { type } of Object.values(state.txns)) out[type] = (out[type] ?? 0) + 1;
  return out;
}

const PAYMENTS: PaymentKind[] = ["check", "creditCard", "credit"];
const LISTS: ListKind[] = ["Account", "Vendor", "Customer", "Class", "Item", "Terms"];

function paymentKind(body: Body): PaymentKind {
  const kind = optionalText(body, "kind") ?? "check";
  const known = PAYMENTS.find((one) => one === kind);
  if (!known) throw new BadRequest(`"kind" must be one of ${PAYMENTS.join(", ")}`);
  return known;
}

function listKind(body: Body): ListKind {
  const list = LISTS.find((one) => one === (optionalText(body, "list") ?? "Vendor"));
  if (!list) throw new BadRequest(`"list" must be one of ${LISTS.join(", ")}`);
  return list;
}

function billEdit(body: Body): BillEdit {
  const edit: BillEdit = {};
  for (const name of ["refNumber", "txnDate", "dueDate", "vendor", "amount", "account"] as const) {
    const value = optionalText(body, name);
    if (value !== undefined) edit[name] = value;
  }
  if (typeof body.memo === "string") edit.memo = body.memo;
  return edit;
}

function setSwitch(company: CompanyFile, body: Body): unknown {
  const name = text(body, "name");
  const switches: Record<string, unknown> = { ...company.switches };
  if (!(name in switches)) throw new BadRequest(`There is no switch "${name}"`);
  const before = switches[name];
  const { value } = body;
  const sameKind = typeof value === typeof before || before === null;
  if (!sameKind) throw new BadRequest(`"${name}" takes a value like ${JSON.stringify(before)}`);
  Object.assign(company.switches, { [name]: value });
  return company.switches;
}

/** What a person does in QuickBooks, by the path of the POST. */
export type Action = (company: CompanyFile, body: Body) => unknown;

let backup: CompanyState | undefined;

export const ACTIONS: Record<string, Action> = {
  "/refuse-next": (company, body) => {
    const count = typeof body.count === "number" ? body.count : 1;
    const { code } = body;
    if (typeof code !== "number") throw new BadRequest('"code" must be a number');
    const request = text(body, "request").replace(/Rq$/, "");
    company.refuseNext({ request, count, code, message: text(body, "message") });
    return { refusals: company.refusals };
  },
  "/pay": (company, body) => {
    const txnId = text(body, "txnId");
    const discount = optionalText(body, "discount");
    const payment = company.payBill(txnId, optionalText(body, "amount"), paymentKind(body), discount);
    return { ...billView(company, company.txn(txnId)), paymentTxnId: payment.txnId };
  },
  "/delete-payment": (company, body) => {
    company.deletePayment(text(body, "txnId"));
    return { deleted: body.txnId };
  },
  "/void-payment": (company, body) => ({ voided: company.voidPayment(text(body, "txnId")).txnId }),
  "/enter-credit": (company, body) => {
    const line = { account: text(body, "account"), amount: text(body, "amount") };
    const refNumber = optionalText(body, "refNumber");
    return { txnId: company.enterCredit({ vendor: text(body, "vendor"), refNumber, lines: [line] }).txnId };
  },
  "/apply-credit": (company, body) => {
    const billId = text(body, "billId");
    company.applyCredit(text(body, "txnId"), billId, text(body, "amount"));
    return billView(company, company.txn(billId));
  },
  "/enter-bill": (company, body) => {
    const line = { account: text(body, "account"), amount: text(body, "amount") };
    const bill = company.enterBill({
      vendor: text(body, "vendor"),
      refNumber: optionalText(body, "refNumber"),
      txnDate: optionalText(body, "txnDate"),
      memo: optionalText(body, "memo"),
      lines: [line],
    });
    return billView(company, bill);
  },
  "/edit-bill": (company, body) => billView(company, company.editBill(text(body, "txnId"), billEdit(body))),
  "/invoice-lines": (company, body) => wholeBillView(company, company.invoiceLines(text(body, "txnId"))),
  "/void-bill": (company, body) => billView(company, company.voidBill(text(body, "txnId"))),
  "/delete-bill": (company, body) => {
    company.deleteBill(text(body, "txnId"));
    return { deleted: body.txnId };
  },
  "/add-vendor": (company, body) => ({ listId: company.addVendor(text(body, "name")).listId }),
  "/rename-vendor": (company, body) => ({
    listId: company.renameVendor(text(body, "vendor"), text(body, "name")).listId,
  }),
  "/merge-vendors": (company, body) => {
    company.mergeVendors(text(body, "from"), text(body, "into"));
    return { merged: body.from };
  },
  "/merge": (company, body) => {
    company.merge(listKind(body), text(body, "from"), text(body, "into"));
    return { merged: body.from };
  },
  "/rename": (company, body) => {
    const entry = company.rename(listKind(body), text(body, "entry"), text(body, "name"));
    return { listId: entry.listId, name: entry.name };
  },
  "/make-inactive": (company, body) => {
    const entry = company.makeInactive(listKind(body), text(body, "name"), body.isActive === true);
    return { listId: entry.listId, isActive: entry.isActive };
  },
  "/closing-date": (company, body) => {
    company.setClosingDate(optionalText(body, "date"), optionalText(body, "password"));
    return { closingDate: company.state.preferences.closingDate ?? null };
  },
  "/backup": (company) => {
    backup = company.snapshot();
    return counts(backup);
  },
  "/restore-backup": (company) => {
    if (!backup) throw new BadRequest("There is no backup; POST /backup makes one");
    company.restoreBackup(backup);
    return counts(company.state);
  },
  "/multi-user": (company, body) => {
    company.setMultiUser(body.multiUser !== false);
    return { multiUser: company.state.preferences.multiUser };
  },
  "/window": (company, body) => {
    company.showWindow(text(body, "id"), body.open !== false);
    return { inUse: company.switches.inUse };
  },
  "/upgrade": (company) => {
    company.upgrade();
    return { productName: company.switches.productName };
  },
  "/move-clock": (company, body) => {
    const number = (value: unknown) => (typeof value === "number" ? value : undefined);
    company.moveClock({ days: number(body.days), hours: number(body.hours) });
    return { now: company.now().toISOString() };
  },
  "/switch": setSwitch,
};
