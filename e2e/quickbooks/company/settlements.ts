import { toCents } from "./money";
import { idOf } from "./references";
import type { CompanyState, Settlement, Txn } from "./state";

/** The sum of a bill's or credit's lines, in cents. */
export function lineTotal(txn: Pick<Txn, "expenseLines" | "itemLines">): number {
  let total = 0;
  for (const { fields } of [...txn.expenseLines, ...txn.itemLines]) {
    if (typeof fields.Amount === "string") total += toCents(fields.Amount);
  }
  return total;
}

/** What settles a bill. */
export function settlementsOf(state: CompanyState, billId: string): Settlement[] {
  return state.settlements.filter((one) => one.billId === billId);
}

/** What a payment or credit settles. */
export function settledBy(state: CompanyState, txnId: string): Settlement[] {
  return state.settlements.filter((one) => one.byTxnId === txnId);
}

/** Paid, discounted and credited so far, in cents. */
export function settledAmount(state: CompanyState, billId: string): number {
  return settlementsOf(state, billId).reduce((sum, one) => sum + one.amount + one.discount, 0);
}

/**
 * What a payment takes out of its account, in cents. It keeps that when a bill it paid is deleted; a payment
 * from before it was noted is the sum of what it settles.
 */
export function paymentAmount(state: CompanyState, payment: Txn): number {
  if (payment.voided) return 0;
  const settled = settledBy(state, payment.txnId).reduce((sum, one) => sum + one.amount, 0);
  return payment.paid ?? settled;
}

/** What is still to pay on a bill, or still to use of a credit, in cents. */
export function openAmount(state: CompanyState, txn: Txn): number {
  if (txn.type === "Bill") return lineTotal(txn) - settledAmount(state, txn.txnId);
  return lineTotal(txn) - settledBy(state, txn.txnId).reduce((sum, one) => sum + one.amount, 0);
}

/** What the company owes each vendor, by ListID, in cents. One pass, for answers with thousands of vendors. */
export function openBalances(state: CompanyState): Map<string, number> {
  const balances = new Map<string, number>();
  const add = (id: string | undefined, cents: number) => {
    if (id !== undefined) balances.set(id, (balances.get(id) ?? 0) + cents);
  };
  for (const txn of Object.values(state.txns)) {
    const vendor = idOf(txn.fields.VendorRef);
    if (txn.type === "Bill") add(vendor, lineTotal(txn));
    if (txn.type === "VendorCredit") add(vendor, -lineTotal(txn));
  }
  for (const one of state.settlements) {
    const by = state.txns[one.byTxnId];
    const vendor = idOf(state.txns[one.billId]?.fields.VendorRef);
    // A credit has lowered the balance already, when it was entered.
    add(vendor, -(by?.type === "VendorCredit" ? one.discount : one.amount + one.discount));
  }
  return balances;
}
