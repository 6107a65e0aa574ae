"use client";

import { useState } from "react";
import { dayText } from "@/app/_components/day";
import { moneyText } from "@/app/_components/money";
import { AmountInput } from "@/app/_ui/amount-input";
import { Button } from "@/app/_ui/button";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { compareAmounts } from "@/lib/core/money";
import type { BillToPay, PaymentProposal } from "@/lib/payments/propose-payment";
import type { Errors, PaymentDraft, reckonDraft } from "./payment-draft";

type BillSharesProps = {
  proposal: PaymentProposal;
  draft: PaymentDraft;
  totals: ReturnType<typeof reckonDraft>;
  errors: Errors;
  onChange: (part: Partial<PaymentDraft>) => void;
};

/** What is paid of each bill. */
export function BillShares({ proposal, draft, totals, errors, onChange }: BillSharesProps) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {proposal.bills.map((bill, index) => {
        const share = draft.shares[bill.id] ?? { amount: null, discount: "", discountAccountId: null };
        const reckoned = totals.shares[index];
        return (
          <BillShare
            key={bill.id}
            bill={bill}
            currency={proposal.currency}
            thisYear={Number(proposal.date.slice(0, 4))}
            share={share}
            amount={share.amount ?? reckoned?.amount ?? ""}
            errorsOf={(field) => errors[`applications.${index}.${field}`]}
            discountAccounts={proposal.discountAccounts}
            onChange={(part) => onChange({ shares: { ...draft.shares, [bill.id]: { ...share, ...part } } })}
          />
        );
      })}
    </ul>
  );
}

type Share = PaymentDraft["shares"][string];

type BillShareProps = {
  bill: BillToPay;
  /** The vendor's, where it is not the company's own. */
  currency: string | null;
  /** A day of another year is said with it. */
  thisYear: number;
  share: Share;
  amount: string;
  errorsOf: (field: string) => string[] | undefined;
  discountAccounts: PaymentProposal["discountAccounts"];
  onChange: (part: Partial<Share>) => void;
};

function BillShare({
  bill,
  currency,
  thisYear,
  share,
  amount,
  errorsOf,
  discountAccounts,
  onChange,
}: BillShareProps) {
  const [hasDiscount, setHasDiscount] = useState(share.discount !== "");
  const name = bill.invoiceNumber || "Without a number";
  const notes = [
    `${moneyText(bill.open, currency)} open`,
    bill.dueDate ? `due ${dayText(bill.dueDate, thisYear)}` : null,
    compareAmounts(bill.pending, "0.00") > 0 ? `${moneyText(bill.pending, currency)} waits to be paid` : null,
    bill.isLinked ? null : "goes to QuickBooks first",
  ].filter(Boolean);
  return (
    <li className="flex flex-col gap-3 px-3 py-2.5">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="truncate font-medium text-ink text-sm">{name}</p>
          <p className="text-ink-muted text-xs">{notes.join(" · ")}</p>
          {hasDiscount ? null : (
            <Button
              variant="link"
              size="sm"
              className="h-auto px-0 py-0.5 text-xs touch:px-0"
              aria-label={`Take a discount on ${name}`}
              onClick={() => setHasDiscount(true)}
            >
              Take a discount
            </Button>
          )}
        </div>
        <Field
          label={`Amount for ${name}`}
          hideLabel
          error={errorsOf("amount") ?? errorsOf("billId")}
          className="w-36 shrink-0"
        >
          <AmountInput
            currency={currency ? undefined : "$"}
            value={amount}
            onChange={({ target }) => onChange({ amount: target.value })}
          />
        </Field>
      </div>
      {hasDiscount ? (
        <div className="grid grid-cols-[minmax(0,1fr)_9rem] items-start gap-3">
          <Field label={`Account of the discount on ${name}`} hideLabel error={errorsOf("discountAccountId")}>
            <Combobox
              placeholder="Discount account"
              options={discountAccounts.map((account) => ({
                value: account.id,
                label: account.name,
                ...(account.hint ? { hint: account.hint } : {}),
              }))}
              value={share.discountAccountId}
              onValueChange={(discountAccountId) => onChange({ discountAccountId })}
            />
          </Field>
          <Field label={`Discount on ${name}`} hideLabel error={errorsOf("discountAmount")}>
            <AmountInput
              currency={currency ? undefined : "$"}
              placeholder="Discount"
              value={share.discount}
              onChange={({ target }) => onChange({ discount: target.value })}
            />
          </Field>
        </div>
      ) : null}
    </li>
  );
}
