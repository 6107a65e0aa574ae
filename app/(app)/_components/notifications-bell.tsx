"use client";

import { Bell } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useState } from "react";
import { MarkAllButton } from "@/app/_components/notification-mark";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";
import { DialogBody, DialogFooter } from "@/app/_ui/dialog-parts";
import { Link } from "@/app/_ui/link";
import { Sheet } from "@/app/_ui/sheet";

type NotificationsBellProps = {
  unread: number;
  /** The latest notifications, drawn by the server. */
  children: ReactNode;
  /** The top bar of a phone. */
  compact?: boolean;
};

/** How many notifications are unread; opens the latest. Following one of them closes the panel. */
export function NotificationsBell({ unread, children, compact }: NotificationsBellProps) {
  const path = usePathname();
  // Open on one page only: a link that leads to another closes the panel by itself.
  const [openOn, setOpenOn] = useState<string | null>(null);
  return (
    <Sheet
      open={openOn === path}
      onOpenChange={(open) => setOpenOn(open ? path : null)}
      title="Notifications"
      trigger={
        <button
          type="button"
          aria-label={unread > 0 ? `Notifications, ${unread} unread` : "Notifications"}
          title="Notifications"
          className={cn(
            "relative grid shrink-0 place-items-center rounded-md text-ink-muted transition-colors hover:bg-hover hover:text-ink",
            compact ? "size-11 rounded-full" : "size-8 touch:size-11",
          )}
        >
          <Bell aria-hidden="true" className={compact ? "size-5" : "size-4"} />
          {unread > 0 ? (
            <span
              aria-hidden="true"
              className={cn(
                "tabular absolute min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-2xs text-on-accent leading-4",
                compact ? "top-1 right-0.5" : "-top-0.5 -right-0.5",
              )}
            >
              {unread > 99 ? "99+" : unread}
            </span>
          ) : null}
        </button>
      }
    >
      <DialogBody className="gap-0 px-0 py-0">{children}</DialogBody>
      <DialogFooter className="justify-between">
        <Button asChild variant="ghost">
          <Link href="/notifications">All notifications</Link>
        </Button>
        {unread > 0 ? <MarkAllButton /> : null}
      </DialogFooter>
    </Sheet>
  );
}
