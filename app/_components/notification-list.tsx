import { AtSign, CircleAlert, CircleX, History, Stamp, WifiOff } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/app/_ui/cn";
import { Link } from "@/app/_ui/link";
import type { Kind } from "@/lib/notifications/kinds";
import type { NotificationView } from "@/lib/notifications/notification-views";
import { MarkButton } from "./notification-mark";
import { TimeAgo } from "./time-ago";

const ICONS: Record<Kind, { icon: ReactNode; className: string }> = {
  waits: { icon: <Stamp aria-hidden="true" />, className: "text-ink-muted" },
  reminder: { icon: <History aria-hidden="true" />, className: "text-warning-ink" },
  rejected: { icon: <CircleX aria-hidden="true" />, className: "text-danger-ink" },
  mentioned: { icon: <AtSign aria-hidden="true" />, className: "text-accent-ink" },
  "sync-error": { icon: <CircleAlert aria-hidden="true" />, className: "text-danger-ink" },
  silent: { icon: <WifiOff aria-hidden="true" />, className: "text-warning-ink" },
};

type NotificationListProps = { label: string; notifications: NotificationView[] };

/** Notifications, the newest first: each leads to what it is about; the dot at the right marks it read or unread. */
export function NotificationList({ label, notifications }: NotificationListProps) {
  return (
    <ul aria-label={label} className="divide-y divide-line">
      {notifications.map(({ id, kind, words, quote, href, at, isRead }) => (
        <li key={id} className="relative flex items-start gap-3 px-4 py-3 transition-colors hover:bg-hover">
          <span className={cn("mt-0.5 shrink-0 [&>svg]:size-4", ICONS[kind].className)}>
            {ICONS[kind].icon}
          </span>
          <div className="min-w-0 flex-1">
            <p className="text-sm">
              <Link
                href={href}
                className={cn(
                  "break-words before:absolute before:inset-0",
                  isRead ? "text-ink-muted" : "font-medium text-ink",
                )}
              >
                {isRead ? null : <span className="sr-only">Unread: </span>}
                {words}
              </Link>
            </p>
            {quote ? (
              <p className="mt-0.5 line-clamp-2 break-words text-ink-muted text-sm">“{quote}”</p>
            ) : null}
            <p className="mt-0.5 text-ink-faint text-xs">
              <TimeAgo at={new Date(at)} />
            </p>
          </div>
          <MarkButton id={id} isRead={isRead} words={words} />
        </li>
      ))}
    </ul>
  );
}
