"use client";

import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { controlClass, controlLineClass } from "@/app/_ui/control-class";
import { useFieldControl } from "@/app/_ui/field-context";

type InputProps = ComponentProps<"input"> & {
  /** A small icon inside, at the left. */
  icon?: ReactNode;
};

/** One line of text. Inside a Field it is wired by itself; alone it needs an aria-label. */
export function Input({ icon, className, ...props }: InputProps) {
  const wired = useFieldControl(props);
  const input = (
    <input
      type="text"
      autoComplete="off"
      {...wired}
      className={cn(controlClass, controlLineClass, icon && "pl-8 touch:pl-9", className)}
    />
  );
  if (!icon) return input;
  return (
    <span className="relative block w-full">
      <span
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 left-2.5 z-1 grid place-items-center text-ink-faint [&_svg]:size-4"
      >
        {icon}
      </span>
      {input}
    </span>
  );
}
