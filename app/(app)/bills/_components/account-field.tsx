"use client";

import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { itemAccounts, type NewItemType } from "@/lib/ledger/item-types";
import type { PickOption } from "@/lib/ledger/ledger-views";

type AccountFieldProps = {
  itemType: NewItemType;
  field: "accountId" | "incomeAccountId" | "assetAccountId";
  label: string;
  accounts: readonly PickOption[];
  value: string | null;
  onChange: (accountId: string | null) => void;
  error: string[] | undefined;
};

/** One of an item's accounts: those are offered that QuickBooks takes there. */
export function AccountField({
  itemType,
  field,
  label,
  accounts,
  value,
  onChange,
  error,
}: AccountFieldProps) {
  const types = itemAccounts(itemType)[field]?.types ?? [];
  const fitting = accounts.filter(({ accountType }) => types.includes(accountType ?? ""));
  return (
    <Field label={label} error={error} required>
      <Combobox
        options={fitting.map(({ id, name, hint }) => ({ value: id, label: name, ...(hint ? { hint } : {}) }))}
        value={value}
        onValueChange={onChange}
        placeholder="Account"
        emptyText="No account of this type"
      />
    </Field>
  );
}
