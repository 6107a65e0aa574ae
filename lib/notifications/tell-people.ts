import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { instantText } from "@/db/instant-text";
import { PERMISSIONS, type Permission } from "@/lib/access/permissions";
import type { NewNotification } from "./add-notifications";
import { getBillLabels } from "./bill-labels";
import { eventsNamed, type OutboxEvent } from "./outbox-event";

/** The active people of an organisation who have a right. */
export async function peopleWho(tx: Tx, orgId: string, permission: Permission): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select user_id as id from memberships where org_id = ${orgId} and is_active
      and roles && ${sql.param([...PERMISSIONS[permission]])}::text[]`);
  return rows.map(({ id }) => id);
}

/** Whoever entered a bill that was rejected, and whoever submitted it; not when it is under way again. */
export async function tellRejections(
  tx: Tx,
  orgId: string,
  events: readonly OutboxEvent[],
): Promise<NewNotification[]> {
  const rejections = eventsNamed(events, "bill.rejected");
  const labels = await getBillLabels(
    tx,
    orgId,
    rejections.map(({ subject }) => subject),
  );
  return rejections.flatMap(({ id, subject: billId, actorId, actorName: by, data, at }) => {
    const bill = labels.get(billId);
    if (bill?.state !== "rejected" || bill.round !== data.round) return [];
    const told = { what: bill.what, href: `/bills/${billId}`, by, quote: data.note };
    return [...new Set([bill.enteredBy, bill.submittedBy])]
      .filter((userId) => userId !== null && userId !== actorId)
      .map((userId) => ({
        ...{
          userId: userId ?? "",
          kind: "rejected" as const,
          billId,
          cause: `event:${id}`,
          told,
          at: new Date(at),
        },
      }));
  });
}

/** Whoever was mentioned in a comment, with its words. */
export async function tellMentions(
  tx: Tx,
  orgId: string,
  events: readonly OutboxEvent[],
): Promise<NewNotification[]> {
  const comments = eventsNamed(events, "bill.commented").filter(({ data }) => data.mentions.length > 0);
  const labels = await getBillLabels(
    tx,
    orgId,
    comments.map(({ subject }) => subject),
  );
  return comments.flatMap(({ id, subject: billId, actorId, actorName: by, data, at }) => {
    const bill = labels.get(billId);
    if (!bill) return [];
    const told = { what: bill.what, href: `/bills/${billId}`, by, quote: data.text };
    return data.mentions
      .filter(({ userId }) => userId !== actorId)
      .map(({ userId }) => ({
        ...{ userId, kind: "mentioned" as const, billId, cause: `event:${id}`, told, at: new Date(at) },
      }));
  });
}

/** Admins and Accounting Access, when a Web Connector has gone silent and is silent still. */
export async function tellSilence(
  tx: Tx,
  orgId: string,
  events: readonly OutboxEvent[],
): Promise<NewNotification[]> {
  const silences = eventsNamed(events, "connection.silent");
  if (silences.length === 0) return [];
  const { rows } = await tx.execute<{ id: string; name: string; lastContactAt: string | null }>(sql`
    select id, name, ${instantText("last_contact_at")} as "lastContactAt" from connections
    where org_id = ${orgId} and deleted_at is null`);
  const people = await peopleWho(tx, orgId, "connection.read");
  return silences.flatMap(({ id, data: { name, lastContactAt }, at }) => {
    const connection = rows.find((each) => each.name === name);
    if (!connection || connection.lastContactAt !== lastContactAt) return [];
    const told = {
      ...{ what: name, href: `/settings/connections/${connection.id}`, by: null, subject: connection.id },
    };
    return people.map((userId) => ({
      ...{ userId, kind: "silent" as const, billId: null, cause: `event:${id}`, told, at: new Date(at) },
    }));
  });
}
