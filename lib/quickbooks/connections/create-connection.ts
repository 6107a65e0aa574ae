import { randomBytes, randomUUID } from "node:crypto";
import { z } from "zod";
import { connections } from "@/db/schema";
import { command } from "@/lib/access/command";
import { generatePassword, hashPassword } from "@/lib/access/password";

/** Minutes between runs: the Web Connector takes whole minutes from one up. Six hours unless changed. */
export const runEveryMinutes = z
  .number()
  .int()
  .min(1, "Once a minute is the most often.")
  .max(7 * 24 * 60, "Once a week is the least often.");

/** The name shows in the Web Connector and in QuickBooks' list of integrated applications. */
const name = z.string().trim().min(1, "Enter a name.").max(60, "Use at most 60 characters.");

const slug = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 24) || "company";

/** Adds a company file. Gives its id and its password, which is shown this once and kept as a hash only. */
export const createConnection = command({
  name: "connection.create",
  input: z.object({ name, runEveryMinutes: runEveryMinutes.default(360) }),
  async run({ actor, tx, record }, input) {
    const password = generatePassword();
    const [row] = await tx
      .insert(connections)
      .values({
        orgId: actor.orgId,
        name: input.name,
        username: `${slug(input.name)}-${randomBytes(4).toString("hex")}`,
        passwordHash: await hashPassword(password),
        fileId: `{${randomUUID().toUpperCase()}}`,
        runEveryMinutes: input.runEveryMinutes,
      })
      .returning({ id: connections.id });
    if (!row) throw new Error("a connection was not stored");
    await record("connection.created", actor.orgId, { name: input.name });
    return { connectionId: row.id, password };
  },
});
