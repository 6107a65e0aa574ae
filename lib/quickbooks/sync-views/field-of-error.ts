const FIELDS: readonly [field: string, words: RegExp][] = [
  ["vendor", /\bvendor/i],
  ["terms", /\bterms?\b/i],
  ["dueDate", /\bdue ?date/i],
  ["billDate", /\btxn ?date|\bclos(?:ed|ing)\b.*\b(?:date|period)|\bdate\b/i],
  ["invoiceNumber", /\bref ?number|\breference number|\binvoice number/i],
  ["lines", /\bitem|\bclass\b|\bcustomer|\bjob\b|\bexpense|\bline\b/i],
  ["apAccount", /\bA\/?P account|\baccounts payable|\bAPAccount/i],
  ["lines", /\baccount/i],
  ["memo", /\bmemo/i],
  ["amount", /\bamount|\btotal/i],
];

/**
 * The field of the bill that QuickBooks' words speak of, so that a link can lead to it. A help, not a
 * diagnosis: its words differ between releases, and no code names a field.
 */
export const fieldOf = (message: string): string | null =>
  FIELDS.find(([, words]) => words.test(message))?.[0] ?? null;
