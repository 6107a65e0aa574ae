"use client";

import { useState, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { moneyText } from "@/app/_components/money";
import { Alert } from "@/app/_ui/alert";
import { Button } from "@/app/_ui/button";
import { DialogBody, DialogClose, DialogFooter } from "@/app/_ui/dialog-parts";
import { Sheet } from "@/app/_ui/sheet";
import { toast } from "@/app/_ui/toast";
import { compareAmounts } from "@/lib/core/money";
import type { PaymentProposal } from "@/lib/payments/propose-payment";
import { BillShares } from "./bill-shares";
import { CreditShares } from "./credit-shares";
import { record } from "./payment-doors";
import { draftOf, type Errors, inputOf, type PaymentDraft, reckonDraft } from "./payment-draft";
import { PaymentHead } from "./payment-head";

type PaymentSheetProps = {
  proposal: PaymentProposal;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPaid?: (() => void) | undefined;
};

const isSome = (amount: string) => compareAmounts(amount, "0.00") > 0;

/** What happens, as the button says it. */
function sentenceOf(
  totals: { amount: string; credit: string; discount: string },
  currency: string | null,
): string {
  if (isSome(totals.amount)) return `Record payment of ${moneyText(totals.amount, currency)}`;
  return isSome(totals.credit) ? `Set off ${moneyText(totals.credit, currency)}` : "Record payment";
}

/** "Mark as paid": one vendor's bills, from one account. Filled so that one press does the common case. */
export function PaymentSheet({ proposal, open, onOpenChange, onPaid }: PaymentSheetProps) {
  const [draft, setDraft] = useState<PaymentDraft>(() => draftOf(proposal));
  const [refusal, setRefusal] = useState<FormState<unknown> | null>(null);
  const [pending, start] = useTransition();
  const totals = reckonDraft(proposal, draft);
  const change = (part: Partial<PaymentDraft>) => setDraft((before) => ({ ...before, ...part }));
  const errors: Errors = refusal?.fields ?? {};
  const isTooMuchCredit = isSome(totals.unused);

  const send = () => {
    if (pending || isTooMuchCredit) return;
    start(async () => {
      const outcome = await record(inputOf(proposal, draft));
      if (!outcome.ok) {
        setRefusal(outcome);
        return;
      }
      setRefusal(null);
      onOpenChange(false);
      onPaid?.();
      toast.success(
        isSome(totals.amount)
          ? `Payment of ${moneyText(totals.amount, currency)} recorded`
          : "The credit is set off",
        { description: "It goes to QuickBooks with the Web Connector's next update." },
      );
    });
  };

  const { bills, credits, vendor, currency } = proposal;
  const general = [errors.applications, errors.billIds].flatMap((words) => words ?? []);
  const known = Object.keys(errors).length > 0;
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title="Mark as paid"
      description={`${vendor}, ${bills.length === 1 ? "one bill" : `${bills.length} bills`}`}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <DialogBody>
          {refusal && (!known || general.length > 0) ? (
            <Alert tone="red" title="It was not recorded" live>
              {general.join(" ") || refusal.error}
            </Alert>
          ) : null}
          <PaymentHead proposal={proposal} draft={draft} errors={errors} onChange={change} />
          <BillShares proposal={proposal} draft={draft} totals={totals} errors={errors} onChange={change} />
          {credits.length > 0 ? (
            <CreditShares
              proposal={proposal}
              draft={draft}
              errors={errors}
              unused={isTooMuchCredit ? totals.unused : null}
              onChange={change}
            />
          ) : null}
        </DialogBody>
        <DialogFooter>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" variant="primary" pending={pending}>
            {sentenceOf(totals, currency)}
          </Button>
        </DialogFooter>
      </form>
    </Sheet>
  );
}
