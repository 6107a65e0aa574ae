"use client";

import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from "react";
import { CheckMark } from "@/app/_ui/check-mark";
import { ChoiceLabel } from "@/app/_ui/choice-label";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "ref"> & {
  /** Without a label, give an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
  /** Some, not all, of what it stands for is chosen. */
  indeterminate?: boolean;
};

/** A native checkbox (works in a form without script), drawn like the rest. */
export function Checkbox({ label, hint, indeterminate = false, className, ...props }: CheckboxProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  const ref = useRef<HTMLInputElement>(null);
  // The half-way state exists only as a DOM property; there is no attribute to render.
  useEffect(() => {
    if (ref.current) ref.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <ChoiceLabel
      htmlFor={id}
      label={label}
      hint={hint}
      {...(className ? { className } : {})}
      control={
        <span className="relative mt-0.5 inline-block size-4 shrink-0 touch:size-5">
          <input
            ref={ref}
            type="checkbox"
            {...props}
            id={id}
            className="peer size-full appearance-none rounded-sm border border-line-control bg-surface transition-colors checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-ink-faint aria-invalid:border-danger"
          />
          <CheckMark />
        </span>
      }
    />
  );
}
