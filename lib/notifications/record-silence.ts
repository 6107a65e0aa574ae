import type { Tx } from "@/db/client";
import { type NewEvent, record } from "@/lib/audit/record";
import { statusOf } from "@/lib/quickbooks/connections/connection-views";
import { findConnections } from "@/lib/quickbooks/connections/store";
import { claimChore } from "./chores";
import { isWorthTelling } from "./is-worth-telling";

/** Who speaks when nobody did anything. */
const SERVICE = { actorId: null, actorName: "Countersign" } as const;

/**
 * Records that a Web Connector has gone silent, where people are to be told: once for each silence, which its
 * next call ends. Pages say it as soon as it is so.
 */
export async function recordSilence(tx: Tx, orgId: string, now: Date): Promise<void> {
  const silences: NewEvent<"connection.silent">[] = [];
  for (const connection of await findConnections(tx, orgId)) {
    const { id, name, lastContactAt } = connection;
    if (!lastContactAt || statusOf(connection, now) !== "silent") continue;
    if (!(await isWorthTelling(tx, { ...connection, lastContactAt }, now))) continue;
    if (!(await claimChore(tx, orgId, `silent:${id}`, { doneBefore: lastContactAt, now }))) continue;
    const data = { name, lastContactAt: lastContactAt.toISOString() };
    silences.push({ orgId, subject: orgId, name: "connection.silent", ...SERVICE, data, at: now });
  }
  await record(tx, silences);
}
