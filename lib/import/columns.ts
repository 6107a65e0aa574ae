/** What a column of the file holds, and the headings by which it is known. The first is the template's. */
export const COLUMNS = {
  vendor: ["Vendor", "Vendor name", "Supplier"],
  invoiceNumber: ["Invoice number", "Invoice no", "Invoice #", "Ref no", "Ref number", "Bill no", "Number"],
  billDate: ["Date", "Bill date", "Invoice date"],
  dueDate: ["Due date", "Due"],
  terms: ["Terms"],
  apAccount: ["A/P account", "AP account", "Accounts payable account"],
  memo: ["Memo", "Bill memo"],
  account: ["Account", "Expense account", "Category"],
  item: ["Item", "Product/service"],
  description: ["Description", "Line description"],
  quantity: ["Quantity", "Qty"],
  cost: ["Cost", "Rate", "Unit cost"],
  amount: ["Amount", "Line amount"],
  class: ["Class"],
  customer: ["Customer:job", "Customer", "Customer/job", "Job"],
  billable: ["Billable"],
} as const;

export type Column = keyof typeof COLUMNS;

/** Those that say something of the whole bill; its later rows may leave them empty. */
export const HEADER_COLUMNS = [
  "vendor",
  "invoiceNumber",
  "billDate",
  "dueDate",
  "terms",
  "apAccount",
  "memo",
] as const satisfies Column[];

export const headingOf = (column: Column): string => COLUMNS[column][0];

/** The first line of a file that is to be filled in. */
export const TEMPLATE = `${Object.values(COLUMNS)
  .map(([heading]) => heading)
  .join(",")}\r\n`;

const bare = (heading: string): string => heading.toLowerCase().replace(/[^a-z#]/g, "");

/** Which column a heading names; undefined for one that is not known. */
export function columnOf(heading: string): Column | undefined {
  const wanted = bare(heading);
  return (Object.keys(COLUMNS) as Column[]).find((column) =>
    COLUMNS[column].some((known) => bare(known) === wanted),
  );
}
