import { sql } from "drizzle-orm";
import { createConversation } from "@/lib/quickbooks/run/engine";
import type { Office } from "@/lib/testing/office";

const login = (office: Office) => ({
  strUserName: /<UserName>(.*)<\/UserName>/.exec(office.qwc)?.[1] ?? "",
  strPassword: office.password,
  from: { address: "", userAgent: "bench" },
});

/** The conversation in this process; a run is dead at once, so that the next may begin. */
export const engineOf = (office: Office) =>
  createConversation({ db: office.database.db, version: "bench", silentAfterSeconds: 0 });

/** A ticket whose run has recognised the company file and has this one step before it. */
export async function ticketAt(office: Office, step: string): Promise<string> {
  const { db } = office.database;
  await db.execute(sql`update messages set state = 'answered' where state = 'sent' and purpose <> 'write'`);
  const [ticket = ""] = await engineOf(office).authenticate(login(office));
  await db.execute(
    sql`update runs set recognised_at = now(), qbxml_version = '13.0' where ticket = ${ticket}`,
  );
  await db.execute(
    sql`insert into run_steps (run_id, position, kind) select id, 0, ${step} from runs where ticket = ${ticket}`,
  );
  return ticket;
}
