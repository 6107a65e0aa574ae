import type { Tx } from "@/db/client";
import { mails } from "@/db/schema";
import { env } from "@/lib/core/env";

export interface NewMail {
  /** Null for what belongs to no organisation. */
  orgId: string | null;
  /** What it is about, such as "invitation:<id>": the same cause never makes a second mail. */
  cause: string;
  recipient: string;
  subject: string;
  text: string;
  html?: string;
}

/** Whether this server can send mail at all. */
export const canSendMail = (): boolean => env().SMTP_URL !== undefined;

/** Writes mail that goes out after the transaction has committed: one statement, each cause once. */
export async function enqueueMail(tx: Tx, given: NewMail[]): Promise<void> {
  if (given.length === 0 || !canSendMail()) return;
  await tx.insert(mails).values(given).onConflictDoNothing({ target: mails.cause });
}
