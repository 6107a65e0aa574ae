import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

const badgeClass = cva(
  "inline-flex h-5 max-w-full items-center gap-1 whitespace-nowrap rounded-full border px-2 font-medium text-2xs [&_svg]:-ml-0.5 [&_svg]:size-3 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "border-line-strong bg-sunken text-ink-muted",
        blue: "border-accent-line bg-accent-soft text-accent-ink",
        red: "border-danger-line bg-danger-soft text-danger-ink",
        green: "border-success-line bg-success-soft text-success-ink",
        amber: "border-warning-line bg-warning-soft text-warning-ink",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeClass>["tone"]>;

type BadgeProps = { tone?: BadgeTone; icon?: ReactNode; children: ReactNode; className?: string };

/** A state in one or two words. The words say it; the colour only helps the eye. */
export function Badge({ tone, icon, children, className }: BadgeProps) {
  return (
    <span className={cn(badgeClass({ tone }), className)}>
      {icon}
      <span className="truncate">{children}</span>
    </span>
  );
}
