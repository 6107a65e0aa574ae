import { z } from "zod";
import { isDay } from "@/lib/core/dates";
import {
  isAmount,
  isFiveDecimals,
  isRate,
  RATE_WORDS,
  toAmount,
  toFiveDecimals,
  toRate,
} from "@/lib/core/money";

/** Limits are QuickBooks' own (qbXML BillAdd), so that nothing is refused later for its length. */
const LIMITS = { invoiceNumber: 20, memo: 4095 } as const;

/** Of one bill; more is a mistake of dropping a folder. */
export const MOST_DOCUMENTS = 20;

const tooLong = (what: string, limit: number) => `QuickBooks takes at most ${limit} characters in ${what}.`;
const day = z.string().refine(isDay, "Enter a date between 1970 and 2038.");
const emptyToNull = (value: unknown) => (value === "" || value === undefined ? null : value);
const reference = z.preprocess(emptyToNull, z.uuid().nullable());
const amount = z
  .string()
  .trim()
  .transform((text) => text.replaceAll(",", ""))
  .refine(isAmount, "Enter an amount such as 1250.00.")
  .transform(toAmount);
const fiveDecimals = z.preprocess(
  emptyToNull,
  z
    .string()
    .trim()
    .refine(isFiveDecimals, "Enter a number with at most five decimals.")
    .transform((text) => toFiveDecimals(text))
    .nullable(),
);

export const lineInput = z.object({
  /** Given for a line that exists: its identity here and in QuickBooks stays. */
  id: z.preprocess(emptyToNull, z.uuid().nullable()),
  kind: z.enum(["expense", "item"]),
  accountId: reference,
  itemId: reference,
  description: z.string().max(LIMITS.memo, tooLong("a line's description", LIMITS.memo)).default(""),
  quantity: fiveDecimals,
  cost: fiveDecimals,
  amount,
  classId: reference,
  customerId: reference,
  billable: z.boolean().default(false),
});

/** A bill as the form sends it. A draft may be incomplete; checks.ts says what keeps it from approval. */
export const billInput = z.object({
  billId: z.preprocess(emptyToNull, z.uuid().nullable()),
  /** The version the form was opened with; null for a new bill. */
  version: z.number().int().nullable().default(null),
  connectionId: z.uuid(),
  vendorId: reference,
  invoiceNumber: z
    .string()
    .trim()
    .max(LIMITS.invoiceNumber, tooLong("an invoice number", LIMITS.invoiceNumber))
    .default(""),
  billDate: z.preprocess(emptyToNull, day.nullable()),
  dueDate: z.preprocess(emptyToNull, day.nullable()),
  termsId: reference,
  apAccountId: reference,
  memo: z.string().max(LIMITS.memo, tooLong("a memo", LIMITS.memo)).default(""),
  amount,
  exchangeRate: z
    .preprocess(emptyToNull, z.string().trim().refine(isRate, RATE_WORDS).transform(toRate).nullable())
    .optional(),
  lines: z.array(lineInput).max(500, "A bill can have at most 500 lines."),
  /** All documents of the bill in order; left out, they stay as they are. */
  documentIds: z
    .array(z.uuid())
    .max(MOST_DOCUMENTS, `A bill can have at most ${MOST_DOCUMENTS} documents.`)
    .optional(),
});

export type BillInput = z.output<typeof billInput>;
export type LineInput = z.output<typeof lineInput>;
