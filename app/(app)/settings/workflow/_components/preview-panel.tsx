"use client";

import { useState } from "react";
import { moneyText } from "@/app/_components/money";
import { Alert } from "@/app/_ui/alert";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";
import { Panel } from "@/app/_ui/panel";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Spinner } from "@/app/_ui/spinner";
import type { TrialBill } from "@/lib/workflow/workflow-views";
import { findBillsToTry } from "../actions";
import { type EditedRule, sentRules } from "./edited-rule";
import { type Example, ExampleFields, factsOf, NO_EXAMPLE } from "./example-fields";
import { PreviewResult } from "./preview-result";
import { type Subject, usePreview } from "./use-preview";

const labelOf = ({ vendor, invoiceNumber }: TrialBill): string =>
  [vendor ?? "No vendor", invoiceNumber].filter(Boolean).join(" · ");

type PreviewPanelProps = { rules: EditedRule[]; bills: TrialBill[] };

/** Tries the rules, saved or not, on a bill or on an example. */
export function PreviewPanel({ rules, bills }: PreviewPanelProps) {
  const [kind, setKind] = useState<"bill" | "example">(bills.length > 0 ? "bill" : "example");
  const [found, setFound] = useState(bills);
  const [bill, setBill] = useState<TrialBill | null>(bills[0] ?? null);
  const [example, setExample] = useState<Example>(NO_EXAMPLE);
  const subject: Subject | null =
    kind === "bill"
      ? bill && { billId: bill.id }
      : example.amount.trim() === ""
        ? null
        : { facts: factsOf(example) };
  const { preview, trouble, fields, pending } = usePreview(sentRules(rules), subject);
  const wrongAmount = fields["facts.amount"];
  const known = bill && !found.some(({ id }) => id === bill.id) ? [bill, ...found] : found;
  return (
    <Panel
      title="Who would approve"
      description="Tried on the rules as they stand here, saved or not."
      actions={pending ? <Spinner label="Working it out" /> : null}
    >
      <div className="flex flex-col gap-4">
        <RadioGroup
          legend="Try the rules on"
          name="preview-of"
          value={kind}
          onValueChange={(value) => setKind(value === "bill" ? "bill" : "example")}
          options={[
            { value: "bill", label: "A bill in approval or a draft", disabled: bills.length === 0 },
            { value: "example", label: "An example" },
          ]}
        />
        {kind === "bill" ? (
          <Field label="Bill">
            <Combobox
              options={known.map((each) => ({
                ...{ value: each.id, label: labelOf(each) },
                hint: `${moneyText(each.amount, each.currency)}, ${each.state === "draft" ? "draft" : "in approval"}`,
              }))}
              value={bill?.id ?? null}
              onQuery={(text) => void findBillsToTry(text).then(setFound, () => setFound([]))}
              onValueChange={(id) => setBill(known.find((each) => each.id === id) ?? null)}
              placeholder="Vendor or invoice number"
            />
          </Field>
        ) : (
          <ExampleFields example={example} onChange={setExample} amountError={wrongAmount} />
        )}
        <div aria-live="polite">
          {preview ? (
            <PreviewResult preview={preview} />
          ) : trouble === "failed" ? (
            <Alert tone="red" title="The preview could not be worked out. Change something to try again." />
          ) : trouble === "incomplete" && !wrongAmount ? (
            <p className="text-ink-muted text-sm">The preview comes back when the rules are complete.</p>
          ) : subject ? null : (
            <p className="text-ink-muted text-sm">
              {kind === "bill" ? "Choose a bill." : "Enter an amount."} It shows who would be asked, and why.
            </p>
          )}
        </div>
      </div>
    </Panel>
  );
}
