"use client";

import { useState, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { refusalOf } from "@/app/_actions/refusal-of";
import { Button } from "@/app/_ui/button";
import { Link } from "@/app/_ui/link";
import { toast } from "@/app/_ui/toast";
import type { CheckedList, CheckFix } from "@/lib/bills/check-result";
import type { PickLists } from "@/lib/ledger/ledger-views";
import { OtherBillButton } from "../../_components/other-bill-button";
import { fix, renameCustomer, renameItem } from "../../check-actions";
import { PickRecord } from "./pick-record";

type CheckFixesProps = {
  bill: { id: string; version: number; connectionId: string };
  field: string;
  fixes: readonly CheckFix[];
  /** The short lists, where one is chosen from. */
  lists: PickLists | null;
};

/** The ways out of one check: a click that sets what is proposed, a choice in place, or a link to the field. */
export function CheckFixes({ bill, field, fixes, lists }: CheckFixesProps) {
  const [pending, start] = useTransition();
  const [picking, setPicking] = useState<CheckedList | null>(null);
  if (fixes.length === 0) return null;

  const act = (work: () => Promise<FormState>, done: string) =>
    start(async () => {
      const outcome = await work();
      if (outcome.ok) toast.success(done);
      else toast.error("Nothing was changed", { description: refusalOf(outcome) ?? "" });
    });
  const set = (value: string, done: string) =>
    act(() => fix({ billId: bill.id, version: bill.version, field, value }), done);

  return (
    <div className="mt-1.5 flex flex-col gap-2">
      <div className="flex flex-wrap gap-x-2 gap-y-1.5">
        {fixes.map((each) => {
          if (each.kind === "open")
            return <OtherBillButton key={each.label} billId={each.billId} label={each.label} />;
          if (each.kind === "focus") {
            return (
              <Button key={each.label} asChild size="sm">
                <Link href={`/bills/${bill.id}/edit?field=${encodeURIComponent(field)}`}>{each.label}</Link>
              </Button>
            );
          }
          const press = () => {
            if (each.kind === "set") set(each.value, "The bill was corrected");
            else if (each.kind === "rename") {
              const { list, id, name } = each;
              act(
                () =>
                  list === "item"
                    ? renameItem({ itemId: id, name })
                    : renameCustomer({ customerId: id, name }),
                `Renamed to ${name}`,
              );
            } else setPicking((before) => (before === each.list ? null : each.list));
          };
          return (
            <Button
              key={each.label}
              size="sm"
              pending={pending && each.kind !== "pick"}
              aria-expanded={each.kind === "pick" ? picking === each.list : undefined}
              onClick={press}
              className="h-auto min-h-7 whitespace-normal text-left"
            >
              {each.label}
            </Button>
          );
        })}
      </div>
      {picking && lists ? (
        <PickRecord
          list={picking}
          connectionId={bill.connectionId}
          lists={lists}
          onPick={(id, name) => {
            setPicking(null);
            set(id, `${name} was chosen`);
          }}
        />
      ) : null}
    </div>
  );
}
