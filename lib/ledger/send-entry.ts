import { z } from "zod";
import { command } from "@/lib/access/command";
import { AppError } from "@/lib/core/errors";
import { enqueue } from "@/lib/queue/queue";
import { enqueueEntries } from "./enqueue-entries";
import { getEntry } from "./entry-store";
import { ENTERED_LISTS } from "./lists";
import { lockVendors } from "./vendor-store";

/**
 * Puts a vendor, an item or a customer:job into the sync queue now, without waiting for a bill that names
 * it, with what it stands under; one that was removed comes back with three attempts.
 */
export const sendEntry = command({
  name: "job.requeue",
  input: z.object({ list: z.enum(ENTERED_LISTS), entryId: z.uuid() }),
  async run({ actor, tx, record }, { list, entryId }) {
    const entry = await getEntry(tx, actor.orgId, list, entryId);
    const place = { orgId: actor.orgId, connectionId: entry.connectionId };
    if (entry.listId === null) {
      await enqueueEntries(tx, place, { [list]: [entryId] });
    } else {
      const vendor = list === "vendor" ? (await lockVendors(tx, [entryId])).get(entryId) : undefined;
      if (!vendor?.pendingChange) throw new AppError("conflict");
      await enqueue(tx, { ...place, kind: "vendor", subjectId: entryId });
    }
    await record("entry.queued", entryId, {});
  },
});
