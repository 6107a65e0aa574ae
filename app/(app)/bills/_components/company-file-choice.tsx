"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";

type CompanyFileChoiceProps = { files: { id: string; name: string }[]; chosen: string };

/** Which company file the bill is for: its vendors, accounts and items are chosen from. */
export function CompanyFileChoice({ files, chosen }: CompanyFileChoiceProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <Field label="Company file" className="mb-4 max-w-sm">
      <Select
        value={chosen}
        disabled={pending}
        onChange={(event) => {
          const id = event.target.value;
          start(() => router.replace(`/bills/new?company=${id}`));
        }}
      >
        {files.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
