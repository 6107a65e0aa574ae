import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { mails } from "@/db/schema";
import { query } from "@/lib/access/command";

export interface FailedMail {
  id: string;
  recipient: string;
  subject: string;
  /** The mail server's own words. */
  reason: string;
  at: string;
}

const MOST = 20;

/** The last mails of an organisation that could not be sent, for its Admin. */
export const listFailedMail = query({
  name: "organisation.update",
  input: z.object({}),
  async run({ actor, db }): Promise<FailedMail[]> {
    const rows = await db
      .select()
      .from(mails)
      .where(and(eq(mails.orgId, actor.orgId), eq(mails.state, "failed")))
      .orderBy(desc(mails.createdAt))
      .limit(MOST);
    return rows.map(({ id, recipient, subject, lastError, createdAt }) => ({
      ...{ id, recipient, subject, reason: lastError ?? "", at: createdAt.toISOString() },
    }));
  },
});
