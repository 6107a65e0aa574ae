import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { instantText } from "@/db/instant-text";
import { query } from "@/lib/access/command";
import { KINDS, type Kind, type Told } from "./kinds";
import { wordsOf } from "./words";

export interface NotificationView {
  id: string;
  kind: Kind;
  /** One sentence without its full stop. */
  words: string;
  /** Somebody's own words, or QuickBooks'. */
  quote: string | null;
  href: string;
  at: string;
  isRead: boolean;
}

export const NOTIFICATIONS_PAGE = 50;

/** What a list of notifications can be narrowed to, beside one kind. */
export const NOTIFICATION_SHOWS = ["all", "unread", ...(Object.keys(KINDS) as Kind[])] as const;
export type NotificationShow = (typeof NOTIFICATION_SHOWS)[number];

/** A bill that waits still waits: what is said of it again belongs to the same filter. */
const shown = (show: NotificationShow): SQL => {
  if (show === "all") return sql`true`;
  if (show === "unread") return sql`n.read_at is null`;
  return show === "waits" ? sql`n.kind in ('waits', 'reminder')` : sql`n.kind = ${show}`;
};

type Row = { id: string; kind: Kind; told: Told; at: string; isRead: boolean; total: number };

/** The actor's own notifications, the newest first, a page at a time. */
export const listNotifications = query({
  name: "notification.read",
  input: z.object({
    show: z.enum(NOTIFICATION_SHOWS).default("all"),
    page: z.number().int().min(1).default(1),
  }),
  async run({ actor, db }, { show, page }): Promise<{ notifications: NotificationView[]; total: number }> {
    const own = sql`n.org_id = ${actor.orgId} and n.user_id = ${actor.userId} and ${shown(show)}`;
    const { rows } = await db.execute<Row>(sql`
      select n.id, n.kind, n.data as told, ${instantText("n.created_at")} as at, n.read_at is not null as "isRead",
        (select count(*)::int from notifications n where ${own}) as total
      from notifications n where ${own}
      order by n.created_at desc, n.id limit ${NOTIFICATIONS_PAGE} offset ${(page - 1) * NOTIFICATIONS_PAGE}`);
    return {
      notifications: rows.map(({ id, kind, told, at, isRead }) => ({
        ...{ id, kind, at, isRead, href: told.href },
        ...{ words: wordsOf(kind, told), quote: told.quote ?? null },
      })),
      total: rows[0]?.total ?? 0,
    };
  },
});

/** How many of the actor's notifications are unread: of all, or about one bill. */
export const countUnread = query({
  name: "notification.read",
  input: z.object({ billId: z.uuid().optional() }),
  async run({ actor, db }, { billId }): Promise<number> {
    const { rows } = await db.execute<{ count: number }>(sql`
      select count(*)::int as count from notifications
      where org_id = ${actor.orgId} and user_id = ${actor.userId} and read_at is null
        ${billId ? sql`and bill_id = ${billId}` : sql``}`);
    return rows[0]?.count ?? 0;
  },
});
