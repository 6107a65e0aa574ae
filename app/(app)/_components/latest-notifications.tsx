import { NotificationList } from "@/app/_components/notification-list";
import type { NotificationView } from "@/lib/notifications/notification-views";

/** The panel of the bell holds so many; all of them have a page. */
const MOST = 12;

/** The latest notifications, for the panel of the bell: what is unread first. */
export function LatestNotifications({ notifications }: { notifications: NotificationView[] }) {
  if (notifications.length === 0) {
    return <p className="px-5 py-8 text-center text-ink-muted text-sm">Nothing has been told to you yet.</p>;
  }
  const sorted = [...notifications].sort((a, b) => Number(a.isRead) - Number(b.isRead));
  return <NotificationList label="Latest notifications" notifications={sorted.slice(0, MOST)} />;
}
