import { expectAccessible } from "./fixtures/accessible";
import { newNumber } from "./fixtures/bill-form";
import { press } from "./fixtures/bill-page";
import { expect, test } from "./fixtures/story";

const HEAD = "Vendor,Invoice number,Date,Terms,Account,Description,Amount,Class,Colour";

test("a clerk takes bills from a file, Accounting finds them, and the same file enters nothing twice", async ({
  as,
}) => {
  const [first, second, faulty, unknown] = ["IMP", "IMP", "IMP", "IMP"].map(newNumber);
  // As Excel on Windows saves it: the accent is one byte of Windows-1252.
  const bytes = Buffer.from(
    [
      HEAD,
      `Upland Tree Service,${first},11/2/2026,Net 15,Subcontractors,Crew of the Café,"1,200.00",,green`,
      ",,,,Vehicle Fuel,Chipper,50.50,,",
      `coastline cleaning,${second},2026-11-03,,Office Supplies,,99.50,,`,
      `Upland Tree Service,${faulty},31/12/2026,,No such account,,10.00,,`,
      `Upland Tree,${unknown},2026-11-03,,Rent,,20.00,,`,
    ].join("\r\n"),
    "latin1",
  );
  const file = { name: "november.csv", mimeType: "text/csv", buffer: bytes };

  const clerk = await as("Joy");
  await clerk.goto("/inbox");
  await press(clerk.getByRole("link", { name: "Import", exact: true }));
  await expect(clerk.getByRole("heading", { name: "Import bills", level: 1 })).toBeVisible();
  const template = clerk.waitForEvent("download");
  await press(clerk.getByRole("link", { name: "Download the template" }));
  expect((await template).suggestedFilename()).toBe("bills-to-import.csv");

  const chooseFile = (given: typeof file) =>
    clerk.getByLabel("Drop a CSV file here, or choose one").setInputFiles(given);
  await chooseFile({
    ...file,
    name: "sheet.xlsx",
    buffer: Buffer.from("PK\u0003\u0004 a workbook", "latin1"),
  });
  await expect(clerk.getByRole("alert").filter({ hasText: "sheet.xlsx cannot be read" })).toContainText(
    "This is an Excel workbook",
  );
  await chooseFile({ ...file, name: "letters.csv", buffer: Buffer.from("Dear,Sir\nI,write\n") });
  await expect(clerk.getByRole("alert").filter({ hasText: "letters.csv cannot be read" })).toContainText(
    "The first row must hold headings",
  );

  await chooseFile(file);
  const table = clerk.getByRole("table", { name: "Bills of the file" });
  await expect(clerk.getByText("2 of 4 bills can be entered, $1,350.00; 2 have faults")).toBeVisible();
  await expect(clerk.getByText("“Colour”")).toBeVisible();
  const mark = clerk.getByRole("img", { name: /^(Can be entered|Held back|Has faults)$/ });
  const bills = table.getByRole("row").filter({ has: mark });
  await expect(bills).toHaveCount(4);
  await expect(table).toContainText('Row 5, Date: "31/12/2026" is no date.');
  await expect(table).toContainText('Row 5, Account: There is no account "No such account" in QuickBooks.');
  await expect(table).toContainText('Did you mean "Upland Tree Service"?');
  await expectAccessible(clerk);
  await clerk.getByRole("switch", { name: "Only with remarks" }).click();
  await expect(bills).toHaveCount(2);
  await expect(table).not.toContainText(first ?? "");

  await clerk.getByRole("button", { name: "Enter 2 bills" }).click();
  await expect(clerk.getByText("2 bills from november.csv were entered")).toBeVisible();
  await clerk.getByRole("link", { name: "Go to the Inbox" }).click();
  await expect(clerk.getByRole("row").filter({ hasText: first ?? "" })).toContainText("1,250.50");
  await expect(clerk.getByRole("row").filter({ hasText: faulty ?? "" })).toHaveCount(0);

  const accounting = await as("Priya");
  await accounting.goto(`/inbox?q=${first}`);
  await accounting
    .getByRole("row")
    .filter({ hasText: first ?? "" })
    .getByRole("link")
    .first()
    .click();
  await expect(accounting.getByRole("table", { name: "Lines of the bill" })).toContainText(
    "Crew of the Café",
  );
  await expect(
    accounting.getByText(/read from november\.csv, row 2/).filter({ visible: true }),
  ).toBeVisible();

  // Somebody else, with the same file.
  await accounting.goto("/bills/import");
  const drop = accounting.getByLabel("Drop a CSV file here, or choose one");
  await drop.setInputFiles(file);
  await expect(accounting.getByText("All 4 bills have faults")).toBeVisible();
  await expect(accounting.getByRole("table", { name: "Bills of the file" })).toContainText(
    `Upland Tree Service has a bill with the number ${first} already.`,
  );
  await expect(accounting.getByRole("button", { name: /^Enter/ })).toHaveCount(0);
  await accounting.getByRole("button", { name: "Take another file" }).click();
  const good = bytes.toString("latin1").split("\r\n").slice(0, 4).join("\r\n");
  await drop.setInputFiles({ ...file, buffer: Buffer.from(good, "latin1") });
  await expect(accounting.getByText("The bills of november.csv are entered already")).toBeVisible();
});
