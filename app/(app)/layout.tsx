import type { ReactNode } from "react";
import { drawnVersion, requireFollower } from "@/app/_components/drawn-version";
import { SyncErrorCard } from "@/app/_components/sync-error-card";
import { may } from "@/lib/access/actor";
import { ROLE_NAMES } from "@/lib/access/roles";
import { countBills } from "@/lib/bills/counts";
import { env } from "@/lib/core/env";
import { listNotifications } from "@/lib/notifications/notification-views";
import { readOrganisation } from "@/lib/orgs/organisation-views";
import { Commands } from "./_components/commands";
import { DemoPanel } from "./_components/demo-panel";
import { LatestNotifications } from "./_components/latest-notifications";
import { LiveRefresh } from "./_components/live-refresh";
import { navGroups } from "./_components/nav-items";
import { NavLink, TabLink } from "./_components/nav-link";
import { NotificationsBell } from "./_components/notifications-bell";
import { openSyncErrorsOf, syncStatusOf, unreadOf } from "./_components/once-a-request";
import { PhoneMore } from "./_components/phone-more";
import { SyncErrorsButton } from "./_components/sync-errors-button";
import { SyncStatus } from "./_components/sync-status";
import { UserMenu } from "./_components/user-menu";

/** Pages with a tab of their own on a phone; the others are under More. */
const PHONE_TABS = 4;

/** The shell of every page behind the sign-in: whose books, how QuickBooks stands, where to go. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const actor = await requireFollower();
  const [version, organisation, companies, counts, errors, unread, { notifications }] = await Promise.all([
    drawnVersion(actor),
    readOrganisation(actor, {}),
    syncStatusOf(actor),
    countBills(actor, {}),
    may(actor, "sync-error.read") ? openSyncErrorsOf(actor) : { errors: [], total: 0 },
    unreadOf(actor),
    listNotifications(actor, {}),
  ]);
  const groups = navGroups(actor, counts, errors.total);
  const pages = groups.flatMap(({ items }) => items);
  const roles = actor.roles.map((role) => ROLE_NAMES[role]).join(", ");
  const demo = env().DEMO_SIMULATOR_URL && may(actor, "demo.control") ? <DemoPanel /> : null;
  const latest = <LatestNotifications notifications={notifications} />;
  const errorList = (
    <div className="divide-y divide-line">
      {errors.errors.map((error) => (
        <SyncErrorCard key={error.id} error={error} />
      ))}
    </div>
  );
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)] max-md:flex max-md:flex-col max-md:[--foot:calc(3.5rem+env(safe-area-inset-bottom))]">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-solid px-3 py-2 text-on-solid focus:translate-y-0"
      >
        Skip to the content
      </a>

      <div className="sticky top-0 flex h-dvh flex-col border-line border-r bg-surface max-md:hidden">
        <header className="flex flex-col gap-1.5 p-3 pb-1">
          <div className="flex items-center gap-1">
            <p
              className="min-w-0 flex-1 truncate px-2.5 font-semibold text-base text-ink"
              title={organisation.name}
            >
              {organisation.name}
            </p>
            <NotificationsBell unread={unread}>{latest}</NotificationsBell>
          </div>
          <SyncStatus actor={actor} companies={companies} />
          {errors.total > 0 ? <SyncErrorsButton count={errors.total}>{errorList}</SyncErrorsButton> : null}
        </header>
        <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-3">
          {groups.map(({ heading, items }) => (
            <div key={heading ?? ""} className="flex flex-col gap-0.5">
              {heading ? <p className="px-2.5 pb-1 font-medium text-2xs text-ink-faint">{heading}</p> : null}
              {items.map((item) => (
                <NavLink key={item.href} item={item} />
              ))}
            </div>
          ))}
        </nav>
        <footer className="border-line border-t p-2">
          {demo}
          <UserMenu name={actor.name} email={actor.email} roles={roles} />
        </footer>
      </div>

      <header className="sticky top-0 z-30 flex min-h-14 items-center gap-1 border-line border-b bg-surface py-1 pr-2 pl-4 md:hidden">
        <div className="min-w-0 flex-1">
          <p className="truncate font-semibold text-base text-ink">{organisation.name}</p>
          <SyncStatus actor={actor} companies={companies.slice(0, 1)} className="px-0 py-0" />
        </div>
        {errors.total > 0 ? (
          <SyncErrorsButton count={errors.total} compact>
            {errorList}
          </SyncErrorsButton>
        ) : null}
        <NotificationsBell unread={unread} compact>
          {latest}
        </NotificationsBell>
        <UserMenu name={actor.name} email={actor.email} roles={roles} compact />
      </header>

      <main
        id="content"
        tabIndex={-1}
        className="min-w-0 flex-1 px-4 pt-5 pb-8 focus:outline-none md:px-8 md:pt-6"
      >
        {children}
      </main>

      <nav
        aria-label="Main"
        className="sticky bottom-0 z-30 flex h-(--foot) items-stretch border-line border-t bg-surface px-1 pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {pages.slice(0, PHONE_TABS).map((item) => (
          <TabLink key={item.href} item={item} />
        ))}
        <PhoneMore items={pages.slice(PHONE_TABS)}>{demo}</PhoneMore>
      </nav>

      <Commands pages={pages} mayEnter={may(actor, "bill.save")} mayImport={may(actor, "bill.import")} />
      <LiveRefresh how={env().LIVE} version={version} />
    </div>
  );
}
