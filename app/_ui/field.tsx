"use client";

import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "@/app/_ui/cn";
import { FieldContext } from "@/app/_ui/field-context";

type FieldProps = {
  label: ReactNode;
  /** One control of this folder (Input, Combobox, …); it takes its id and descriptions from here. */
  children: ReactNode;
  hint?: ReactNode;
  /** What is wrong, as a sentence. A list shows each on its own line (the shape of zod's field errors). */
  error?: string | readonly string[] | null | undefined;
  required?: boolean;
  /** Says "optional" beside the label; use it where most fields are required. */
  optional?: boolean;
  /** Keeps the label for screen readers only (a cell of a grid that has column headings). */
  hideLabel?: boolean;
  /** Something small at the label's right: a link, a counter. */
  aside?: ReactNode;
  className?: string;
};

/** Label, control, hint and error, wired for screen readers. */
export function Field({
  label,
  children,
  hint,
  error,
  required,
  optional,
  hideLabel,
  aside,
  className,
}: FieldProps) {
  const id = useId();
  const errors = error ? (typeof error === "string" ? [error] : error) : [];
  const invalid = errors.length > 0;
  const describedBy = [hint ? `${id}-hint` : null, invalid ? `${id}-error` : null].filter(Boolean).join(" ");
  return (
    <div className={cn("flex min-w-0 flex-col gap-1.5", className)}>
      <div className={cn("flex items-baseline justify-between gap-2", hideLabel && "sr-only")}>
        <label htmlFor={id} className="font-medium text-ink text-sm">
          {label}
          {optional ? <span className="ml-1.5 font-normal text-ink-faint">optional</span> : null}
        </label>
        {aside ? <span className="text-ink-muted text-xs">{aside}</span> : null}
      </div>
      <FieldContext
        value={{ id, describedBy: describedBy || undefined, invalid, required: Boolean(required) }}
      >
        {children}
      </FieldContext>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-muted text-xs">
          {hint}
        </p>
      ) : null}
      {/* Always in the page, so that a screen reader announces the error when it appears. */}
      <div
        id={`${id}-error`}
        aria-live="polite"
        className={cn("text-danger-ink text-xs", !invalid && "hidden")}
      >
        {errors.map((sentence) => (
          <p key={sentence} className="flex gap-1.5">
            <CircleAlert aria-hidden="true" className="mt-px size-3.5 shrink-0" />
            {sentence}
          </p>
        ))}
      </div>
    </div>
  );
}
