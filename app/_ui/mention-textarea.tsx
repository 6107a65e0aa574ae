"use client";

import { Popover } from "radix-ui";
import type { ComponentProps } from "react";
import { ComboboxList } from "@/app/_ui/combobox-list";
import { Textarea } from "@/app/_ui/textarea";
import { type MentionState, useMentions } from "@/app/_ui/use-mentions";

type MentionTextareaProps = Omit<ComponentProps<typeof Textarea>, "value" | "onChange"> &
  MentionState & {
    /** What "@" offers, for screen readers. */
    listLabel: string;
  };

/** Several lines of text in which "@" offers names. The focus stays in the text. */
export function MentionTextarea({
  options,
  value,
  onChange,
  listLabel,
  onKeyDown,
  ...props
}: MentionTextareaProps) {
  const box = useMentions({ options, value, onChange });
  return (
    <Popover.Root open={box.open} onOpenChange={(next) => (next ? undefined : box.close())}>
      <Popover.Anchor asChild>
        <Textarea
          {...props}
          ref={box.ref}
          value={value}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={box.open ? box.listId : undefined}
          aria-activedescendant={box.open ? `${box.listId}-${box.active}` : undefined}
          onChange={(event) => box.type(event.target)}
          onSelect={(event) => box.read(event.currentTarget)}
          onBlur={box.close}
          onKeyDown={(event) => {
            if (!box.onKeyDown(event)) onKeyDown?.(event);
          }}
        />
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="z-50 w-(--radix-popover-trigger-width) max-w-80 overflow-hidden rounded-lg bg-raised shadow-overlay dark:border dark:border-line data-[state=open]:animate-fade-in"
        >
          <ComboboxList
            listId={box.listId}
            label={listLabel}
            entries={box.shown.map((option) => ({ kind: "option", option }))}
            active={box.active}
            chosenValue={null}
            hidden={0}
            emptyText=""
            onTake={(entry) => (entry.kind === "option" ? box.take(entry.option) : undefined)}
            onHover={box.setActive}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
