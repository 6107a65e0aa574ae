"use client";

import { Ellipsis } from "lucide-react";
import { type ReactNode, useState } from "react";
import { DialogBody } from "@/app/_ui/dialog-parts";
import { Sheet } from "@/app/_ui/sheet";
import type { NavItem } from "./nav-item";
import { NavLink } from "./nav-link";

/** The pages that have no room in the tab bar of a phone. */
export function PhoneMore({ items, children }: { items: NavItem[]; children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <Sheet
      open={open}
      onOpenChange={setOpen}
      title="More"
      trigger={
        <button
          type="button"
          className="flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-ink-muted"
        >
          <Ellipsis aria-hidden="true" className="size-5" />
          More
        </button>
      }
    >
      <DialogBody className="gap-1 px-3 pb-[max(1rem,env(safe-area-inset-bottom))]">
        {items.map((item) => (
          <NavLink key={item.href} item={item} onFollow={() => setOpen(false)} />
        ))}
        {children}
      </DialogBody>
    </Sheet>
  );
}
