import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent } from "react";
import { cn } from "@/app/_ui/cn";
import { Spinner } from "@/app/_ui/spinner";

const buttonClass = cva(
  [
    "relative inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium",
    "transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-default",
    "[&_svg]:pointer-events-none [&_svg]:size-4 [&_svg]:shrink-0",
  ],
  {
    variants: {
      variant: {
        primary:
          "bg-solid text-on-solid shadow-control enabled:hover:bg-solid-hover [a&]:hover:bg-solid-hover",
        secondary:
          "border border-line-strong bg-surface text-ink shadow-control enabled:hover:bg-hover [a&]:hover:bg-hover data-[state=open]:bg-hover",
        ghost:
          "text-ink-muted enabled:hover:bg-hover enabled:hover:text-ink [a&]:hover:bg-hover [a&]:hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink",
        danger:
          "bg-danger text-on-danger shadow-control enabled:hover:bg-danger-hover [a&]:hover:bg-danger-hover",
        link: "rounded-sm text-accent-ink underline-offset-3 hover:underline",
      },
      size: { sm: "", md: "", icon: "" },
    },
    compoundVariants: [
      {
        variant: ["primary", "secondary", "ghost", "danger"],
        size: "sm",
        class: "h-7 px-2.5 text-xs touch:h-11 touch:px-3.5 touch:text-base",
      },
      {
        variant: ["primary", "secondary", "ghost", "danger"],
        size: "md",
        class: "h-8 px-3 text-sm touch:h-11 touch:px-4 touch:text-base",
      },
      {
        variant: ["primary", "secondary", "ghost", "danger"],
        size: "icon",
        class: "size-8 touch:size-11",
      },
      { variant: "link", class: "min-h-6 px-0.5 touch:min-h-11 touch:px-2 touch:text-base" },
    ],
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonClass> & {
    /** Puts the look on the single child (a Link) instead of rendering a button. */
    asChild?: boolean;
    /** Work is under way: a spinner takes the label's place, width and focus stay, clicks do nothing. */
    pending?: boolean;
  };

function swallow(event: MouseEvent) {
  event.preventDefault();
  event.stopPropagation();
}

/** The button. `type` is "button" unless said otherwise, so that none submits a form by accident. */
export function Button({
  variant,
  size,
  asChild,
  pending = false,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  const classes = cn(buttonClass({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  // aria-disabled rather than disabled: a disabled button drops the keyboard focus back to the page's start.
  return (
    <button
      type={type}
      className={classes}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...rest}
      onClick={pending ? swallow : onClick}
    >
      {pending ? (
        <>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
          <Spinner className="absolute inset-0 m-auto" />
        </>
      ) : (
        children
      )}
    </button>
  );
}
