import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

const tones = {
  neutral: { box: "border-line bg-sunken", icon: "text-ink-faint", Icon: Info },
  blue: { box: "border-accent-line bg-accent-soft", icon: "text-accent-ink", Icon: Info },
  red: { box: "border-danger-line bg-danger-soft", icon: "text-danger-ink", Icon: CircleAlert },
  amber: { box: "border-warning-line bg-warning-soft", icon: "text-warning-ink", Icon: TriangleAlert },
  green: { box: "border-success-line bg-success-soft", icon: "text-success-ink", Icon: CircleCheck },
};

type AlertProps = {
  tone?: keyof typeof tones;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** Interrupts a screen reader. Only for what appears after the page has loaded. */
  live?: boolean;
  className?: string;
};

/** A message in the page that stays until its reason is gone. */
export function Alert({ tone = "neutral", title, children, action, live, className }: AlertProps) {
  const { box, icon, Icon } = tones[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={cn("flex items-start gap-2.5 rounded-lg border px-3.5 py-3", box, className)}
    >
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4 shrink-0", icon)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <p className="font-medium text-ink">{title}</p>
          {children ? <div className="mt-0.5 text-ink-muted">{children}</div> : null}
        </div>
        {action ? <div className="flex shrink-0 flex-wrap gap-2">{action}</div> : null}
      </div>
    </div>
  );
}
