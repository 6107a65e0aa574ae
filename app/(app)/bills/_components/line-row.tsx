"use client";

import { Trash2 } from "lucide-react";
import { AmountInput } from "@/app/_ui/amount-input";
import { Button } from "@/app/_ui/button";
import { Checkbox } from "@/app/_ui/checkbox";
import { cn } from "@/app/_ui/cn";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import type { PickLists, PickOption } from "@/lib/ledger/ledger-views";
import { CustomerField } from "./customer-field";
import { amountOf, type FormLine, numberOf, withExtension, withRemaining } from "./form-bill";
import { ItemField } from "./item-field";
import type { MayCreate } from "./may-create";
import type { BillFormState } from "./use-bill-form";

/** One row where there is room for it, a card of fields below. With classes there is a column more. */
export const lineGrid = (usesClasses: boolean) =>
  cn(
    "@min-[60rem]:grid @min-[60rem]:items-start @min-[60rem]:gap-x-2",
    usesClasses
      ? "@min-[60rem]:grid-cols-[minmax(11rem,1.3fr)_minmax(9rem,1fr)_4.5rem_5.5rem_7rem_minmax(7rem,0.8fr)_minmax(9rem,1fr)_3.5rem_2rem]"
      : "@min-[60rem]:grid-cols-[minmax(11rem,1.3fr)_minmax(9rem,1fr)_4.5rem_5.5rem_7rem_minmax(9rem,1fr)_3.5rem_2rem]",
  );

/** In a row the column heading says it; in a card the field's own label. */
const labelOnCard = "@min-[60rem]:[&>div:first-child]:sr-only";

type LineRowProps = {
  line: FormLine;
  number: number;
  connectionId: string;
  lists: PickLists;
  usesClasses: boolean;
  mayCreate: MayCreate;
  errors: Record<string, string[]>;
  changeLine: BillFormState["changeLine"];
  removeLine: BillFormState["removeLine"];
};

/** The record chosen before may be inactive now: it stays choosable until another is chosen. */
const options = (list: readonly PickOption[], chosen: PickOption | null) =>
  (chosen && !list.some(({ id }) => id === chosen.id) ? [chosen, ...list] : list).map(
    ({ id, name, hint }) => ({
      value: id,
      label: name,
      ...(hint ? { hint } : {}),
    }),
  );

/** One line of a bill: an account with an amount, or an item with quantity × cost. */
export function LineRow(props: LineRowProps) {
  const { line, number, connectionId, lists, usesClasses, mayCreate, errors } = props;
  const set = (next: Partial<FormLine>) => props.changeLine(line.key, (before) => ({ ...before, ...next }));
  const extended = (next: Partial<FormLine>) =>
    props.changeLine(line.key, (before) => withExtension({ ...before, ...next }));
  /** On leaving a field: a sum becomes what it comes to. Passing through is no change. */
  const tidy = (next: Partial<Pick<FormLine, "quantity" | "cost" | "amount">>) => {
    if (Object.entries(next).some(([field, text]) => line[field as keyof typeof next] !== text)) set(next);
  };
  const error = (field: string) => errors[`${line.key}.${field}`] ?? null;
  const isItem = line.kind === "item";

  const chooseItem = (item: PickOption | null) =>
    props.changeLine(line.key, (before) =>
      withExtension({
        ...before,
        item,
        description: before.description || (item?.description ?? ""),
        quantity: before.quantity || (item ? "1" : ""),
        cost: before.cost || (item?.cost?.replace(/\.?0+$/, "") ?? ""),
      }),
    );
  const chooseAccount = (id: string | null) =>
    props.changeLine(line.key, (before, bill) => {
      const account = lists.accounts.find((option) => option.id === id) ?? null;
      const next = { ...before, account };
      return account ? withRemaining(bill, next) : next;
    });

  return (
    <fieldset
      data-line={line.key}
      className={cn(
        "grid grid-cols-2 gap-3 border-line border-b p-4 last:border-b-0 @min-[60rem]:px-3 @min-[60rem]:py-1.5",
        lineGrid(usesClasses),
      )}
    >
      <legend className="sr-only">Line {number}</legend>
      <div className="col-span-2 @min-[28rem]:col-span-1">
        {isItem ? (
          <ItemField
            connectionId={connectionId}
            value={line.item}
            error={error("itemId")}
            mayCreate={mayCreate.item}
            accounts={lists.accounts}
            onChange={chooseItem}
            className={labelOnCard}
          />
        ) : (
          <Field label="Account" error={error("accountId")} className={labelOnCard}>
            <Combobox
              options={options(lists.accounts, line.account)}
              value={line.account?.id ?? null}
              onValueChange={chooseAccount}
              placeholder="Account"
            />
          </Field>
        )}
      </div>
      <Field
        label="Description"
        error={error("description")}
        className={cn("col-span-2 @min-[28rem]:col-span-1", labelOnCard)}
      >
        <Input value={line.description} onChange={(event) => set({ description: event.target.value })} />
      </Field>
      {isItem ? (
        <>
          <Field label="Quantity" error={error("quantity")} className={labelOnCard}>
            <AmountInput
              value={line.quantity}
              onChange={(event) => extended({ quantity: event.target.value })}
              onBlur={() => tidy({ quantity: numberOf(line.quantity) ?? line.quantity })}
            />
          </Field>
          <Field label="Cost" error={error("cost")} className={labelOnCard}>
            <AmountInput
              value={line.cost}
              onChange={(event) => extended({ cost: event.target.value })}
              onBlur={() => tidy({ cost: numberOf(line.cost) ?? line.cost })}
            />
          </Field>
        </>
      ) : (
        <span className="hidden @min-[60rem]:col-span-2 @min-[60rem]:block" />
      )}
      <Field label="Amount" error={error("amount")} className={labelOnCard}>
        <AmountInput
          value={line.amount}
          onChange={(event) => set({ amount: event.target.value })}
          onBlur={() => tidy({ amount: amountOf(line.amount) ?? line.amount })}
        />
      </Field>
      {usesClasses ? (
        <Field label="Class" error={error("classId")} className={labelOnCard}>
          <Combobox
            options={options(lists.classes, line.class)}
            value={line.class?.id ?? null}
            onValueChange={(id) => set({ class: lists.classes.find((option) => option.id === id) ?? null })}
            placeholder="Class"
          />
        </Field>
      ) : null}
      <CustomerField
        connectionId={connectionId}
        value={line.customer}
        error={error("customerId")}
        mayCreate={mayCreate.customer}
        onChange={(customer) => set({ customer, ...(customer ? {} : { billable: false }) })}
        className={cn("col-span-2 @min-[28rem]:col-span-1", labelOnCard)}
      />
      <div className="@min-[60rem]:flex @min-[60rem]:h-8 @min-[60rem]:items-center @min-[60rem]:justify-center">
        <span className="@min-[60rem]:hidden">
          <Checkbox
            label="Billable"
            checked={line.billable}
            onChange={(event) => set({ billable: event.target.checked })}
          />
        </span>
        <span className="hidden @min-[60rem]:inline">
          <Checkbox
            aria-label="Billable"
            checked={line.billable}
            onChange={(event) => set({ billable: event.target.checked })}
          />
        </span>
      </div>
      <div className="flex justify-end">
        <Button
          variant="ghost"
          size="icon"
          aria-label={`Remove line ${number}`}
          onClick={() => props.removeLine(line.key)}
        >
          <Trash2 aria-hidden="true" />
        </Button>
      </div>
    </fieldset>
  );
}
