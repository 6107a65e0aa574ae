import { z } from "zod";
import { command } from "@/lib/access/command";
import { generatePassword, hashPassword } from "@/lib/access/password";
import { clearFailures } from "@/lib/access/rate-limit";
import { type NewEvent, record as recordAll } from "@/lib/audit/record";
import { putBackWithdrawn } from "@/lib/queue/connection-jobs";
import { loginAccount } from "./login-account";
import { findLinkedBills, getDisconnected, updateConnection } from "./store";

/** Rows of one INSERT: PostgreSQL takes 65,535 values. */
const BATCH = 1_000;

/**
 * Connects a disconnected company file again, under the same FileID and user name, so that QuickBooks
 * and its links are recognised. Gives a new password. What the disconnection took out of the queue waits
 * again; the guide begins anew, for the Web Connector may stand on another computer by now.
 */
export const reconnectConnection = command({
  name: "connection.create",
  input: z.object({ connectionId: z.uuid() }),
  async run({ actor, tx, now, record }, input) {
    const { deletedAt, ...connection } = await getDisconnected(tx, actor.orgId, input.connectionId);
    const password = generatePassword();
    await updateConnection(tx, connection.id, {
      passwordHash: await hashPassword(password),
      ...{ deletedAt: null, pausedAt: null },
      ...{ qwcDownloadedAt: null, firstContactAt: null, lastContactAt: null },
      ...{ recognisedAt: null, firstPullAt: null },
    });
    await clearFailures(tx, loginAccount(connection.username));
    const jobs = await putBackWithdrawn(tx, connection.id, deletedAt);
    const bills = jobs.filter(({ kind }) => kind === "bill").map(({ subjectId }) => subjectId);
    const linked = await findLinkedBills(tx, connection.id, bills);
    const events = bills.map(
      (subject): NewEvent => ({
        ...{ orgId: actor.orgId, subject, actorId: actor.userId, actorName: actor.name, at: now },
        name: "bill.queued",
        data: { operation: linked.has(subject) ? "change" : "add" },
      }),
    );
    for (let at = 0; at < events.length; at += BATCH) await recordAll(tx, events.slice(at, at + BATCH));
    await record("connection.changed", actor.orgId, { change: "reconnected", name: connection.name });
    return { connectionId: connection.id, password };
  },
});
