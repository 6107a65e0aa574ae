"use client";

import type { ComponentProps } from "react";
import { cn } from "@/app/_ui/cn";
import { controlClass, controlLineClass } from "@/app/_ui/control-class";
import { useFieldControl } from "@/app/_ui/field-context";

type AmountInputProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  /** Text, exactly as typed. A binary float cannot hold most cents, so no number is ever made here. */
  value?: string;
  defaultValue?: string;
  /** Sign or code shown at the left ("$", "CAD"). */
  currency?: string;
};

/** An amount: right aligned, figures of one width, decimal keypad on a phone. */
export function AmountInput({ currency, className, ...props }: AmountInputProps) {
  const wired = useFieldControl(props);
  return (
    <span className="relative block w-full">
      {currency ? (
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 left-2.5 z-1 flex items-center text-ink-faint text-sm touch:text-lg"
        >
          {currency}
        </span>
      ) : null}
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        {...wired}
        className={cn(controlClass, controlLineClass, "tabular text-right", currency && "pl-8", className)}
      />
    </span>
  );
}
