"use client";

import { useState } from "react";
import { Combobox } from "@/app/_ui/combobox";
import { Field } from "@/app/_ui/field";

const names = ["Apex Concrete", "Café Martín", "Delta Steel Supply", "Harbor Lumber", "Northside Electric"];

const options = Array.from({ length: 5_000 }, (_, at) => ({
  value: String(at),
  label: `${names[at % names.length]} ${at}`,
  hint: `No. ${10_000 + at}`,
  disabled: at === 3,
}));

/** Five thousand options, and one with the row that makes a new one. */
export function ComboboxDemo() {
  const [value, setValue] = useState<string | null>("7");
  const [made, setMade] = useState<string[]>([]);
  const all = [...made.map((label) => ({ value: `made-${label}`, label })), ...options];
  return (
    <>
      <Field label="One of 5,000" hint={`Value: ${value ?? "none"}`}>
        <Combobox
          options={options}
          value={value}
          onValueChange={setValue}
          name="one"
          placeholder="Type to find"
        />
      </Field>
      <Field label="With a new one" hint={made.length > 0 ? `Made: ${made.join(", ")}` : "Type a new name."}>
        <Combobox
          options={all}
          placeholder="Type to find or create"
          onCreate={(text) => setMade((before) => [...before, text])}
          createLabel={(text) => `Add “${text}”`}
        />
      </Field>
      <Field label="Refused" error="Choose one from the list.">
        <Combobox options={options} placeholder="Type to find" />
      </Field>
    </>
  );
}
