import { z } from "zod";
import { isDay } from "@/lib/core/dates";
import { isAmount, isNegative, isRate, RATE_WORDS, toAmount, toRate } from "@/lib/core/money";
import { toQuickBooksText } from "@/lib/core/quickbooks-text";

/** Limits are QuickBooks' own (qbXML BillPaymentCheckAdd), so that nothing is refused later for its length. */
const LIMITS = { refNumber: 11, memo: 4095 } as const;

const storable = (text: string) => toQuickBooksText(text).unstorable.length === 0;
const STORABLE = "QuickBooks cannot store some of these letters.";

/** As typed, with commas or without; nothing is 0.00. */
const amount = z
  .string()
  .default("")
  .transform((text) => text.trim().replaceAll(",", "") || "0.00")
  .refine(isAmount, "Enter an amount such as 1250.00.")
  .refine((text) => !isAmount(text) || !isNegative(text), "Enter an amount that is not negative.")
  .transform((text) => (isAmount(text) ? toAmount(text) : text));

/** What is paid of one bill: money, a discount, and credits of the vendor set off against it. */
const applicationInput = z.object({
  billId: z.uuid(),
  amount,
  discountAmount: amount,
  discountAccountId: z.uuid().nullable().default(null),
  credits: z.array(z.object({ creditId: z.uuid(), amount })).default([]),
});

/** A payment as the form sends it: one vendor's bills, from one account, on one day. */
export const paymentInput = z.object({
  method: z.enum(["check", "credit_card"]),
  accountId: z.uuid("Choose the account it is paid from."),
  date: z.string().refine(isDay, "Enter a date between 1970 and 2038."),
  refNumber: z
    .string()
    .trim()
    .refine(
      (text) => toQuickBooksText(text).text.length <= LIMITS.refNumber,
      `QuickBooks takes at most ${LIMITS.refNumber} characters in a payment's number.`,
    )
    .refine(storable, STORABLE)
    .default(""),
  isToBePrinted: z.boolean().default(false),
  memo: z
    .string()
    .max(LIMITS.memo, `QuickBooks takes at most ${LIMITS.memo} characters in a memo.`)
    .refine(storable, STORABLE)
    .default(""),
  /** Home currency for one unit of the vendor's, where the file uses several. */
  exchangeRate: z
    .string()
    .trim()
    .refine(isRate, RATE_WORDS)
    .transform((text) => (isRate(text) ? toRate(text) : text))
    .nullable()
    .default(null),
  applications: z
    .array(applicationInput)
    .min(1, "Choose at least one bill.")
    .max(200, "One payment can pay at most 200 bills."),
});

export type PaymentInput = z.output<typeof paymentInput>;
export type ApplicationInput = PaymentInput["applications"][number];
