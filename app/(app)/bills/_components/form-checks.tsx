"use client";

import { useEffect, useState } from "react";
import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import type { CheckFix, CheckResult } from "@/lib/bills/check-result";
import { checkForm } from "../check-actions";
import { CheckItem } from "./check-item";
import { inputOf, sentLines } from "./form-bill";
import { OtherBillButton } from "./other-bill-button";
import type { BillFormState } from "./use-bill-form";

/** A pause in typing, after which the checks are asked. */
const PAUSE_MS = 700;

type FormChecksProps = {
  form: BillFormState;
  saved: { billId: string | null; version: number | null; connectionId: string };
};

/** Writes what a check proposes into the form. */
function apply(form: BillFormState, field: string, fix: Extract<CheckFix, { kind: "set" }>): void {
  const { value, name } = fix;
  const record = { id: value, name: name ?? "", hint: null };
  const [, index, of] = /^lines\.(\d+)\.(.+)$/.exec(field) ?? [];
  const line = index === undefined ? undefined : sentLines(form.bill)[Number(index)];
  if (line && of) {
    const key = of.replace(/Id$/, "");
    form.changeLine(line.key, (before) => ({ ...before, [key]: of.endsWith("Id") ? record : value }));
  } else if (field === "vendorId") form.change({ vendor: record });
  else if (field === "apAccountId") form.change({ apAccount: record });
  else form.change({ [field]: value });
}

/** What the checks say of what is typed so far: what is wrong, not what is merely missing. */
export function FormChecks({ form, saved }: FormChecksProps) {
  const [checks, setChecks] = useState<CheckResult[]>([]);
  const { bill, isDirty } = form;
  const asked = isDirty || saved.billId !== null ? JSON.stringify(inputOf(bill, saved)) : null;
  useEffect(() => {
    if (asked === null) return;
    let isOver = false;
    const timer = setTimeout(async () => {
      const found = await checkForm(JSON.parse(asked));
      if (!isOver) setChecks(found.filter(({ isIncomplete }) => !isIncomplete));
    }, PAUSE_MS);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [asked]);

  if (checks.length === 0) return null;
  return (
    <Panel title="Checks">
      <ul aria-live="polite" className="flex flex-col gap-3">
        {checks.map((check) => (
          <CheckItem key={`${check.field} ${check.message} ${JSON.stringify(check.fixes)}`} check={check}>
            <div className="mt-1.5 flex flex-wrap gap-2">
              {check.fixes.map((fix) =>
                fix.kind === "set" ? (
                  <Button key={fix.label} size="sm" onClick={() => apply(form, check.field, fix)}>
                    {fix.label}
                  </Button>
                ) : fix.kind === "open" ? (
                  <OtherBillButton key={fix.label} billId={fix.billId} label={fix.label} />
                ) : null,
              )}
            </div>
          </CheckItem>
        ))}
      </ul>
    </Panel>
  );
}
