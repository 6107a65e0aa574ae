import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { Link } from "@/app/_ui/link";
import { tabClass, tabCountClass, tabRowClass } from "@/app/_ui/tab-class";

type LinkTab = { href: string; label: ReactNode; count?: number; current: boolean };

/** Tabs that are addresses: a navigation of links, the current one marked. */
export function LinkTabs({
  label,
  tabs,
  className,
}: {
  label: string;
  tabs: readonly LinkTab[];
  className?: string;
}) {
  return (
    <nav aria-label={label} className={cn(tabRowClass, className)}>
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.current ? "page" : undefined}
          className={tabClass}
        >
          {tab.label}
          {tab.count === undefined ? null : <span className={tabCountClass}>{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}
