import { beforeAll, expect, test } from "vitest";
import { addEntry } from "@/e2e/quickbooks/company/lists";
import { readBill } from "@/lib/bills/bill-views";
import { findBills } from "@/lib/bills/find-bills";
import { saveBill } from "@/lib/bills/save-bill";
import { readVendorHistory } from "@/lib/bills/vendor-history";
import { createVendor } from "@/lib/ledger/create-vendor";
import { readPickLists } from "@/lib/ledger/ledger-views";
import { readVendor } from "@/lib/ledger/vendor-views";
import { listPayments } from "@/lib/payments/payment-list-views";
import { readPayment } from "@/lib/payments/payment-view";
import { proposePayment } from "@/lib/payments/propose-payment";
import { listOpenSyncErrors } from "@/lib/quickbooks/sync-views/sync-error-views";
import { approvedBill, billFor, ledgerId, openErrors, recordOf } from "@/lib/testing/bill-story";
import { creditOf, openOf, pay, paymentFor, paymentRecord } from "@/lib/testing/payment-story";
import { useOffice } from "@/lib/testing/use-office";

const office = useOffice();
const place = () => ({ connectionId: office.connectionId });

/** More decimals than a price has: what one euro was worth on a day, by the bank's own table. */
const RATE = "1.0812345678";

const currencyOf = (account: string) => office.company.entry("Currency", account).listId;

beforeAll(async () => {
  const { company } = office;
  expect((await readPickLists(office.clerk, place())).currencies).toEqual([]);
  company.turnOnCurrencies("US Dollar", [
    ["Euro", "EUR", "1.08"],
    ["Pound Sterling", "GBP", "1.27"],
  ]);
  for (const [name, currency] of [
    ["Checking in euros", "Euro"],
    ["Checking in pounds", "Pound Sterling"],
  ] as const) {
    const fields = { AccountType: "Bank", CurrencyRef: { ListID: currencyOf(currency) } };
    addEntry(company, { list: "Account", type: "Account", name, fields });
  }
  await office.run();
});

const NAME = "Fidalgo Azulejos";

test("a vendor paid in another currency is entered here, and goes with it", async () => {
  expect((await readPickLists(office.clerk, place())).currencies).toEqual(["Euro", "Pound Sterling"]);
  const created = await createVendor(office.clerk, { ...place(), name: NAME, currency: "Euro" });
  expect(created).toMatchObject({ currency: "Euro" });
  const plain = await createVendor(office.clerk, { ...place(), name: "Plain Vendor", currency: "" });
  expect(plain).toMatchObject({ currency: null });
  await expect(
    createVendor(office.clerk, { ...place(), name: "Too Far", currency: "Yen" }),
  ).rejects.toMatchObject({ code: "invalid", fields: [{ path: "currency" }] });

  const billId = await euroBill("EURO-1");
  await approvedBill(office, {
    invoiceNumber: "PLAIN-1",
    vendorId: plain.vendorId,
    apAccountId: await payables(),
  });
  await office.run();
  expect(await openErrors(office)).toEqual([]);
  expect(office.company.entry("Vendor", NAME).fields.CurrencyRef).toMatchObject({
    ListID: currencyOf("Euro"),
  });
  expect(office.company.entry("Vendor", "Plain Vendor").fields.CurrencyRef).toBeUndefined();
  expect(await recordOf(office, billId)).toMatchObject({ job: "done", attempts: 0 });
});

const payables = (currency?: string) =>
  ledgerId(office, "accounts", currency ? `Accounts Payable - ${currency}` : "Accounts Payable");

const euroBill = async (invoiceNumber: string) =>
  approvedBill(office, {
    invoiceNumber,
    vendorId: await ledgerId(office, "vendors", NAME),
    apAccountId: await payables("EUR"),
    exchangeRate: RATE,
  });

async function linkedEuroBill(invoiceNumber: string): Promise<{ billId: string; txnId: string }> {
  const billId = await euroBill(invoiceNumber);
  await office.run();
  const { txnId } = await recordOf(office, billId);
  if (!txnId) throw new Error("the bill was not linked");
  return { billId, txnId };
}

test("a rate goes and comes back whole, and is no change", async () => {
  const { billId, txnId } = await linkedEuroBill("RATE-1");
  expect(office.company.txn(txnId).fields.ExchangeRate).toBe(RATE);
  await office.run();
  const view = await readBill(office.accountant, { billId });
  expect(view.content).toMatchObject({ currency: "Euro", exchangeRate: RATE });
  expect(view.link?.differs).toBe(false);
  for (const exchangeRate of ["0", "-1.08", "1.08 EUR", "1.0812345678901"]) {
    const bill = saveBill(office.clerk, await billFor(office, { exchangeRate }));
    await expect(bill).rejects.toMatchObject({ code: "invalid" });
  }
});

test("a payment: from an account in the vendor's currency or the company's, at its own rate", async () => {
  const { billId } = await linkedEuroBill("PAID-1");
  const proposal = await proposePayment(office.accountant, { billIds: [billId] });
  expect(proposal.currency).toBe("Euro");
  const names = proposal.accounts.check.map(({ name }) => name);
  expect(names).toContain("Checking in euros");
  expect(names).toContain("Harbor Community Checking");
  expect(names).not.toContain("Checking in pounds");

  const pounds = await ledgerId(office, "accounts", "Checking in pounds");
  await expect(
    pay(office, [{ billId, amount: "150.00" }], { accountId: pounds, exchangeRate: RATE }),
  ).rejects.toMatchObject({
    code: "invalid",
    fields: [
      {
        path: "accountId",
        message: "Checking in pounds is kept in Pound Sterling. Choose an account in Euro or US Dollar.",
      },
    ],
  });
  const paymentId = await pay(office, [{ billId, amount: "150.00" }], { exchangeRate: RATE });
  await office.run();
  const { txnId, state } = await paymentRecord(office, paymentId);
  expect(state).toBe("recorded");
  expect(office.company.txn(txnId ?? "", "BillPaymentCheck").fields.ExchangeRate).toBe(RATE);
  expect(await recordOf(office, billId)).toMatchObject({ state: "paid" });
  const stored = await office.database.db.query.payments.findFirst({
    where: (p, { eq }) => eq(p.id, paymentId),
  });
  expect(stored?.exchangeRate).toBe(RATE);
});

test("wherever an amount stands, its currency stands beside it; the company's own is not told", async () => {
  const { billId } = await linkedEuroBill("TOLD-EUR");
  const own = await approvedBill(office, { invoiceNumber: "TOLD-USD", apAccountId: await payables() });
  await office.run();
  office.company.refuseNext({ request: "BillPaymentCheckAdd", count: 1, code: 3000, message: "Not now." });
  await pay(office, [{ billId, amount: "40.00" }], { exchangeRate: RATE, refNumber: "7001" });
  await office.run();
  await pay(office, [{ billId: own, amount: "40.00" }], { refNumber: "7002" });
  const { accountant } = office;
  const listed = (q: string) => listPayments(accountant, { q });
  const [euros] = (await listed("7001")).rows;
  expect(euros).toMatchObject({ amount: "40.00", currency: "Euro" });
  expect((await listed("7002")).rows).toMatchObject([{ amount: "40.00", currency: null }]);
  expect(await readPayment(accountant, { paymentId: euros?.id ?? "" })).toMatchObject({ currency: "Euro" });
  expect(await findBills(accountant, { text: "TOLD" })).toMatchObject([
    { invoiceNumber: "TOLD-USD", currency: null },
    { invoiceNumber: "TOLD-EUR", currency: "Euro" },
  ]);
  const vendorId = await ledgerId(office, "vendors", NAME);
  const { bills } = await readVendorHistory(accountant, { vendorId });
  expect(new Set(bills.map((bill) => bill.currency))).toEqual(new Set(["Euro"]));
  expect(await readVendor(accountant, { vendorId })).toMatchObject({ foreignCurrency: "Euro" });
  const { errors } = await listOpenSyncErrors(accountant, {});
  expect(errors.map(({ subject }) => subject)).toMatchObject([{ kind: "payment", currency: "Euro" }]);
  await office.run();
});

test("an account in euros pays no vendor in dollars", async () => {
  const billId = await approvedBill(office, { apAccountId: await payables() });
  const euros = await ledgerId(office, "accounts", "Checking in euros");
  const input = await paymentFor(office, [{ billId, amount: "150.00" }], { accountId: euros });
  await expect(pay(office, input.applications, { accountId: euros })).rejects.toMatchObject({
    fields: [{ path: "accountId", message: expect.stringContaining("Choose an account in US Dollar.") }],
  });
});

test("a credit in euros is set off beside a payment in euros", async () => {
  const { billId } = await linkedEuroBill("CREDIT-1");
  const credit = office.company.enterCredit({
    ...{ vendor: NAME, refNumber: "VC-EUR" },
    lines: [{ account: "Office Supplies", amount: "60.00" }],
  });
  await office.run();
  const { credits } = await proposePayment(office.accountant, { billIds: [billId] });
  expect(credits).toMatchObject([{ refNumber: "VC-EUR", open: "60.00" }]);
  const { id: creditId } = await creditOf(office, credit.txnId);
  await pay(office, [{ billId, amount: "90.00", credits: [{ creditId, amount: "25.00" }] }], {
    exchangeRate: RATE,
  });
  await office.run();
  expect(await openErrors(office)).toEqual([]);
  expect(await openOf(office, billId)).toBe("35.00");
  expect(await creditOf(office, credit.txnId)).toMatchObject({ open: "35.00" });
});
