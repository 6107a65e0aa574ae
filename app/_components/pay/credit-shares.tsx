"use client";

import { dayText } from "@/app/_components/day";
import { moneyText } from "@/app/_components/money";
import { AmountInput } from "@/app/_ui/amount-input";
import { Checkbox } from "@/app/_ui/checkbox";
import { Field } from "@/app/_ui/field";
import { addAmounts } from "@/lib/core/money";
import type { PaymentProposal } from "@/lib/payments/propose-payment";
import { type Errors, type PaymentDraft, reckonDraft } from "./payment-draft";

type CreditSharesProps = {
  proposal: PaymentProposal;
  draft: PaymentDraft;
  errors: Errors;
  /** What of the credits finds no room on the bills. */
  unused: string | null;
  onChange: (part: Partial<PaymentDraft>) => void;
};

/** As much of a credit as the bills have room for; all of it where they have none, which is then said. */
function mostOf(proposal: PaymentProposal, draft: PaymentDraft, creditId: string, open: string): string {
  const credits = { ...draft.credits, [creditId]: open };
  const used = reckonDraft(proposal, { ...draft, credits }).shares.flatMap((share) =>
    share.credits.filter((credit) => credit.creditId === creditId).map(({ amount }) => amount),
  );
  return used.length > 0 ? addAmounts(used) : open;
}

/** The vendor's credits: each can be set off, in whole or in part. */
export function CreditShares({ proposal, draft, errors, unused, onChange }: CreditSharesProps) {
  const set = (creditId: string, amount: string | null) => {
    const { [creditId]: _, ...others } = draft.credits;
    onChange({ credits: amount === null ? others : { ...others, [creditId]: amount } });
  };
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-ink text-sm">Vendor credits</legend>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {proposal.credits.map(({ id, refNumber, date, open }) => {
          const used = draft.credits[id];
          const name = refNumber ? `Credit ${refNumber}` : "Credit without a number";
          return (
            <li key={id} className="flex items-start gap-3 px-3 py-2.5">
              <div className="min-w-0 flex-1">
                <Checkbox
                  label={name}
                  hint={`${moneyText(open, proposal.currency)} left${date ? ` · ${dayText(date, Number(proposal.date.slice(0, 4)))}` : ""}`}
                  checked={used !== undefined}
                  onChange={({ target }) =>
                    set(id, target.checked ? mostOf(proposal, draft, id, open) : null)
                  }
                />
              </div>
              {used === undefined ? null : (
                <Field
                  label={`Amount of ${name}`}
                  hideLabel
                  error={errors[`credits.${id}`]}
                  className="w-36 shrink-0"
                >
                  <AmountInput
                    currency={proposal.currency ? undefined : "$"}
                    value={used}
                    onChange={({ target }) => set(id, target.value)}
                  />
                </Field>
              )}
            </li>
          );
        })}
      </ul>
      <p aria-live="polite" className="text-danger-ink text-xs">
        {unused ? `The bills have room for ${moneyText(unused, proposal.currency)} less of credits.` : ""}
      </p>
    </fieldset>
  );
}
