"use client";

import { useState } from "react";
import { Field } from "@/app/_ui/field";
import { Input } from "@/app/_ui/input";
import { Select } from "@/app/_ui/select";
import { DEFAULT_MINUTES, frequencyText, PRESETS } from "./frequency";

const isPreset = (minutes: number): boolean => (PRESETS as readonly number[]).includes(minutes);

type FrequencyFieldProps = {
  minutes?: number;
  /** What was sent and refused: shown again. */
  values?: Record<string, string>;
  error?: string[] | undefined;
};

/**
 * How often the Web Connector should run: a choice, or minutes of one's own. Give it a new key for each
 * sending: React resets a form after its action, and a select then shows the choice it was made with.
 */
export function FrequencyField({ minutes = DEFAULT_MINUTES, values = {}, error }: FrequencyFieldProps) {
  const first = values.frequency ?? (isPreset(minutes) ? String(minutes) : "custom");
  const [choice, setChoice] = useState(first);
  const custom = choice === "custom";
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Field label="How often" {...(custom ? {} : { error })}>
        <Select name="frequency" defaultValue={first} onChange={(event) => setChoice(event.target.value)}>
          {PRESETS.map((preset) => (
            <option key={preset} value={preset}>
              {frequencyText(preset)}
            </option>
          ))}
          <option value="custom">Minutes of your own</option>
        </Select>
      </Field>
      {custom ? (
        <Field label="Minutes" error={error} required>
          <Input
            name="customMinutes"
            inputMode="numeric"
            defaultValue={values.customMinutes ?? (isPreset(minutes) ? "" : String(minutes))}
            className="tabular"
          />
        </Field>
      ) : null}
    </div>
  );
}
