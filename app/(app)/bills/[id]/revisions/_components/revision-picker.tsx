"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";

type RevisionPickerProps = {
  billId: string;
  from: number;
  to: number;
  revisions: { number: number; round: number }[];
};

/** Which two revisions are compared; the address says it, so that it can be passed on. */
export function RevisionPicker({ billId, from, to, revisions }: RevisionPickerProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  const show = (change: { from?: number; to?: number }) => {
    const wanted = { from, to, ...change };
    start(() =>
      router.replace(`/bills/${billId}/revisions?from=${wanted.from}&to=${wanted.to}`, { scroll: false }),
    );
  };
  const choice = (label: string, value: number, onChange: (number: number) => void) => (
    <Field label={label}>
      <Select
        value={String(value)}
        aria-busy={pending}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {revisions.map(({ number, round }) => (
          <option key={number} value={number}>
            Revision {number} (round {round})
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className="grid grid-cols-2 gap-3">
      {choice("Earlier", from, (number) => show({ from: number }))}
      {choice("Later", to, (number) => show({ to: number }))}
    </div>
  );
}
