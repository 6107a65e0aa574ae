import { expect, test } from "vitest";
import { child, childText } from "../qbxml/read-xml";
import { billAdd, DemoSession } from "./demo-session";

const VENDOR = "<VendorRef><FullName>Maple Lumber</FullName></VendorRef>";

function inTwoCurrencies(): DemoSession {
  const demo = new DemoSession();
  demo.company.turnOnCurrencies("US Dollar", [["Canadian Dollar", "CAD", "0.72"]]);
  const add = (name: string, currency: string) =>
    demo.ask(
      `<VendorAddRq><VendorAdd><Name>${name}</Name><CurrencyRef><FullName>${currency}</FullName></CurrencyRef></VendorAdd></VendorAddRq>`,
    );
  expect(add("Maple Lumber", "Canadian Dollar").code).toBe(0);
  expect(add("Loonie Tools", "Rupee").code).toBe(3140);
  return demo;
}

test("one currency: the preferences say so, and to name one is refused", () => {
  const demo = new DemoSession();
  const preferences = demo.ask("<PreferencesQueryRq/>").rets[0];
  expect(childText(child(preferences, "MultiCurrencyPreferences"), "IsMultiCurrencyOn")).toBe("false");
  const named = "<CurrencyRef><FullName>US Dollar</FullName></CurrencyRef>";
  expect(demo.ask(`<VendorAddRq><VendorAdd><Name>X</Name>${named}</VendorAdd></VendorAddRq>`).code).toBe(
    3250,
  );
  expect(demo.ask(billAdd({ after: "<ExchangeRate>2</ExchangeRate>" })).code).toBe(3210);
});

test("a bill takes its vendor's currency, its Accounts Payable account and the day's rate", () => {
  const demo = inTwoCurrencies();
  const { code, rets } = demo.ask(billAdd({ header: VENDOR }));
  expect(code).toBe(0);
  const [ret] = rets;
  expect(childText(child(ret, "CurrencyRef"), "FullName")).toBe("Canadian Dollar");
  expect(childText(child(ret, "APAccountRef"), "FullName")).toBe("Accounts Payable - CAD");
  expect([childText(ret, "ExchangeRate"), childText(ret, "AmountDueInHomeCurrency")]).toEqual([
    "0.72",
    "72.00",
  ]);
  const given = demo.ask(billAdd({ header: VENDOR, after: "<ExchangeRate>0.8</ExchangeRate>" })).rets[0];
  expect(childText(given, "AmountDueInHomeCurrency")).toBe("80.00");
});

test("the home currency is at 1, and an account in another currency is refused", () => {
  const demo = inTwoCurrencies();
  expect(demo.ask(billAdd({ after: "<ExchangeRate>1.1</ExchangeRate>" })).code).toBe(3210);
  const home = demo.ask(billAdd()).rets[0];
  expect(childText(child(home, "CurrencyRef"), "FullName")).toBe("US Dollar");
  const account = "<APAccountRef><FullName>Accounts Payable</FullName></APAccountRef>";
  expect(demo.ask(billAdd({ header: VENDOR + account })).code).toBe(3210);
});

test("the lists and the preferences name the currencies", () => {
  const demo = inTwoCurrencies();
  const vendor = demo.ask("<VendorQueryRq><FullName>Maple Lumber</FullName></VendorQueryRq>").rets[0];
  expect(childText(child(vendor, "CurrencyRef"), "FullName")).toBe("Canadian Dollar");
  const account = demo.ask("<AccountQueryRq><FullName>Accounts Payable - CAD</FullName></AccountQueryRq>")
    .rets[0];
  expect(childText(child(account, "CurrencyRef"), "FullName")).toBe("Canadian Dollar");
  const preferences = child(demo.ask("<PreferencesQueryRq/>").rets[0], "MultiCurrencyPreferences");
  expect(childText(child(preferences, "HomeCurrencyRef"), "FullName")).toBe("US Dollar");
});

test("a payment is in the vendor's currency, out of an account in it or in the home currency", () => {
  const demo = inTwoCurrencies();
  const id = childText(demo.ask(billAdd({ header: VENDOR })).rets[0], "TxnID");
  const { code, rets } = demo.ask(
    `<BillPaymentCheckAddRq><BillPaymentCheckAdd><PayeeEntityRef><FullName>Maple Lumber</FullName></PayeeEntityRef>
     <BankAccountRef><FullName>Payroll Checking</FullName></BankAccountRef><RefNumber>7</RefNumber>
     <ExchangeRate>0.75</ExchangeRate><AppliedToTxnAdd><TxnID>${id}</TxnID><PaymentAmount>40.00</PaymentAmount>
     </AppliedToTxnAdd></BillPaymentCheckAdd></BillPaymentCheckAddRq>`,
  );
  expect(code).toBe(0);
  expect(childText(rets[0], "AmountInHomeCurrency")).toBe("30.00");
  expect(demo.company.payBill(id ?? "").type).toBe("BillPaymentCheck");
});
