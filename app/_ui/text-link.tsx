import type { ComponentProps } from "react";
import { cn } from "@/app/_ui/cn";
import { Link } from "@/app/_ui/link";

/** A link in running text or in a cell. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      className={cn(
        "rounded-xs text-accent-ink underline decoration-accent-line underline-offset-3 hover:decoration-current",
        className,
      )}
    />
  );
}
