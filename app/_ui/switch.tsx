"use client";

import { Switch as Radix } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { ChoiceLabel } from "@/app/_ui/choice-label";

type SwitchProps = Omit<ComponentProps<typeof Radix.Root>, "children" | "asChild"> & {
  /** Without a label, give an aria-label. */
  label?: ReactNode;
  hint?: ReactNode;
};

/** On or off, taking effect at once. In a form it sends "on" under its name, or nothing. */
export function Switch({ label, hint, className, ...props }: SwitchProps) {
  const ownId = useId();
  const id = props.id ?? ownId;
  return (
    <ChoiceLabel
      htmlFor={id}
      label={label}
      hint={hint}
      {...(className ? { className } : {})}
      control={
        <Radix.Root
          {...props}
          id={id}
          className="relative mt-0.5 h-4 w-7 shrink-0 rounded-full bg-line-control transition-colors disabled:opacity-60 data-[state=checked]:bg-accent touch:h-5 touch:w-9"
        >
          <Radix.Thumb className="block size-3 translate-x-0.5 rounded-full bg-on-accent shadow-control transition-transform data-[state=checked]:translate-x-3.5 touch:size-4 touch:data-[state=checked]:translate-x-4.5" />
        </Radix.Root>
      }
    />
  );
}
