import {
  addAmounts,
  compareAmounts,
  isAmount,
  isNegative,
  subtractAmounts,
  toAmount,
} from "@/lib/core/money";
import type { PaymentProposal } from "@/lib/payments/propose-payment";

/** What the server found wrong, by the path of the field in the command's input. */
export type Errors = Record<string, string[]>;

/** What the form of a payment holds: texts as typed. */
export interface PaymentDraft {
  method: "check" | "credit_card";
  accountId: string;
  date: string;
  refNumber: string;
  isToBePrinted: boolean;
  memo: string;
  exchangeRate: string;
  /** By bill. A null amount is what is left to pay after discount and credits. */
  shares: Record<string, { amount: string | null; discount: string; discountAccountId: string | null }>;
  /** By credit: what of it is used. */
  credits: Record<string, string>;
}

const ZERO = "0.00";
const min = (a: string, b: string) => (compareAmounts(a, b) < 0 ? a : b);
const atLeastZero = (amount: string) => (isNegative(amount) ? ZERO : amount);

/** A typed amount as a number to reckon with; what is no amount (yet) counts as nothing. */
export function reckon(typed: string): string {
  const text = typed.trim().replaceAll(",", "");
  return isAmount(text) && !isNegative(text) ? toAmount(text) : ZERO;
}

/** The number proposed for a method and an account; without one a check is to be printed. */
export function numberFor(
  proposal: Pick<PaymentProposal, "nextNumbers">,
  method: PaymentDraft["method"],
  accountId: string,
): Pick<PaymentDraft, "refNumber" | "isToBePrinted"> {
  const refNumber = method === "check" ? (proposal.nextNumbers[accountId] ?? "") : "";
  return { refNumber, isToBePrinted: method === "check" && refNumber === "" };
}

/** The form as it opens: everything that is open is paid, from the usual account, today. */
export function draftOf(proposal: PaymentProposal): PaymentDraft {
  const usual = proposal.accountIds[proposal.method] ? proposal.method : "check";
  const method = proposal.accounts[usual].length > 0 ? usual : "credit_card";
  const accountId = proposal.accountIds[method] ?? "";
  return {
    ...{ method, accountId, date: proposal.date, memo: "", exchangeRate: "" },
    ...numberFor(proposal, method, accountId),
    shares: Object.fromEntries(
      proposal.bills.map(({ id }) => [id, { amount: null, discount: "", discountAccountId: null }]),
    ),
    credits: {},
  };
}

interface Share {
  billId: string;
  amount: string;
  discount: string;
  credits: { creditId: string; amount: string }[];
}

/**
 * What the form comes to: credits are set off against the bills in their order, as far as there is room,
 * and what no one typed is what is left. `unused` is what of the credits found no room.
 */
export function reckonDraft(
  { bills, credits }: Pick<PaymentProposal, "bills" | "credits">,
  draft: PaymentDraft,
): { shares: Share[]; amount: string; discount: string; credit: string; unused: string } {
  const left = new Map(credits.map(({ id }) => [id, reckon(draft.credits[id] ?? "")]));
  const shares = bills.map((bill): Share => {
    const typed = draft.shares[bill.id];
    const discount = reckon(typed?.discount ?? "");
    const fixed = typed?.amount == null ? ZERO : reckon(typed.amount);
    let room = atLeastZero(subtractAmounts(bill.open, addAmounts([discount, fixed])));
    const used: Share["credits"] = [];
    for (const [creditId, amount] of left) {
      const part = min(amount, room);
      if (compareAmounts(part, ZERO) <= 0) continue;
      used.push({ creditId, amount: part });
      left.set(creditId, subtractAmounts(amount, part));
      room = subtractAmounts(room, part);
    }
    return { billId: bill.id, amount: typed?.amount == null ? room : fixed, discount, credits: used };
  });
  return {
    shares,
    amount: addAmounts(shares.map((share) => share.amount)),
    discount: addAmounts(shares.map((share) => share.discount)),
    credit: addAmounts(shares.flatMap((share) => share.credits.map(({ amount }) => amount))),
    unused: addAmounts([...left.values()]),
  };
}

/** What the command is given: the texts as typed, and the amounts as reckoned where none were typed. */
export function inputOf(proposal: PaymentProposal, draft: PaymentDraft) {
  const { shares } = reckonDraft(proposal, draft);
  const { method, accountId, date, refNumber, isToBePrinted, memo, exchangeRate } = draft;
  return {
    ...{ method, accountId, date, refNumber, isToBePrinted, memo },
    exchangeRate: exchangeRate || null,
    applications: shares.map(({ billId, amount, credits }) => ({
      billId,
      amount: draft.shares[billId]?.amount ?? amount,
      discountAmount: draft.shares[billId]?.discount ?? "",
      discountAccountId: draft.shares[billId]?.discountAccountId ?? null,
      credits,
    })),
  };
}
