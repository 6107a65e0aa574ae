import type { CompanyFile } from "@/e2e/quickbooks/company/company-file";
import { toCents } from "@/e2e/quickbooks/company/money";
import { idOf } from "@/e2e/quickbooks/company/references";
import { settlementsOf } from "@/e2e/quickbooks/company/settlements";
import type { ListEntry, Txn } from "@/e2e/quickbooks/company/state";
import type { Random } from "@/lib/testing/seeded";
import type { Tally } from "./edits-here";

type Edit = (company: CompanyFile, random: Random) => boolean;

const standing = (company: CompanyFile) => company.txns().filter((bill) => !bill.voided);
const unsettled = (company: CompanyFile) =>
  standing(company).filter((bill) => settlementsOf(company.state, bill.txnId).length === 0);
const open = (company: CompanyFile) =>
  standing(company).filter((bill) => toCents(company.open(bill.txnId)) > 1000);
const vendors = (company: CompanyFile) => Object.values(company.state.lists.Vendor);

function on<Row extends Txn | ListEntry>(rows: Row[], random: Random, work: (row: Row) => void): boolean {
  if (rows.length === 0) return false;
  work(random.pick(rows));
  return true;
}

const EDITS: Record<string, Edit> = {
  "edit a memo": (company, random) =>
    on(standing(company), random, (bill) =>
      company.editBill(bill.txnId, { memo: `there ${random.below(1000)}` }),
    ),
  "edit an amount": (company, random) =>
    on(unsettled(company), random, (bill) =>
      company.editBill(bill.txnId, { amount: `${20 + random.below(500)}.00` }),
    ),
  "pay in full": (company, random) =>
    on(open(company), random, (bill) =>
      company.payBill(bill.txnId, undefined, random.pick(["check", "creditCard"])),
    ),
  "pay in part": (company, random) =>
    on(open(company), random, (bill) => company.payBill(bill.txnId, "5.00", "check")),
  "set a credit off": (company, random) =>
    on(open(company), random, (bill) => company.payBill(bill.txnId, "3.00", "credit")),
  "enter a credit": (company, random) =>
    on(open(company), random, (bill) =>
      company.enterCredit({
        ...{ vendor: idOf(bill.fields.VendorRef) ?? "", refNumber: `CR ${random.below(100_000)}` },
        lines: [{ account: "Rent", amount: `${10 + random.below(90)}.00` }],
      }),
    ),
  "pay with a discount": (company, random) =>
    on(open(company), random, (bill) => company.payBill(bill.txnId, "4.00", "check", "1.00")),
  "undo a payment": (company, random) =>
    on(company.txns("BillPaymentCheck"), random, (payment) => company.deletePayment(payment.txnId)),
  "void a payment": (company, random) =>
    on(company.txns("BillPaymentCreditCard"), random, (payment) => company.voidPayment(payment.txnId)),
  "void a bill": (company, random) => on(unsettled(company), random, (bill) => company.voidBill(bill.txnId)),
  "delete a bill": (company, random) =>
    on(unsettled(company), random, (bill) => company.deleteBill(bill.txnId)),
  "rename a vendor": (company, random) =>
    on(vendors(company), random, (vendor) =>
      company.renameVendor(vendor.listId, `${vendor.name.slice(0, 30)} ${random.below(1000)}`),
    ),
  "merge vendors": (company, random) => {
    const [from, into] = [random.pick(vendors(company)), random.pick(vendors(company))];
    if (from === into || vendors(company).length < 20) return false;
    company.mergeVendors(from.listId, into.listId);
    return true;
  },
  "rename a customer": (company, random) =>
    on(Object.values(company.state.lists.Customer), random, (customer) =>
      company.rename("Customer", customer.listId, `${customer.name.slice(0, 30)} ${random.below(1000)}`),
    ),
  "rename an item": (company, random) =>
    on(Object.values(company.state.lists.Item), random, (item) =>
      company.rename("Item", item.listId, `${item.name.slice(0, 25)} ${random.below(1000)}`),
    ),
  "make an item inactive": (company, random) =>
    on(Object.values(company.state.lists.Item), random, (item) => company.makeInactive("Item", item.listId)),
  "make a vendor inactive": (company, random) =>
    on(vendors(company), random, (vendor) => company.makeInactive("Vendor", vendor.listId)),
  "make a vendor active": (company, random) =>
    on(
      vendors(company).filter((vendor) => !vendor.isActive),
      random,
      (vendor) => company.makeInactive("Vendor", vendor.listId, true),
    ),
};

const MOST_TRIES = 6;

/** Makes one edit in QuickBooks' own windows that something can be tried on. */
export function editThere(company: CompanyFile, random: Random, tally: Tally): void {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const name = random.pick(Object.keys(EDITS));
    tally[name] ??= { done: 0, keptBack: 0 };
    if (EDITS[name]?.(company, random)) {
      tally[name].done += 1;
      return;
    }
  }
}

/** What keeps records back is taken away, so that all that waits can go. */
export function setAllRight(company: CompanyFile): void {
  for (const list of ["Vendor", "Item"] as const) {
    for (const { listId, isActive } of Object.values(company.state.lists[list])) {
      if (!isActive) company.makeInactive(list, listId, true);
    }
  }
}
