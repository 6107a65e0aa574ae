/** A bill in a sentence about a payment. */
export const billName = (invoiceNumber: string): string => `Bill ${invoiceNumber || "without a number"}`;

/** Why a payment waits for a bill that it pays. */
export const waitsForBill = (invoiceNumber: string): string =>
  `${billName(invoiceNumber)} is not in QuickBooks yet.`;
