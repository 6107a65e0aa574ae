"use client";

import type { ComponentProps } from "react";
import { cn } from "@/app/_ui/cn";
import { controlClass, controlLineClass } from "@/app/_ui/control-class";
import { useFieldControl } from "@/app/_ui/field-context";

type DateInputProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue"> & {
  /** A calendar day, YYYY-MM-DD, without a time zone. */
  value?: string;
  defaultValue?: string;
};

/** A calendar day. The browser's own control: its keyboard, its calendar, the reader's own date order. */
export function DateInput({ className, ...props }: DateInputProps) {
  const wired = useFieldControl(props);
  return (
    <input
      type="date"
      {...wired}
      className={cn(
        controlClass,
        controlLineClass,
        "tabular appearance-none [&::-webkit-calendar-picker-indicator]:-mr-1 [&::-webkit-calendar-picker-indicator]:cursor-pointer",
        className,
      )}
    />
  );
}
