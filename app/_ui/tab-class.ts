/** Tabs and LinkTabs look alike: a hairline, the current one underlined in ink. */
export const tabRowClass =
  "flex gap-1 overflow-x-auto border-line border-b [scrollbar-width:none] [&::-webkit-scrollbar]:hidden";

export const tabClass = [
  "group relative flex h-9 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-t-sm px-2.5 text-ink-muted text-sm transition-colors hover:text-ink",
  "after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:rounded-full after:bg-transparent",
  "data-[state=active]:font-medium data-[state=active]:text-ink data-[state=active]:after:bg-ink",
  "aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:after:bg-ink",
  "focus-visible:-outline-offset-2 touch:h-11 touch:px-3 touch:text-base",
].join(" ");

export const tabCountClass =
  "tabular min-w-5 rounded-full bg-sunken px-1.5 text-center text-2xs leading-4.5 text-ink-muted group-data-[state=active]:text-ink group-aria-[current=page]:text-ink";
