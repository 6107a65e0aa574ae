"use client";

import { Command } from "cmdk";
import { Search } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { scrimClass } from "@/app/_ui/dialog-parts";
import { Kbd } from "@/app/_ui/kbd";

type PaletteItem = {
  id: string;
  label: string;
  icon?: ReactNode;
  hint?: string;
  shortcut?: string;
  /** Other words that should find it. */
  keywords?: string[];
  onSelect: () => void;
};

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly { heading: string; items: readonly PaletteItem[] }[];
  placeholder?: string;
  /** For results from the server: what is typed, at each stroke. */
  onQueryChange?: (query: string) => void;
};

/** Everything by name: type, arrow keys, Enter. It closes before the chosen item runs. */
export function CommandPalette({
  open,
  onOpenChange,
  groups,
  placeholder,
  onQueryChange,
}: CommandPaletteProps) {
  const run = (item: PaletteItem) => {
    onOpenChange(false);
    item.onSelect();
  };
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={scrimClass} />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-xl overflow-hidden rounded-xl bg-raised shadow-overlay focus:outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in"
        >
          <Radix.Title className="sr-only">Commands</Radix.Title>
          <Command label="Commands" loop>
            <div className="flex items-center gap-2.5 border-line border-b px-4">
              <Search aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
              <Command.Input
                placeholder={placeholder ?? "Type a command or search"}
                {...(onQueryChange ? { onValueChange: onQueryChange } : {})}
                className="h-12 min-w-0 flex-1 bg-transparent text-base text-ink focus:outline-none touch:text-lg"
              />
              <Kbd>Esc</Kbd>
            </div>
            <Command.List className="max-h-[min(24rem,60vh)] overflow-y-auto p-1.5">
              <Command.Empty className="px-3 py-8 text-center text-ink-muted">Nothing found</Command.Empty>
              {groups.map((group) => (
                <Command.Group
                  key={group.heading}
                  heading={group.heading}
                  className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint [&_[cmdk-group-heading]]:text-xs"
                >
                  {group.items.map((item) => (
                    <Command.Item
                      key={item.id}
                      value={`${item.label} ${item.id}`}
                      {...(item.keywords ? { keywords: item.keywords } : {})}
                      onSelect={() => run(item)}
                      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-ink text-sm data-[selected=true]:bg-hover touch:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint"
                    >
                      {item.icon}
                      <span className="min-w-0 flex-1 truncate">{item.label}</span>
                      {item.hint ? (
                        <span className="truncate text-ink-muted text-xs">{item.hint}</span>
                      ) : null}
                      {item.shortcut ? <Kbd>{item.shortcut}</Kbd> : null}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
