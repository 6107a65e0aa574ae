"use client";

import { Check } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { Kbd } from "@/app/_ui/kbd";
import { Link } from "@/app/_ui/link";

const panelClass =
  "z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 max-w-80 origin-(--radix-dropdown-menu-content-transform-origin) overflow-y-auto rounded-lg bg-raised p-1 shadow-overlay dark:border dark:border-line focus:outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in";

const itemClass =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-ink text-sm outline-none data-[disabled]:text-ink-faint data-[disabled]:opacity-60 data-[highlighted]:bg-hover touch:min-h-11 touch:text-base [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint";

type MenuProps = {
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
  className?: string;
};

/** A menu of actions under its trigger (one Button). Arrow keys, type-ahead, Escape. */
export function Menu({ trigger, children, align = "end", className }: MenuProps) {
  return (
    // Not modal: a modal menu hides the rest of the page from screen readers while its buttons can still be focused.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(panelClass, className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type MenuItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  /** The key that does the same without the menu. */
  shortcut?: string;
  tone?: "neutral" | "danger";
  disabled?: boolean;
  onSelect?: (event: Event) => void;
  /** Makes it a link. */
  href?: string;
};

export function MenuItem({
  children,
  icon,
  shortcut,
  tone = "neutral",
  disabled,
  onSelect,
  href,
}: MenuItemProps) {
  const className = cn(itemClass, tone === "danger" && "text-danger-ink [&_svg]:text-danger-ink");
  const content = (
    <>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut ? <Kbd className="ml-4">{shortcut}</Kbd> : null}
    </>
  );
  const state = { ...(disabled ? { disabled } : {}), ...(onSelect ? { onSelect } : {}) };
  return href && !disabled ? (
    <Radix.Item asChild {...state} className={className}>
      <Link href={href}>{content}</Link>
    </Radix.Item>
  ) : (
    <Radix.Item {...state} className={className}>
      {content}
    </Radix.Item>
  );
}

type MenuCheckProps = { children: ReactNode; checked: boolean; onCheckedChange: (checked: boolean) => void };

/** A line that is on or off; the menu stays open, so that several can be set. */
export function MenuCheckboxItem({ children, checked, onCheckedChange }: MenuCheckProps) {
  return (
    <Radix.CheckboxItem
      checked={checked}
      onCheckedChange={onCheckedChange}
      onSelect={(event) => event.preventDefault()}
      className={itemClass}
    >
      <span className="grid size-4 place-items-center">
        <Radix.ItemIndicator>
          <Check aria-hidden="true" />
        </Radix.ItemIndicator>
      </span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Radix.CheckboxItem>
  );
}

type MenuRadioProps = {
  label: string;
  value: string;
  onValueChange: (value: string) => void;
  options: readonly { value: string; label: ReactNode; icon?: ReactNode }[];
};

/** One of several lines is chosen. */
export function MenuRadioGroup({ label, value, onValueChange, options }: MenuRadioProps) {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={onValueChange}>
      {options.map((option) => (
        <Radix.RadioItem key={option.value} value={option.value} className={itemClass}>
          {option.icon}
          <span className="min-w-0 flex-1 truncate">{option.label}</span>
          <Radix.ItemIndicator>
            <Check aria-hidden="true" />
          </Radix.ItemIndicator>
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <Radix.Label className="px-2 pt-1.5 pb-1 font-medium text-ink-faint text-xs">{children}</Radix.Label>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
