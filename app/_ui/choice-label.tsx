import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

type ChoiceLabelProps = {
  htmlFor: string;
  control: ReactNode;
  label?: ReactNode;
  hint?: ReactNode;
  className?: string;
};

/** A checkbox, radio or switch with its words at the right; the whole of it is the target. */
export function ChoiceLabel({ htmlFor, control, label, hint, className }: ChoiceLabelProps) {
  return (
    <label
      htmlFor={htmlFor}
      className={cn(
        "inline-flex min-h-6 min-w-6 cursor-pointer items-start gap-2 py-0.5 has-disabled:cursor-not-allowed has-disabled:opacity-60",
        !label && "place-content-center",
        "touch:min-h-11 touch:min-w-11 touch:py-3",
        className,
      )}
    >
      {control}
      {label ? (
        <span className="flex flex-col">
          <span className="text-ink text-sm touch:text-base">{label}</span>
          {hint ? <span className="text-ink-muted text-xs">{hint}</span> : null}
        </span>
      ) : null}
    </label>
  );
}
