import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { notifications } from "@/db/schema";
import { type CommandContext, command } from "@/lib/access/command";
import { assertVisible } from "@/lib/bills/comments-store";
import { AppError } from "@/lib/core/errors";

/** What has been read goes into no digest any more. */
const markRead = ({ actor, tx, now }: CommandContext, which?: SQL) =>
  tx
    .update(notifications)
    .set({ readAt: now, mailedAt: sql`coalesce(${notifications.mailedAt}, ${now.toISOString()})` })
    .where(
      and(
        eq(notifications.orgId, actor.orgId),
        eq(notifications.userId, actor.userId),
        isNull(notifications.readAt),
        which,
      ),
    );

/** Every notification of the actor's. */
export const markAllRead = command({
  name: "notification.read",
  input: z.object({}),
  async run(context) {
    await markRead(context);
  },
});

/** Those about one bill: the actor looks at it. Throws "not-found" for a bill that they may not see. */
export const markBillRead = command({
  name: "notification.read",
  input: z.object({ billId: z.uuid() }),
  async run(context, { billId }) {
    await assertVisible(context.tx, context.actor, billId);
    await markRead(context, eq(notifications.billId, billId));
  },
});

/** One notification, read or unread again. Throws "not-found" for one that is not the actor's. */
export const markNotification = command({
  name: "notification.read",
  input: z.object({ id: z.uuid(), isRead: z.boolean() }),
  async run({ actor, tx, now }, { id, isRead }) {
    const marked = await tx
      .update(notifications)
      .set({ readAt: isRead ? now : null })
      .where(
        and(
          eq(notifications.id, id),
          eq(notifications.orgId, actor.orgId),
          eq(notifications.userId, actor.userId),
        ),
      )
      .returning({ id: notifications.id });
    if (marked.length === 0) throw new AppError("not-found");
  },
});
