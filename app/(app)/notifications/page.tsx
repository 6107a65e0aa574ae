import { Bell } from "lucide-react";
import type { Metadata } from "next";
import { requireFollower } from "@/app/_components/drawn-version";
import { NotificationList } from "@/app/_components/notification-list";
import { MarkAllButton } from "@/app/_components/notification-mark";
import { one, pageNumber, type SearchParams } from "@/app/_components/read-address";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkTabs } from "@/app/_ui/link-tabs";
import { PageHeader } from "@/app/_ui/page-header";
import { Pagination } from "@/app/_ui/pagination";
import { Panel } from "@/app/_ui/panel";
import { TextLink } from "@/app/_ui/text-link";
import { may } from "@/lib/access/actor";
import {
  listNotifications,
  NOTIFICATION_SHOWS,
  NOTIFICATIONS_PAGE,
  type NotificationShow,
} from "@/lib/notifications/notification-views";
import { unreadOf } from "../_components/once-a-request";
import { FailedMailPanel } from "./_components/failed-mail-panel";

export const metadata: Metadata = { title: "Notifications" };

type NotificationsPageProps = { searchParams: Promise<SearchParams> };

const hrefOf = (show: NotificationShow): string =>
  show === "all" ? "/notifications" : `/notifications?show=${show}`;

/** All that somebody was told, to be narrowed to what is unread or to one kind. */
export default async function NotificationsPage({ searchParams }: NotificationsPageProps) {
  const actor = await requireFollower();
  const asked = await searchParams;
  const show = NOTIFICATION_SHOWS.find((each) => each === one(asked.show)) ?? "all";
  const page = pageNumber(one(asked.page));
  const [{ notifications, total }, unread] = await Promise.all([
    listNotifications(actor, { show, page }),
    unreadOf(actor),
  ]);
  const tab = (value: NotificationShow, label: string, count?: number) => ({
    ...{ href: hrefOf(value), label, current: show === value },
    ...(count ? { count } : {}),
  });
  return (
    <>
      <PageHeader
        title="Notifications"
        description={
          <>
            What waits for you and what you were told. By email as well, as you choose on{" "}
            <TextLink href="/settings/profile">your profile</TextLink>.
          </>
        }
        actions={unread > 0 ? <MarkAllButton /> : null}
      />
      <LinkTabs
        label="Notifications"
        className="mb-5"
        tabs={[
          tab("all", "All"),
          tab("unread", "Unread", unread),
          tab("waits", "Waiting for you"),
          tab("mentioned", "Mentioned"),
          tab("rejected", "Rejected"),
          ...(may(actor, "sync-error.read") ? [tab("sync-error", "Sync errors")] : []),
          ...(may(actor, "connection.read") ? [tab("silent", "Web Connector")] : []),
        ]}
      />
      {notifications.length === 0 ? (
        <EmptyState icon={<Bell />} title={show === "all" ? "Nothing yet" : "Nothing here"}>
          {show === "unread"
            ? "You have read all that you were told."
            : "When a bill waits for you, somebody mentions you or a bill of yours is rejected, it is listed here."}
        </EmptyState>
      ) : (
        <Panel flush className="max-w-4xl">
          <NotificationList label="Notifications" notifications={notifications} />
        </Panel>
      )}
      <Pages show={show} page={page} shown={notifications.length} total={total} />
      {may(actor, "organisation.update") ? <FailedMailPanel actor={actor} /> : null}
    </>
  );
}

type PagesProps = { show: NotificationShow; page: number; shown: number; total: number };

function Pages({ show, page, shown, total }: PagesProps) {
  if (total <= NOTIFICATIONS_PAGE && page === 1) return null;
  const from = (page - 1) * NOTIFICATIONS_PAGE;
  const href = (to: number) => `/notifications?${new URLSearchParams({ show, page: String(to) })}`;
  return (
    <div className="mt-3 max-w-4xl">
      <Pagination
        from={from + 1}
        to={from + shown}
        total={total}
        noun="notifications"
        previousHref={page > 1 ? href(page - 1) : null}
        nextHref={from + shown < total ? href(page + 1) : null}
      />
    </div>
  );
}
