"use client";

import { type ReactNode, useId } from "react";
import { ChoiceLabel } from "@/app/_ui/choice-label";
import { cn } from "@/app/_ui/cn";

type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioGroupProps = {
  legend: ReactNode;
  name: string;
  options: readonly RadioOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  hint?: ReactNode;
  error?: string | null | undefined;
  required?: boolean;
  hideLegend?: boolean;
  className?: string;
};

/** One of a few, all visible. Native radios in a fieldset: arrow keys and forms work by themselves. */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, name, options, value, defaultValue, onValueChange, hint, error, required, hideLegend } =
    props;
  const id = useId();
  const describedBy = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <fieldset
      className={cn("flex min-w-0 flex-col gap-1", props.className)}
      aria-describedby={describedBy || undefined}
    >
      <legend className={cn("mb-1 font-medium text-ink text-sm", hideLegend && "sr-only")}>{legend}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-muted text-xs">
          {hint}
        </p>
      ) : null}
      {options.map((option) => (
        <ChoiceLabel
          htmlFor={`${id}-${option.value}`}
          key={option.value}
          label={option.label}
          hint={option.hint}
          control={
            <input
              id={`${id}-${option.value}`}
              type="radio"
              name={name}
              value={option.value}
              disabled={option.disabled}
              required={required}
              {...(value === undefined
                ? { defaultChecked: defaultValue === option.value }
                : { checked: value === option.value, readOnly: !onValueChange })}
              onChange={onValueChange && (() => onValueChange(option.value))}
              className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-line-control bg-surface transition-all checked:border-[5px] checked:border-accent hover:border-ink-faint checked:hover:border-accent touch:size-5 touch:checked:border-[6px]"
            />
          }
        />
      ))}
      <p id={`${id}-error`} aria-live="polite" className={cn("text-danger-ink text-xs", !error && "hidden")}>
        {error}
      </p>
    </fieldset>
  );
}
