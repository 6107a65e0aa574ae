"use client";

import { useActionState } from "react";
import { UNSENT } from "@/app/_actions/form-state";
import { Alert } from "@/app/_ui/alert";
import { Field } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { Select } from "@/app/_ui/select";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { PaymentAccounts } from "@/lib/quickbooks/connections/settings-views";
import { setPaymentAccounts } from "../../actions";

type Choice = {
  name: string;
  label: string;
  type: string;
  chosen: string | null;
  error: string[] | undefined;
};

/** Chooses what "Mark as paid" proposes: the account for checks and the card. */
export function PaymentAccountsForm({
  connectionId,
  accounts,
}: {
  connectionId: string;
  accounts: PaymentAccounts;
}) {
  const [state, send] = useActionState(setPaymentAccounts, UNSENT);
  const choices: Choice[] = [
    {
      ...{ name: "bankAccountId", label: "Checks are paid from", type: "Bank" },
      ...{ chosen: accounts.bankAccountId, error: state.fields.bankAccountId },
    },
    {
      ...{ name: "cardAccountId", label: "Cards are paid with", type: "CreditCard" },
      ...{ chosen: accounts.cardAccountId, error: state.fields.cardAccountId },
    },
  ];
  return (
    <form action={send}>
      <Panel
        title="Mark as paid"
        description="What is proposed when a payment is recorded; it can be changed there."
        footer={<SubmitButton variant="secondary">Save</SubmitButton>}
      >
        <div className="flex flex-col gap-3">
          {state.error && state.code !== "invalid" ? <Alert tone="red" title={state.error} live /> : null}
          {state.ok ? <Alert tone="green" title="Saved" live /> : null}
          <input type="hidden" name="connectionId" value={connectionId} />
          <div className="grid gap-3 md:grid-cols-2">
            {choices.map(({ name, label, type, chosen, error }) => {
              const options = accounts.choices.filter(({ accountType }) => accountType === type);
              return (
                <Field key={`${name} ${state.sent}`} label={label} error={error}>
                  <Select name={name} defaultValue={chosen ?? ""}>
                    <option value="">
                      {options.length > 0 ? "Ask each time" : "No such account is here yet"}
                    </option>
                    {options.map(({ id, name: account }) => (
                      <option key={id} value={id}>
                        {account}
                      </option>
                    ))}
                  </Select>
                </Field>
              );
            })}
          </div>
        </div>
      </Panel>
    </form>
  );
}
