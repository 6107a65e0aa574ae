"use client";

import { FlaskConical } from "lucide-react";
import { useState, useTransition } from "react";
import type { FormState } from "@/app/_actions/form-state";
import { moneyText } from "@/app/_components/money";
import { Button } from "@/app/_ui/button";
import { DialogBody } from "@/app/_ui/dialog-parts";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";
import { Sheet } from "@/app/_ui/sheet";
import { toast } from "@/app/_ui/toast";
import type { DemoBill } from "@/lib/demo/demo-controls";
import { changeBill, demoBills, payBill, refuseNext, runNow } from "./demo-actions";

type Doing = "refuse" | "pay" | "change" | "run";

/** The demo's switches: what a bookkeeper would do in QuickBooks, and the Web Connector's button. */
export function DemoPanel() {
  const [bills, setBills] = useState<DemoBill[]>([]);
  const [chosenId, setChosenId] = useState("");
  const [doing, setDoing] = useState<Doing>();
  const [, start] = useTransition();
  const chosen = bills.find(({ txnId }) => txnId === chosenId) ?? bills[0];

  const load = () =>
    start(async () => {
      const outcome = await demoBills({});
      if (outcome.result) setBills(outcome.result);
      else toast.error("The simulated QuickBooks did not answer", { description: outcome.error ?? "" });
    });

  const act = <Result,>(
    what: Doing,
    work: () => Promise<FormState<Result>>,
    told: (result: Result | undefined) => string,
  ) => {
    setDoing(what);
    start(async () => {
      const outcome = await work();
      if (outcome.ok) toast.success(told(outcome.result));
      else toast.error("That did not work", { description: outcome.error ?? "" });
      setDoing(undefined);
      load();
    });
  };

  return (
    <Sheet
      onOpenChange={(open) => (open ? load() : undefined)}
      title="Simulated QuickBooks"
      description="Play the bookkeeper. Changes come into Countersign with the next run."
      trigger={
        <Button variant="ghost" className="w-full justify-start px-2.5">
          <FlaskConical aria-hidden="true" />
          Simulated QuickBooks
        </Button>
      }
    >
      <DialogBody>
        <section className="flex flex-col gap-2">
          <h3 className="font-medium text-ink text-sm">Web Connector</h3>
          <Button
            variant="primary"
            pending={doing === "run"}
            onClick={() =>
              act(
                "run",
                () => runNow({}),
                (run) => run?.statusText || run?.error?.message || "The run has ended",
              )
            }
          >
            Run the Web Connector now
          </Button>
          <Button
            pending={doing === "refuse"}
            onClick={() =>
              act(
                "refuse",
                () => refuseNext({}),
                () => "The next new bill will be refused once",
              )
            }
          >
            Refuse the next bill
          </Button>
        </section>
        <section className="flex flex-col gap-2">
          <h3 className="font-medium text-ink text-sm">A bill in QuickBooks</h3>
          {chosen ? (
            <>
              <Field label="Open bill" hideLabel>
                <Select value={chosen.txnId} onChange={(event) => setChosenId(event.target.value)}>
                  {bills.map((bill) => (
                    <option key={bill.txnId} value={bill.txnId}>
                      {`${bill.vendor} ${bill.refNumber} · ${moneyText(bill.openAmount)}`}
                    </option>
                  ))}
                </Select>
              </Field>
              <Button
                pending={doing === "pay"}
                onClick={() =>
                  act(
                    "pay",
                    () => payBill({ txnId: chosen.txnId }),
                    () => `${chosen.vendor} was paid in QuickBooks`,
                  )
                }
              >
                Pay it in QuickBooks
              </Button>
              <Button
                pending={doing === "change"}
                onClick={() =>
                  act(
                    "change",
                    () => changeBill({ txnId: chosen.txnId, dueDate: chosen.dueDate }),
                    () => `The bill of ${chosen.vendor} was changed in QuickBooks`,
                  )
                }
              >
                Change it in QuickBooks
              </Button>
            </>
          ) : (
            <p className="text-ink-muted text-sm">No open bill is there.</p>
          )}
        </section>
      </DialogBody>
    </Sheet>
  );
}
