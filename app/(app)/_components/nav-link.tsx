"use client";

import { usePathname } from "next/navigation";
import { cn } from "@/app/_ui/cn";
import { Link } from "@/app/_ui/link";
import type { NavItem } from "./nav-item";

/** More than this is told as "999+": the column keeps its width. */
const MOST = 999;

const countText = (count: number): string => (count > MOST ? `${MOST}+` : String(count));

/** The page itself, or a page below it. */
export function useIsCurrent(href: string): boolean {
  const path = usePathname();
  return path === href || path.startsWith(`${href}/`);
}

const urgentClass = {
  red: "bg-danger text-on-danger",
  ink: "bg-solid text-on-solid",
};

function Count({ item }: { item: NavItem }) {
  if (!item.count) return null;
  return (
    <span
      className={cn(
        "tabular ml-auto min-w-5 rounded-full px-1.5 text-center text-2xs leading-4.5",
        item.urgent ? cn(urgentClass[item.urgent], "font-semibold") : "text-ink-faint",
      )}
    >
      {countText(item.count)}
      <span className="sr-only"> {item.counts}</span>
    </span>
  );
}

/** A line of the navigation. */
export function NavLink({ item, onFollow }: { item: NavItem; onFollow?: () => void }) {
  const current = useIsCurrent(item.href);
  return (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      {...(onFollow ? { onClick: onFollow } : {})}
      className={cn(
        "flex h-8 items-center gap-2.5 rounded-md px-2.5 text-sm transition-colors touch:h-11 touch:text-base [&_svg]:size-4 [&_svg]:shrink-0",
        current
          ? "bg-hover font-medium text-ink [&_svg]:text-ink"
          : "text-ink-muted hover:bg-hover hover:text-ink [&_svg]:text-ink-faint",
      )}
    >
      {item.icon}
      {item.label}
      <Count item={item} />
    </Link>
  );
}

/** The same page in the tab bar of a phone. */
export function TabLink({ item }: { item: NavItem }) {
  const current = useIsCurrent(item.href);
  const urgent = item.urgent && item.count ? item.urgent : undefined;
  return (
    <Link
      href={item.href}
      aria-current={current ? "page" : undefined}
      className={cn(
        "relative flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs [&_svg]:size-5",
        current ? "font-medium text-ink" : "text-ink-muted",
      )}
    >
      <span className="relative">
        {item.icon}
        {urgent ? (
          <span
            className={cn(
              "tabular absolute -top-1.5 left-3 min-w-4 rounded-full px-1 text-center font-semibold text-[0.625rem] leading-4",
              urgentClass[urgent],
            )}
          >
            {countText(item.count ?? 0)}
            <span className="sr-only"> {item.counts}</span>
          </span>
        ) : null}
      </span>
      <span className="max-w-full truncate">{item.shortLabel ?? item.label}</span>
    </Link>
  );
}
