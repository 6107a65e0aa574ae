import { addAmounts, compareAmounts } from "@/lib/core/money";
import { waitsForEntry } from "@/lib/ledger/enqueue-entries";
import { whyRefused } from "@/lib/ledger/named-entry";
import { billName, waitsForBill } from "@/lib/payments/bill-name";
import type { ApplicationToSend, PaymentToSend } from "@/lib/payments/payments-to-send";

interface Hold {
  on: string | null;
  reason: string;
}

/** What of one bill keeps the payment back. A bill that is to come into QuickBooks sets the payment free then. */
function heldByBill(bill: ApplicationToSend): Hold | undefined {
  const held = (reason: string): Hold => ({ on: bill.txnId ? null : bill.billId, reason });
  const name = billName(bill.invoiceNumber);
  switch (bill.billState) {
    case "paid":
      return held(`${name} is already paid in QuickBooks. Take the payment back.`);
    case "voided":
    case "deleted":
      return held(`${name} was ${bill.billState} in QuickBooks. Take the payment back.`);
    case "approved":
      break;
    default:
      return held(`${name} is not approved any more. The payment waits until it is approved again.`);
  }
  if (bill.isLeaving)
    return held(`${name} is to be voided or deleted. Take the payment back, or keep the bill.`);
  if (!bill.txnId) return held(waitsForBill(bill.invoiceNumber));
  if (bill.isPaid) return held(`${name} is already paid in QuickBooks. Take the payment back.`);
  const total = addAmounts([bill.amount, bill.discountAmount, ...bill.credits.map(({ amount }) => amount)]);
  if (bill.openAmount !== null && compareAmounts(total, bill.openAmount) > 0) {
    return held(
      `${name} has only ${bill.openAmount} open in QuickBooks. Take the payment back and record it anew.`,
    );
  }
  for (const credit of bill.credits) {
    const creditName = `Credit ${credit.refNumber || "without a number"}`;
    if (credit.isDeleted) return held(`${creditName} was deleted in QuickBooks. Take the payment back.`);
    if (compareAmounts(credit.amount, credit.left) > 0) {
      return held(
        `${creditName} has only ${credit.left} left in QuickBooks. Take the payment back and record it anew.`,
      );
    }
  }
  return undefined;
}

/**
 * What keeps a payment back at the moment of sending: what QuickBooks would refuse, of the period, of what the payment
 * names and of its bills; undefined where it may go. It costs no attempt, and each run looks anew.
 */
export function heldBack(payment: PaymentToSend): Hold | undefined {
  if (!payment.vendorListId) {
    return { on: payment.vendorId, reason: waitsForEntry("vendor", payment.vendorName) };
  }
  const { closingDate, date } = payment;
  if (closingDate !== null && date <= closingDate) {
    const reason = `The books are closed up to ${closingDate}, and the payment is dated ${date}. Reopen the period in QuickBooks, or take the payment back.`;
    return { on: null, reason };
  }
  const discountAccounts = payment.applications.map(({ discountAccount }) => discountAccount);
  const refused = whyRefused([...payment.named, ...discountAccounts], "take the payment back");
  if (refused) return { on: null, reason: refused };
  for (const bill of payment.applications) {
    const held = heldByBill(bill);
    if (held) return held;
  }
  return undefined;
}
