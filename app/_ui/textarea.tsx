"use client";

import type { ComponentProps } from "react";
import { cn } from "@/app/_ui/cn";
import { controlClass } from "@/app/_ui/control-class";
import { useFieldControl } from "@/app/_ui/field-context";

/** Several lines of text; grows with what is typed where the browser can (field-sizing). */
export function Textarea({ className, rows = 3, ...props }: ComponentProps<"textarea">) {
  const wired = useFieldControl(props);
  return (
    <textarea
      rows={rows}
      {...wired}
      className={cn(
        controlClass,
        "field-sizing-content max-h-80 min-h-16 px-2.5 py-1.5 touch:px-3 touch:py-2.5",
        className,
      )}
    />
  );
}
