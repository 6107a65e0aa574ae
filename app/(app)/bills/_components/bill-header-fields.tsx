"use client";

import { AmountInput } from "@/app/_ui/amount-input";
import { Combobox } from "@/app/_ui/combobox";
import { DateInput } from "@/app/_ui/date-input";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Panel } from "@/app/_ui/panel";
import { Select } from "@/app/_ui/select";
import { Textarea } from "@/app/_ui/textarea";
import type { PickLists } from "@/lib/ledger/ledger-views";
import { amountOf } from "./form-bill";
import type { MayCreate } from "./may-create";
import type { BillFormState } from "./use-bill-form";
import { VendorField } from "./vendor-field";

type BillHeaderFieldsProps = {
  form: BillFormState;
  connectionId: string;
  lists: PickLists;
  mayCreate: MayCreate;
  /** The terms the bill has, where they are inactive by now. */
  oldTerms: { id: string; name: string } | null;
};

/** Everything of a bill but its lines. Terms bring the due date along; it can still be changed. */
export function BillHeaderFields({ form, connectionId, lists, mayCreate, oldTerms }: BillHeaderFieldsProps) {
  const { bill, change, failure } = form;
  const error = (field: string) => failure.fields[field] ?? null;
  const apOptions =
    bill.apAccount && !lists.apAccounts.some(({ id }) => id === bill.apAccount?.id)
      ? [bill.apAccount, ...lists.apAccounts]
      : lists.apAccounts;
  return (
    <Panel>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-6 @max-[44rem]:grid-cols-2">
        <div className="col-span-2 md:col-span-4 @max-[44rem]:col-span-2">
          <VendorField
            connectionId={connectionId}
            value={bill.vendor}
            error={failure.fields.vendorId}
            mayCreate={mayCreate.vendor}
            terms={lists.terms}
            currencies={lists.currencies}
            onChange={form.coding.chooseVendor}
          />
        </div>
        <Field label="Invoice number" error={error("invoiceNumber")} className="col-span-2">
          <Input
            value={bill.invoiceNumber}
            onChange={(event) => change({ invoiceNumber: event.target.value })}
          />
        </Field>
        <Field label="Bill date" error={error("billDate")} className="md:col-span-2 @max-[44rem]:col-span-1">
          <DateInput value={bill.billDate} onChange={(event) => change({ billDate: event.target.value })} />
        </Field>
        <Field label="Terms" error={error("termsId")}>
          <Select
            value={bill.termsId}
            onChange={(event) => change({ termsId: event.target.value })}
            placeholder="None"
          >
            {oldTerms && !lists.terms.some(({ id }) => id === oldTerms.id) ? (
              <option value={oldTerms.id}>{oldTerms.name}</option>
            ) : null}
            {lists.terms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Due date" error={error("dueDate")}>
          <DateInput value={bill.dueDate} onChange={(event) => change({ dueDate: event.target.value })} />
        </Field>
        <Field
          label={bill.vendor?.currency ? `Amount in ${bill.vendor.currency}` : "Amount"}
          error={error("amount")}
          className="max-md:col-span-1 md:col-span-2 @max-[44rem]:col-span-1"
        >
          <AmountInput
            currency={bill.vendor?.currency ? undefined : "$"}
            value={bill.amount}
            onChange={(event) => change({ amount: event.target.value })}
            onBlur={() => {
              const amount = amountOf(bill.amount);
              if (amount !== null && amount !== bill.amount) change({ amount });
            }}
          />
        </Field>
        {bill.vendor?.currency ? (
          <Field
            label="Exchange rate"
            error={error("exchangeRate")}
            hint={`For one ${bill.vendor.currency}. Left empty, QuickBooks uses its own.`}
            className="col-span-2"
          >
            <Input
              inputMode="decimal"
              value={bill.exchangeRate}
              onChange={(event) => change({ exchangeRate: event.target.value })}
            />
          </Field>
        ) : null}
        <Field
          label="Memo"
          error={error("memo")}
          className="col-span-2 md:col-span-6 @max-[44rem]:col-span-2"
        >
          <Textarea rows={2} value={bill.memo} onChange={(event) => change({ memo: event.target.value })} />
        </Field>
      </div>
      {apOptions.length > 0 ? (
        <details className="mt-4" open={Boolean(bill.apAccount) || Boolean(failure.fields.apAccountId)}>
          <summary className="w-fit rounded-sm text-ink-muted text-sm hover:text-ink">Advanced</summary>
          <Field
            label="A/P account"
            error={error("apAccountId")}
            hint="Left empty, QuickBooks uses its own."
            className="mt-3 max-w-sm"
          >
            <Combobox
              options={apOptions.map(({ id, name, hint }) => ({
                value: id,
                label: name,
                ...(hint ? { hint } : {}),
              }))}
              value={bill.apAccount?.id ?? null}
              onValueChange={(id) =>
                change({ apAccount: apOptions.find((option) => option.id === id) ?? null })
              }
              placeholder="QuickBooks' own"
            />
          </Field>
        </details>
      ) : null}
    </Panel>
  );
}
