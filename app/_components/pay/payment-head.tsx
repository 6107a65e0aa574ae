"use client";

import { Checkbox } from "@/app/_ui/checkbox";
import { DateInput } from "@/app/_ui/date-input";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Select } from "@/app/_ui/select";
import type { PaymentProposal } from "@/lib/payments/propose-payment";
import { type Errors, numberFor, type PaymentDraft } from "./payment-draft";

type PaymentHeadProps = {
  proposal: PaymentProposal;
  draft: PaymentDraft;
  errors: Errors;
  onChange: (part: Partial<PaymentDraft>) => void;
};

const METHODS = { check: "Check", credit_card: "Credit card" } as const;

/** How, from which account, when and under which number it is paid. */
export function PaymentHead({ proposal, draft, errors, onChange }: PaymentHeadProps) {
  const { accounts, accountIds, currency } = proposal;
  const isCheck = draft.method === "check";
  const choose = (method: PaymentDraft["method"], accountId: string) =>
    onChange({ method, accountId, ...numberFor(proposal, method, accountId) });
  return (
    <div className="grid grid-cols-2 items-start gap-x-3 gap-y-4">
      <Field label="Paid by">
        <Select
          value={draft.method}
          onChange={({ target }) => {
            const method = target.value === "check" ? "check" : "credit_card";
            choose(method, accountIds[method] ?? "");
          }}
        >
          {Object.entries(METHODS).map(([method, label]) => (
            <option key={method} value={method}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={isCheck ? "Bank account" : "Credit card"} error={errors.accountId} required>
        <Select
          placeholder="Choose an account"
          value={draft.accountId}
          onChange={({ target }) => choose(draft.method, target.value)}
        >
          {accounts[draft.method].map(({ id, name, hint }) => (
            <option key={id} value={id}>
              {hint ? `${hint} ${name}` : name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Date" error={errors.date} required>
        <DateInput value={draft.date} onChange={({ target }) => onChange({ date: target.value })} />
      </Field>
      <Field
        label={isCheck ? "Check number" : "Number"}
        error={errors.refNumber ?? errors.isToBePrinted}
        optional={!isCheck}
      >
        <Input
          value={draft.refNumber}
          maxLength={11}
          disabled={draft.isToBePrinted}
          placeholder={draft.isToBePrinted ? "Given when printed" : ""}
          onChange={({ target }) => onChange({ refNumber: target.value })}
        />
      </Field>
      {isCheck ? (
        <div className="col-span-2 -mt-1">
          <Checkbox
            label="To be printed in QuickBooks"
            checked={draft.isToBePrinted}
            onChange={({ target }) =>
              onChange(
                target.checked
                  ? { isToBePrinted: true, refNumber: "" }
                  : { isToBePrinted: false, refNumber: proposal.nextNumbers[draft.accountId] ?? "" },
              )
            }
          />
        </div>
      ) : null}
      {currency ? (
        <Field
          label="Exchange rate"
          hint={`Home currency for one ${currency}. Empty: QuickBooks' own rate of that day.`}
          error={errors.exchangeRate}
          optional
          className="col-span-2"
        >
          <Input
            inputMode="decimal"
            value={draft.exchangeRate}
            onChange={({ target }) => onChange({ exchangeRate: target.value })}
          />
        </Field>
      ) : null}
      <Field label="Memo" error={errors.memo} optional className="col-span-2">
        <Input
          value={draft.memo}
          maxLength={4095}
          onChange={({ target }) => onChange({ memo: target.value })}
        />
      </Field>
    </div>
  );
}
