"use client";

import { useState } from "react";
import { useSending } from "@/app/_actions/use-sending";
import { EntryNameField } from "@/app/_components/entry-name-field";
import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { AmountInput } from "@/app/_ui/amount-input";
import { Checkbox } from "@/app/_ui/checkbox";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Select } from "@/app/_ui/select";
import { toast } from "@/app/_ui/toast";
import { ITEM_TYPE_NAMES, NEW_ITEM_TYPES, type NewItemType } from "@/lib/ledger/item-types";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { enterItem } from "../actions";
import { AccountField } from "./account-field";
import { NewEntryDialog } from "./new-entry-dialog";
import { useParent } from "./use-parent";

type NewItemDialogProps = {
  connectionId: string;
  /** What was typed before; "Lumber:Oak" is a subitem of Lumber. */
  name: string;
  accounts: readonly PickOption[];
  onCreated: (item: PickOption) => void;
  onClose: () => void;
};

const EMPTY = {
  itemType: "NonInventory" as NewItemType,
  description: "",
  cost: "",
  accountId: null as string | null,
  incomeAccountId: null as string | null,
  assetAccountId: null as string | null,
  salesDescription: "",
  salesPrice: "",
};

/** An item that QuickBooks does not have yet, with the accounts that its kind needs. */
export function NewItemDialog({ connectionId, name, accounts, onCreated, onClose }: NewItemDialogProps) {
  const { ownName, parent, setParent } = useParent("item", connectionId, name);
  const [item, setItem] = useState({ ...EMPTY, name: ownName });
  const [isSold, setSold] = useState(false);
  const change = (next: Partial<typeof item>) => setItem((before) => ({ ...before, ...next }));
  const { failure, pending, send } = useSending(enterItem, ({ itemId, ...created }) => {
    toast.success(`Item ${created.name} created`);
    onCreated({ ...created, id: itemId, hint: "not in QuickBooks yet" });
  });
  const { fields } = failure;
  const inStock = item.itemType === "Inventory";
  const sells = inStock || isSold;
  const submit = () => {
    const unsold = { incomeAccountId: null, salesDescription: "", salesPrice: "" };
    const assetAccountId = inStock ? item.assetAccountId : null;
    send({ connectionId, ...item, ...(sells ? {} : unsold), assetAccountId, parentId: parent?.id ?? null });
  };
  const account = (field: "accountId" | "incomeAccountId" | "assetAccountId", label: string) => (
    <AccountField
      itemType={item.itemType}
      field={field}
      label={label}
      accounts={accounts}
      value={item[field]}
      onChange={(id) => change({ [field]: id })}
      error={fields[field]}
    />
  );

  return (
    <NewEntryDialog
      title="New item"
      submitLabel="Create item"
      pending={pending}
      failure={failure}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
        <EntryNameField
          list="item"
          label="Name"
          value={item.name}
          onChange={(next) => change({ name: next })}
          failure={failure}
        />
        <Field label="Type" error={fields.itemType}>
          <Select
            value={item.itemType}
            onChange={(event) => change({ itemType: event.target.value as NewItemType, accountId: null })}
          >
            {NEW_ITEM_TYPES.map((type) => (
              <option key={type} value={type}>
                {ITEM_TYPE_NAMES[type]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Description when bought" error={fields.description} className="md:col-span-2">
          <Input value={item.description} onChange={(event) => change({ description: event.target.value })} />
        </Field>
        <Field label="Cost" error={fields.cost}>
          <AmountInput
            currency="$"
            value={item.cost}
            onChange={(event) => change({ cost: event.target.value })}
          />
        </Field>
        {account("accountId", inStock ? "Cost of goods sold account" : "Account")}
        <Field label="Subitem of" error={fields.parentId} className="md:col-span-2">
          <LookupCombobox
            list="item"
            connectionId={connectionId}
            value={parent}
            onChange={setParent}
            placeholder="None"
          />
        </Field>
        {inStock ? (
          account("assetAccountId", "Inventory asset account")
        ) : (
          <div className="md:col-span-2">
            <Checkbox
              label="You sell it, too"
              checked={isSold}
              onChange={(event) => setSold(event.target.checked)}
            />
          </div>
        )}
        {sells ? (
          <>
            {account("incomeAccountId", "Income account")}
            <Field label="Sales price" error={fields.salesPrice}>
              <AmountInput
                currency="$"
                value={item.salesPrice}
                onChange={(event) => change({ salesPrice: event.target.value })}
              />
            </Field>
            <Field label="Description when sold" error={fields.salesDescription} className="md:col-span-2">
              <Input
                value={item.salesDescription}
                onChange={(event) => change({ salesDescription: event.target.value })}
              />
            </Field>
          </>
        ) : null}
      </div>
    </NewEntryDialog>
  );
}
