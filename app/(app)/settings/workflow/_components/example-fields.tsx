"use client";

import { useState } from "react";
import { AmountInput } from "@/app/_ui/amount-input";
import { Button } from "@/app/_ui/button";
import { Field } from "@/app/_ui/field";
import { ENTRY_CONDITIONS, type EntryCondition, EntryPicker } from "./entry-picker";
import type { Subject } from "./use-preview";

/** A bill that does not exist. The amount is as typed. */
export type Example = { amount: string } & Record<EntryCondition, string[]>;

export const NO_EXAMPLE: Example = {
  ...{ amount: "", vendorIds: [], accountIds: [], itemIds: [], classIds: [], customerIds: [], enteredBy: [] },
};

/** A bill has one vendor and was entered by one person; its lines may name several of the others. */
const SINGLE: readonly EntryCondition[] = ["vendorIds", "enteredBy"];

export const factsOf = ({ vendorIds, enteredBy, ...example }: Example): Subject["facts"] => ({
  ...example,
  vendorId: vendorIds[0] ?? null,
  enteredBy: enteredBy[0] ?? null,
});

type ExampleFieldsProps = {
  example: Example;
  onChange: (example: Example) => void;
  amountError: string[] | undefined;
};

/** What the rules look at, for a bill that does not exist. */
export function ExampleFields({ example, onChange, amountError }: ExampleFieldsProps) {
  const [showsAll, setShowsAll] = useState(false);
  const names = Object.keys(ENTRY_CONDITIONS) as EntryCondition[];
  const shown = showsAll ? names : names.filter((name) => name === "vendorIds" || example[name].length > 0);
  const choose = (name: EntryCondition, ids: string[]) =>
    onChange({ ...example, [name]: SINGLE.includes(name) ? ids.slice(-1) : ids });
  return (
    <div className="flex flex-col gap-3">
      <Field label="Amount" error={amountError}>
        <AmountInput
          currency="$"
          value={example.amount}
          onChange={(event) => onChange({ ...example, amount: event.target.value })}
        />
      </Field>
      {shown.map((name) => (
        <EntryPicker key={name} condition={name} ids={example[name]} onChange={(ids) => choose(name, ids)} />
      ))}
      {showsAll ? null : (
        <Button variant="link" className="self-start" onClick={() => setShowsAll(true)}>
          Account, item, class and more
        </Button>
      )}
    </div>
  );
}
