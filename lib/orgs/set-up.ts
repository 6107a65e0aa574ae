import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { memberships, organisations, users } from "@/db/schema";
import { announce } from "@/lib/access/announce";
import { emailAddress } from "@/lib/access/email-address";
import { newPassword } from "@/lib/access/new-password";
import { parse } from "@/lib/access/parse";
import { hashPassword } from "@/lib/access/password";
import { record } from "@/lib/audit/record";
import { AppError } from "@/lib/core/errors";

/** Held while the organisation is created; any number that no other lock of the app uses. */
const SET_UP_LOCK = 7_316_010;

const input = z.object({
  organisation: z
    .string()
    .trim()
    .min(1, "Enter the organisation's name.")
    .max(120, "Use at most 120 characters."),
  name: z.string().trim().min(1, "Enter your name.").max(120, "Use at most 120 characters."),
  email: emailAddress,
  password: newPassword,
});

export type SetUp = z.input<typeof input>;

/**
 * The first visit: creates the organisation and its first Admin. It has no actor and asks no right,
 * which is why it works only while there is no organisation at all: of visits that race, one wins.
 * @throws AppError "already-set-up", "invalid"
 */
export async function setUpOrganisation(given: SetUp): Promise<{ orgId: string; userId: string }> {
  const { organisation, name, email, password } = parse(input, given);
  const passwordHash = await hashPassword(password);
  return db().transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${SET_UP_LOCK})`);
    if ((await tx.$count(organisations)) > 0) throw new AppError("already-set-up");
    const [org] = await tx
      .insert(organisations)
      .values({ name: organisation })
      .returning({ id: organisations.id });
    const [user] = await tx.insert(users).values({ email, name, passwordHash }).returning({ id: users.id });
    if (!org || !user) throw new Error("the organisation was not stored");
    await tx.insert(memberships).values({ orgId: org.id, userId: user.id, roles: ["admin"] });
    await record(tx, [
      {
        orgId: org.id,
        subject: org.id,
        name: "organisation.created",
        actorId: user.id,
        actorName: name,
        data: { name: organisation },
        at: new Date(),
      },
    ]);
    await announce(tx, org.id);
    return { orgId: org.id, userId: user.id };
  });
}
