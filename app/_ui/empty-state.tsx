import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** One sentence: why it is empty, or what comes here and what to do next. */
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** In place of a list that has nothing: says what to do next. */
export function EmptyState({ icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cn("flex flex-col items-center px-6 py-14 text-center", className)}>
      {icon ? (
        <span
          aria-hidden="true"
          className="mb-3 grid size-10 place-items-center rounded-lg border border-line bg-surface text-ink-faint shadow-control [&_svg]:size-5"
        >
          {icon}
        </span>
      ) : null}
      <h2 className="font-medium text-base text-ink">{title}</h2>
      {children ? <p className="mt-1 max-w-sm text-balance text-ink-muted text-sm">{children}</p> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
