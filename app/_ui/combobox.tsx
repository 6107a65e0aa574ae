"use client";

import { ChevronsUpDown, X } from "lucide-react";
import { Popover } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { cn } from "@/app/_ui/cn";
import { ComboboxList } from "@/app/_ui/combobox-list";
import { controlClass, controlLineClass } from "@/app/_ui/control-class";
import { useFieldControl } from "@/app/_ui/field-context";
import type { ComboboxOption } from "@/app/_ui/filter-options";
import { useCombobox } from "@/app/_ui/use-combobox";

type ComboboxProps = {
  options: readonly ComboboxOption[];
  /** Controlled; null means nothing is chosen. Leave out (with defaultValue) for a plain form. */
  value?: string | null;
  defaultValue?: string | null;
  onValueChange?: (value: string | null, option: ComboboxOption | null) => void;
  /** For options that a server gives: told "" when the input is entered, then each text that is typed. */
  onQuery?: (text: string) => void;
  /** Sends the chosen value with the form, "" when nothing is chosen. */
  name?: string;
  placeholder?: string;
  /** Adds a last row that makes a new record of what was typed. */
  onCreate?: (text: string) => void;
  createLabel?: (text: string) => ReactNode;
  clearable?: boolean;
  emptyText?: string;
  disabled?: boolean;
  required?: boolean;
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: boolean;
  className?: string;
};

/** Choose one of many by typing. Thousands of options are fine: at most 100 are drawn. */
export function Combobox(props: ComboboxProps) {
  const { name, placeholder, disabled, clearable = true, emptyText = "Nothing found", className } = props;
  const box = useCombobox({ ...props, clearable });
  const frame = useRef<HTMLSpanElement>(null);
  const wired = useFieldControl({
    id: props.id,
    required: props.required,
    "aria-describedby": props["aria-describedby"],
    "aria-invalid": props["aria-invalid"],
  });
  const open = box.open && !disabled;
  const staysInside = (event: { target: EventTarget | null; preventDefault: () => void }) => {
    if (event.target instanceof Node && frame.current?.contains(event.target)) event.preventDefault();
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? box.show() : box.close())}>
      <Popover.Anchor asChild>
        <span ref={frame} className={cn("relative block w-full min-w-0", className)}>
          <input
            {...wired}
            ref={box.inputRef}
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-label={props["aria-label"]}
            aria-autocomplete="list"
            aria-expanded={open}
            aria-controls={open ? box.listId : undefined}
            aria-activedescendant={open && box.entries.length > 0 ? `${box.listId}-${box.active}` : undefined}
            placeholder={placeholder}
            disabled={disabled}
            value={box.inputText}
            onChange={(event) => {
              box.type(event.target.value);
              props.onQuery?.(event.target.value);
            }}
            onFocus={(event) => {
              event.target.select();
              props.onQuery?.("");
            }}
            onClick={box.show}
            onBlur={box.leave}
            onKeyDown={box.onKeyDown}
            className={cn(controlClass, controlLineClass, "truncate pr-8", clearable && "pr-14 touch:pr-16")}
          />
          <span className="absolute inset-y-0 right-1 flex items-center">
            {clearable && box.chosen && !disabled ? (
              <button
                type="button"
                tabIndex={-1}
                aria-label="Clear"
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => {
                  box.choose(null);
                  box.inputRef.current?.focus();
                }}
                className="grid size-6 place-items-center rounded-sm text-ink-faint hover:text-ink touch:h-11 touch:w-8"
              >
                <X aria-hidden="true" className="size-3.5" />
              </button>
            ) : null}
            <ChevronsUpDown aria-hidden="true" className="pointer-events-none mx-1 size-3.5 text-ink-faint" />
          </span>
          {name ? <input type="hidden" name={name} value={box.chosenValue ?? ""} /> : null}
        </span>
      </Popover.Anchor>
      <Popover.Portal>
        <Popover.Content
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onInteractOutside={staysInside}
          className="z-50 w-(--radix-popover-trigger-width) min-w-64 overflow-hidden rounded-lg bg-raised shadow-overlay dark:border dark:border-line data-[state=open]:animate-fade-in"
        >
          <ComboboxList
            listId={box.listId}
            label={props["aria-label"] ?? placeholder ?? "Options"}
            entries={box.entries}
            active={box.active}
            chosenValue={box.chosenValue}
            hidden={box.hidden}
            emptyText={emptyText}
            createLabel={props.createLabel}
            onTake={box.take}
            onHover={box.setActive}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
