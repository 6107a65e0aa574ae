"use client";

import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "@/app/_ui/cn";
import { controlClass, controlLineClass } from "@/app/_ui/control-class";
import { useFieldControl } from "@/app/_ui/field-context";

type SelectProps = ComponentProps<"select"> & {
  /** Shown first with the value "", which `required` then refuses. */
  placeholder?: string;
};

/** A choice from a few, as option children. The browser's own list: right on a phone, type-ahead for free. */
export function Select({ className, children, placeholder, ...props }: SelectProps) {
  const wired = useFieldControl(props);
  return (
    <span className="relative block w-full">
      <select
        {...wired}
        className={cn(controlClass, controlLineClass, "appearance-none truncate pr-8", className)}
      >
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-2.5 my-auto size-4 text-ink-faint"
      />
    </span>
  );
}
