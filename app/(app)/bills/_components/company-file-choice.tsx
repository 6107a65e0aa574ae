"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Field } from "@/app/_ui/field";
import { Select } from "@/app/_ui/select";

type CompanyFileChoiceProps = {
  files: { id: string; name: string }[];
  chosen: string;
  /** The page that is drawn anew for another. */
  path: "/bills/new" | "/bills/import";
};

/** Which company file a bill is for: its vendors, accounts and items are chosen from. */
export function CompanyFileChoice({ files, chosen, path }: CompanyFileChoiceProps) {
  const router = useRouter();
  const [pending, start] = useTransition();
  return (
    <Field label="Company file" className="mb-4 max-w-sm">
      <Select
        value={chosen}
        disabled={pending}
        onChange={(event) => {
          const id = event.target.value;
          start(() => router.replace(`${path}?company=${id}`));
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
