"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";
import { tabClass, tabCountClass, tabRowClass } from "@/app/_ui/tab-class";

type Tab = { value: string; label: ReactNode; count?: number; content: ReactNode };

type TabsProps = {
  /** What the tabs choose between, for screen readers. */
  label: string;
  tabs: readonly Tab[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
};

/** Panels of one page, one shown at a time. For tabs that are pages of their own use LinkTabs. */
export function Tabs({ label, tabs, className, defaultValue = tabs[0]?.value, ...state }: TabsProps) {
  return (
    <Radix.Root className={className} {...state} {...(defaultValue ? { defaultValue } : {})}>
      <Radix.List aria-label={label} className={tabRowClass}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value} className={tabClass}>
            {tab.label}
            {tab.count === undefined ? null : <span className={tabCountClass}>{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="pt-4">
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
