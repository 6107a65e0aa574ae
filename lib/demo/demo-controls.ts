import { z } from "zod";
import { query } from "@/lib/access/command";
import { askSimulator } from "./simulator";

const bill = z.object({
  txnId: z.string(),
  vendor: z.string(),
  refNumber: z.string(),
  dueDate: z.string(),
  amountDue: z.string(),
  openAmount: z.string(),
  isPaid: z.boolean(),
  isVoided: z.boolean(),
});

/** A bill as the simulated QuickBooks has it. */
export type DemoBill = z.output<typeof bill>;

// What happens here happens in another program: there is no transaction to hold open, so these are
// queries, though they change something. The sync brings it back, as it would from QuickBooks.

/** The bills that are open in the simulated QuickBooks, the newest first. */
export const listDemoBills = query({
  name: "demo.control",
  input: z.object({}),
  async run(): Promise<DemoBill[]> {
    const bills = await askSimulator("/bills", z.array(bill));
    return bills.filter(({ isPaid, isVoided }) => !isPaid && !isVoided).reverse();
  },
});

/** The next bill that is added is refused, with a code and words that QuickBooks uses. */
export const refuseNextBill = query({
  name: "demo.control",
  input: z.object({}),
  async run(): Promise<void> {
    await askSimulator("/refuse-next", z.object({}), {
      request: "BillAdd",
      code: 3140,
      message:
        'There is an invalid reference to QuickBooks Account "Job Materials" in the Bill. QuickBooks error message: Invalid argument. The specified record does not exist in the list.',
    });
  },
});

/** The bookkeeper pays a bill in full, by check. */
export const payDemoBill = query({
  name: "demo.control",
  input: z.object({ txnId: z.string().min(1).max(40) }),
  run: async (_, { txnId }): Promise<DemoBill> => askSimulator("/pay", bill, { txnId }),
});

const DAY_MS = 24 * 60 * 60 * 1000;

const later = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** The bookkeeper changes a bill: its memo, and its due date by two weeks where it has one. */
export const changeDemoBill = query({
  name: "demo.control",
  input: z.object({ txnId: z.string().min(1).max(40), dueDate: z.union([z.iso.date(), z.literal("")]) }),
  run: async (_, { txnId, dueDate }): Promise<DemoBill> =>
    askSimulator("/edit-bill", bill, {
      txnId,
      memo: "Extended by phone",
      ...(dueDate ? { dueDate: later(dueDate, 14) } : {}),
    }),
});

/** The Web Connector's Update Selected; resolves with its status when the run has ended. */
export const runWebConnector = query({
  name: "demo.control",
  input: z.object({}),
  run: async (): Promise<{ ok: boolean; statusText: string | null; error: { message: string } | null }> =>
    askSimulator(
      "/run-now",
      z.object({
        ok: z.boolean(),
        statusText: z.string().nullish().default(null),
        error: z.object({ message: z.string() }).nullish().default(null),
      }),
      {},
    ),
});
