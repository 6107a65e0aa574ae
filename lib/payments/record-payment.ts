import type { Tx } from "@/db/client";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { isZero } from "@/lib/core/money";
import { enqueue } from "@/lib/queue/queue";
import { waitsForBill } from "./bill-name";
import { type PaymentInput, paymentInput } from "./payment-input";
import { amountOf, type PayableBill, type PaymentFacts, paymentProblems, settledBy } from "./payment-rules";
import {
  getAccounts,
  getClosingDate,
  getCurrencies,
  insertPayment,
  lockCredits,
  lockPayableBills,
} from "./store";

/** Credits of nothing are none: the form lists every credit of the vendor. */
const withoutEmptyCredits = (input: PaymentInput): PaymentInput => ({
  ...input,
  applications: input.applications.map((application) => ({
    ...application,
    credits: application.credits.filter(({ amount }) => !isZero(amount)),
  })),
});

/** All that the rules look at, locked. What is not of the bills' company file is "not found". */
async function lockFacts(tx: Tx, orgId: string, input: PaymentInput): Promise<PaymentFacts> {
  const bills = await lockPayableBills(
    tx,
    orgId,
    input.applications.map(({ billId }) => billId),
  );
  const { connectionId, vendorId } = firstOf(bills);
  if (bills.some((bill) => bill.connectionId !== connectionId)) throw new AppError("not-found");
  const creditIds = [...new Set(input.applications.flatMap(({ credits }) => credits.map((c) => c.creditId)))];
  const credits = await lockCredits(tx, connectionId, creditIds);
  const discountIds = [...new Set(input.applications.flatMap((a) => a.discountAccountId ?? []))];
  const accounts = await getAccounts(tx, connectionId, [input.accountId, ...discountIds]);
  const isKnown = (id: string) => accounts.some((account) => account.id === id);
  if (credits.length < creditIds.length || ![input.accountId, ...discountIds].every(isKnown)) {
    throw new AppError("not-found");
  }
  return {
    closingDate: await getClosingDate(tx, connectionId),
    currencies: await getCurrencies(tx, connectionId, vendorId),
    account: accounts.find(({ id }) => id === input.accountId) ?? null,
    discountAccounts: accounts.filter(({ id }) => discountIds.includes(id)),
    bills,
    credits,
  };
}

function firstOf(bills: PayableBill[]): PayableBill {
  const [first] = bills;
  if (!first) throw new AppError("not-found");
  return first;
}

/**
 * Records a payment of one vendor's approved bills and puts it into the sync queue; it waits for bills
 * that QuickBooks does not have yet. The bills themselves move by what QuickBooks then says.
 * Throws "invalid" with what keeps it, by field.
 */
export const recordPayment = command({
  name: "payment.record",
  input: paymentInput,
  async run({ actor, tx, record }, given) {
    const input = withoutEmptyCredits(given);
    const facts = await lockFacts(tx, actor.orgId, input);
    const fields = paymentProblems(input, facts);
    if (fields.length > 0) throw new AppError("invalid", { message: fields[0]?.message ?? "", fields });
    const first = firstOf(facts.bills);
    const { method, accountId, date, refNumber, isToBePrinted, memo, exchangeRate } = input;
    const payment = await insertPayment(
      tx,
      {
        ...{ orgId: actor.orgId, connectionId: first.connectionId, enteredBy: actor.userId },
        ...{ method, accountId, date, refNumber, isToBePrinted, memo, exchangeRate },
        vendorId: first.vendorId,
        apAccountId: facts.bills.find((bill) => bill.apAccountId !== null)?.apAccountId ?? null,
        amount: amountOf(input),
      },
      input.applications,
    );
    const unlinked = facts.bills.find((bill) => !bill.isLinked);
    await enqueue(tx, {
      ...{ orgId: actor.orgId, connectionId: first.connectionId, kind: "payment", subjectId: payment.id },
      ...(unlinked ? { blockedOn: unlinked.id, blockedReason: waitsForBill(unlinked.invoiceNumber) } : {}),
    });
    await record("payment.recorded", payment.id, {
      ...{ vendor: first.vendorName, amount: payment.amount, method, date },
      bills: facts.bills.map((bill) => bill.invoiceNumber),
    });
    for (const application of input.applications) {
      await record("bill.payment-recorded", application.billId, {
        ...{ paymentId: payment.id, amount: settledBy(application), method, date, refNumber },
      });
    }
    return { paymentId: payment.id };
  },
});
