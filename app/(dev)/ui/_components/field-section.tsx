import { Search } from "lucide-react";
import { AmountInput } from "@/app/_ui/amount-input";
import { Checkbox } from "@/app/_ui/checkbox";
import { CopyField } from "@/app/_ui/copy-field";
import { DateInput } from "@/app/_ui/date-input";
import { Field } from "@/app/_ui/field";
import { FileDrop } from "@/app/_ui/file-drop";
import { Input } from "@/app/_ui/input";
import { RadioGroup } from "@/app/_ui/radio-group";
import { Select } from "@/app/_ui/select";
import { Switch } from "@/app/_ui/switch";
import { Textarea } from "@/app/_ui/textarea";
import { ComboboxDemo } from "./combobox-demo";
import { Section } from "./section";

export function FieldSection() {
  return (
    <Section title="Fields">
      <div className="grid gap-x-5 gap-y-4 md:grid-cols-3">
        <Field label="Reference" hint="As printed on the document.">
          <Input placeholder="INV-2041" />
        </Field>
        <Field label="Search" hideLabel className="justify-end">
          <Input type="search" icon={<Search />} placeholder="Search" />
        </Field>
        <Field label="Reference" error="Another record has this reference." required>
          <Input defaultValue="INV-2041" />
        </Field>
        <Field label="Amount" aside="USD">
          <AmountInput currency="$" defaultValue="12,480.50" />
        </Field>
        <Field label="Date">
          <DateInput defaultValue="2026-11-22" />
        </Field>
        <Field label="Terms" optional>
          <Select placeholder="Choose" defaultValue="30">
            <option value="15">Net 15</option>
            <option value="30">Net 30</option>
          </Select>
        </Field>
        <ComboboxDemo />
        <Field label="Locked">
          <Input readOnly value="Cannot be changed" />
        </Field>
        <Field label="Disabled">
          <Input disabled value="Not available" />
        </Field>
        <Field label="Address to copy">
          <CopyField value="https://books.example.com/api/connection" />
        </Field>
        <Field label="Note" className="md:col-span-2">
          <Textarea placeholder="Why?" />
        </Field>
        <div className="flex flex-col">
          <Checkbox label="Send a message" hint="Once a day at most." defaultChecked />
          <Checkbox label="Not chosen" />
          <Checkbox label="Some chosen" indeterminate />
          <Checkbox label="Disabled" disabled />
        </div>
        <div className="flex flex-col">
          <Switch label="Two people for each" hint="Above the limit." defaultChecked />
          <Switch label="Off" />
        </div>
        <RadioGroup
          legend="Order"
          name="order"
          defaultValue="any"
          options={[
            { value: "any", label: "Anyone first" },
            { value: "turn", label: "In turn", hint: "Each after the one before." },
          ]}
        />
        <FileDrop
          className="md:col-span-3"
          label="Drop a PDF or photo here, or choose"
          hint="PDF, PNG or JPEG, at most 20 MB"
          accept=".pdf,image/*"
        />
      </div>
    </Section>
  );
}
