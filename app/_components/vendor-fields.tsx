"use client";

import type { FormState } from "@/app/_actions/form-state";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Select } from "@/app/_ui/select";
import { Textarea } from "@/app/_ui/textarea";
import type { PickOption } from "@/lib/ledger/ledger-views";
import { EntryNameField } from "./entry-name-field";
import type { VendorForm } from "./vendor-form";

type VendorFieldsProps = {
  vendor: VendorForm;
  change: (next: Partial<VendorForm>) => void;
  terms: readonly PickOption[];
  /** Of a new vendor: the foreign currencies that it may be paid in. */
  currencies?: readonly string[];
  failure: Pick<FormState, "code" | "fields">;
  /** Shows what is seldom needed from the start. */
  whole?: boolean;
};

const LIMITS = {
  companyName: 41,
  email: 1023,
  phone: 21,
  accountNumber: 99,
  nameOnCheck: 41,
  city: 31,
  state: 21,
  postalCode: 13,
  country: 31,
} as const;

/** What is kept of a vendor: the daily fields first, check name and address behind one step. */
export function VendorFields({
  vendor,
  change,
  terms,
  currencies = [],
  failure,
  whole = false,
}: VendorFieldsProps) {
  const { fields } = failure;
  const text = (field: keyof typeof LIMITS, label: string, className?: string, path: string = field) => (
    <Field label={label} error={fields[path]} {...(className ? { className } : {})}>
      <Input
        value={vendor[field]}
        maxLength={LIMITS[field]}
        type={field === "email" ? "email" : field === "phone" ? "tel" : "text"}
        autoComplete="off"
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </Field>
  );
  const inAddress = Object.keys(fields).some((path) => path.startsWith("address") || path === "nameOnCheck");
  const hasMore = Boolean(vendor.nameOnCheck || vendor.street || vendor.city);
  return (
    <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
      <EntryNameField
        list="vendor"
        label="Name"
        value={vendor.name}
        onChange={(name) => change({ name })}
        failure={failure}
        className="md:col-span-2"
      />
      {text("companyName", "Company")}
      {text("email", "Email")}
      {text("phone", "Phone")}
      <Field label="Terms" error={fields.termsId}>
        <Select
          value={vendor.termsId}
          onChange={(event) => change({ termsId: event.target.value })}
          placeholder="None"
        >
          {terms.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {text(
        "accountNumber",
        "Your account number there",
        currencies.length > 0 ? undefined : "md:col-span-2",
      )}
      {currencies.length > 0 ? (
        <Field label="Currency" error={fields.currency} hint="It cannot be changed later.">
          <Select
            value={vendor.currency}
            onChange={(event) => change({ currency: event.target.value })}
            placeholder="The company's own"
          >
            {currencies.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ) : null}
      <details className="md:col-span-2" open={whole || inAddress || hasMore || undefined}>
        <summary className="w-fit rounded-sm text-ink-muted text-sm hover:text-ink">
          Name on checks and address
        </summary>
        <div className="mt-3 grid grid-cols-2 gap-4">
          {text("nameOnCheck", "Name on checks", "col-span-2")}
          <Field
            label="Street"
            error={fields["address.street"] ?? fields.address}
            hint="As it is printed on a check, up to five lines with the city."
            className="col-span-2"
          >
            <Textarea
              rows={2}
              value={vendor.street}
              onChange={(event) => change({ street: event.target.value })}
            />
          </Field>
          {text("city", "City", undefined, "address.city")}
          {text("state", "State", undefined, "address.state")}
          {text("postalCode", "ZIP code", undefined, "address.postalCode")}
          {text("country", "Country", undefined, "address.country")}
        </div>
      </details>
    </div>
  );
}
