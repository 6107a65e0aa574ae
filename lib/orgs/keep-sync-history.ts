import { z } from "zod";
import { command, query } from "@/lib/access/command";
import { SYNC_HISTORY_CHOICES } from "@/lib/core/sync-history";
import { getSettings, saveSettings } from "./settings";

const days = z.coerce
  .number()
  .int()
  .refine((number) => SYNC_HISTORY_CHOICES.some((choice) => choice === number), "Choose one of the periods.");

/** For how many days the messages of past runs are kept. */
export const readSyncHistoryDays = query({
  name: "run.read",
  input: z.object({}),
  run: async ({ actor, db }): Promise<number> => (await getSettings(db, actor.orgId)).syncHistoryDays,
});

/** Keeps the messages of past runs for so many days; what is older goes at the end of the next runs. */
export const keepSyncHistory = command({
  name: "organisation.update",
  input: z.object({ days }),
  async run({ actor, tx, record }, input) {
    const before = (await getSettings(tx, actor.orgId)).syncHistoryDays;
    if (before === input.days) return;
    await saveSettings(tx, actor.orgId, { syncHistoryDays: input.days });
    await record("organisation.changed", actor.orgId, {
      changes: [{ field: "Sync history", from: `${before} days`, to: `${input.days} days` }],
    });
  },
});
