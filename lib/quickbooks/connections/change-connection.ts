import { z } from "zod";
import { command } from "@/lib/access/command";
import { generatePassword, hashPassword } from "@/lib/access/password";
import { clearFailures } from "@/lib/access/rate-limit";
import { runEveryMinutes } from "./create-connection";
import { loginAccount } from "./login-account";
import { getConnection, updateConnection } from "./store";

const connectionId = z.uuid();

/** A new password: shown this once; the old one stops at once. */
export const rotatePassword = command({
  name: "connection.rotate-password",
  input: z.object({ connectionId }),
  async run({ actor, tx, record }, input) {
    const connection = await getConnection(tx, actor.orgId, input.connectionId);
    const password = generatePassword();
    await updateConnection(tx, connection.id, { passwordHash: await hashPassword(password) });
    // What was tried with the old one must not keep the new one out.
    await clearFailures(tx, loginAccount(connection.username));
    await record("connection.changed", actor.orgId, { change: "password", name: connection.name });
    return { password };
  },
});

/** While paused the Web Connector is told that there is nothing to do; the queue waits. */
export const pauseConnection = command({
  name: "connection.update",
  input: z.object({ connectionId, paused: z.boolean() }),
  async run({ actor, tx, now, record }, input) {
    const connection = await getConnection(tx, actor.orgId, input.connectionId);
    await updateConnection(tx, connection.id, { pausedAt: input.paused ? now : null });
    await record("connection.changed", actor.orgId, {
      change: input.paused ? "paused" : "resumed",
      name: connection.name,
    });
  },
});

/** How often the Web Connector should run. It reads this from the .qwc file, so that is to be added anew. */
export const changeFrequency = command({
  name: "connection.update",
  input: z.object({ connectionId, runEveryMinutes }),
  async run({ actor, tx, record }, input) {
    const connection = await getConnection(tx, actor.orgId, input.connectionId);
    await updateConnection(tx, connection.id, { runEveryMinutes: input.runEveryMinutes });
    await record("connection.changed", actor.orgId, { change: "frequency", name: connection.name });
  },
});
