"use client";

import { useOptimistic, useTransition } from "react";
import { Button } from "@/app/_ui/button";
import { cn } from "@/app/_ui/cn";
import { toast } from "@/app/_ui/toast";
import { markAllRead, markNotification } from "./notification-actions";

type MarkButtonProps = { id: string; isRead: boolean; words: string };

/** The dot of an unread notification; pressed, it is read, and pressed again unread. */
export function MarkButton({ id, isRead, words }: MarkButtonProps) {
  const [shown, show] = useOptimistic(isRead);
  const [, start] = useTransition();
  const onClick = () =>
    start(async () => {
      show(!shown);
      const outcome = await markNotification({ id, isRead: !shown });
      if (!outcome.ok) toast.error(outcome.error ?? "This could not be marked.");
    });
  const label = shown ? "Mark as unread" : "Mark as read";
  return (
    <button
      type="button"
      onClick={onClick}
      aria-label={`${label}: ${words}`}
      title={label}
      className="group relative z-10 grid size-7 shrink-0 place-items-center rounded-full transition-colors hover:bg-selected touch:size-11"
    >
      <span
        aria-hidden="true"
        className={cn(
          "size-2 rounded-full border",
          shown ? "border-line-strong group-hover:border-accent" : "border-accent bg-accent",
        )}
      />
    </button>
  );
}

/** Marks all of one's notifications as read. */
export function MarkAllButton() {
  const [pending, start] = useTransition();
  const onClick = () =>
    start(async () => {
      const outcome = await markAllRead({});
      if (!outcome.ok) toast.error(outcome.error ?? "They could not be marked.");
    });
  return (
    <Button onClick={onClick} pending={pending}>
      Mark all as read
    </Button>
  );
}
