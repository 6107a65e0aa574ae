import { z } from "zod";
import { command } from "@/lib/access/command";
import { getConnection, updateConnection } from "./store";

/**
 * The login that goes into the .qwc file, for whoever may see the connection; notes that it was
 * downloaded, which is how the connection guide knows.
 */
export const takeQwcLogin = command({
  name: "connection.read",
  input: z.object({ connectionId: z.uuid() }),
  async run({ actor, tx, now }, input) {
    const { id, name, username, fileId, runEveryMinutes } = await getConnection(
      tx,
      actor.orgId,
      input.connectionId,
    );
    await updateConnection(tx, id, { qwcDownloadedAt: now });
    return { name, username, fileId, runEveryMinutes };
  },
});
