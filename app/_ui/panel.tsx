import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

type PanelProps = {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  /** No inner space: a table or list that runs to the edges. */
  flush?: boolean;
  /** A last row on a tinted ground: a form's buttons, a "show all" link. */
  footer?: ReactNode;
  className?: string;
};

/** A framed part of a page, with or without a heading. */
export function Panel({ title, description, actions, children, flush, footer, className }: PanelProps) {
  return (
    <section className={cn("min-w-0 overflow-hidden rounded-lg border border-line bg-surface", className)}>
      {title || actions ? (
        <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b px-4 py-2.5">
          <div className="min-w-0">
            <h2 className="font-semibold text-ink text-sm">{title}</h2>
            {description ? <p className="text-ink-muted text-xs">{description}</p> : null}
          </div>
          {actions ? <div className="flex items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div
        className={cn(
          !flush && "p-4",
          flush && "[&_section]:rounded-none [&_section]:border-0 [&_ul]:rounded-none [&_ul]:border-0",
        )}
      >
        {children}
      </div>
      {footer ? (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-line border-t bg-sunken px-4 py-2.5">
          {footer}
        </footer>
      ) : null}
    </section>
  );
}
