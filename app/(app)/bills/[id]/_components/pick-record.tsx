"use client";

import { LookupCombobox } from "@/app/_components/lookup-combobox";
import { Combobox } from "@/app/_ui/combobox";
import type { CheckedList } from "@/lib/bills/check-result";
import type { PickLists } from "@/lib/ledger/ledger-views";

const CALLED: Record<CheckedList, string> = {
  ...{ vendor: "Vendor", terms: "Terms", account: "Account", apAccount: "A/P account", item: "Item" },
  ...{ class: "Class", customer: "Customer:job" },
};

type PickRecordProps = {
  list: CheckedList;
  connectionId: string;
  lists: PickLists;
  onPick: (id: string, name: string) => void;
};

/** Chooses one record in place; choosing is the click that corrects the bill. */
export function PickRecord({ list, connectionId, lists, onPick }: PickRecordProps) {
  const label = CALLED[list];
  if (list === "vendor" || list === "item" || list === "customer") {
    return (
      <LookupCombobox
        list={list}
        connectionId={connectionId}
        value={null}
        onChange={(option) => (option ? onPick(option.id, option.name) : undefined)}
        placeholder={label}
        aria-label={label}
      />
    );
  }
  const options = {
    terms: lists.terms,
    account: lists.accounts,
    apAccount: lists.apAccounts,
    class: lists.classes,
  };
  return (
    <Combobox
      options={options[list].map(({ id, name, hint }) => ({
        value: id,
        label: name,
        ...(hint ? { hint } : {}),
      }))}
      value={null}
      onValueChange={(id, option) => (id && option ? onPick(id, option.label) : undefined)}
      placeholder={label}
      aria-label={label}
    />
  );
}
