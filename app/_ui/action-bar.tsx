import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";

type ActionBarProps = { label: string; children: ReactNode; summary?: ReactNode; className?: string };

/** Buttons that stay at the foot of the window: for the chosen rows of a list, for a record on a phone. */
export function ActionBar({ label, children, summary, className }: ActionBarProps) {
  return (
    <section
      aria-label={label}
      className={cn(
        // --foot: the height of what the page keeps below it, such as the tab bar of a phone.
        "sticky bottom-(--foot,0px) z-20 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-t bg-raised px-4 py-2.5",
        "max-md:-mx-4 max-md:pb-[max(0.625rem,env(safe-area-inset-bottom))] md:bottom-4 md:rounded-lg md:border-0 md:shadow-overlay dark:md:border",
        className,
      )}
    >
      {summary ? <div className="min-w-0 text-ink-muted text-sm">{summary}</div> : null}
      <div className="flex gap-2 max-md:w-full max-md:[&>*]:flex-1">{children}</div>
    </section>
  );
}
