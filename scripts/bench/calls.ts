import { sql } from "drizzle-orm";
import { createConversation } from "@/lib/quickbooks/run/engine";
import { payloadOf } from "@/lib/quickbooks/run/payload";
import { queueManyBills } from "@/lib/testing/many-bills";
import { type Office, openOffice } from "@/lib/testing/office";
import { percentile, rounded, timed } from "./figures";

const ROUNDS = 30;

const login = (office: Office) => ({
  strUserName: /<UserName>(.*)<\/UserName>/.exec(office.qwc)?.[1] ?? "",
  strPassword: office.password,
  from: { address: "", userAgent: "bench" },
});

const engineOf = (office: Office) =>
  createConversation({ db: office.database.db, version: "bench", silentAfterSeconds: 0 });

/** A ticket whose run stands at the push, the company file recognised and the lists read. */
async function ticketAtPush(office: Office): Promise<string> {
  const [ticket = ""] = await engineOf(office).authenticate(login(office));
  const { db } = office.database;
  await db.execute(
    sql`update runs set recognised_at = now(), qbxml_version = '13.0' where ticket = ${ticket}`,
  );
  await db.execute(
    sql`insert into run_steps (run_id, position, kind) select id, 0, 'push' from runs where ticket = ${ticket}`,
  );
  return ticket;
}

/** Choosing, building and storing the next message of 100 bills, however long the queue is. */
export async function measureNextMessage(queues: number[]): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const queue of queues) {
    const office = await openOffice();
    try {
      await office.run();
      await queueManyBills(office, queue);
      await office.database.db.execute(sql`analyze jobs`);
      const call = {
        strHCPResponse: payloadOf(""),
        strCompanyFileName: "",
        qbXMLCountry: "US",
        qbXMLMajorVers: 13,
        qbXMLMinorVers: 0,
      };
      const choosing: number[] = [];
      const whole: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const ticket = await ticketAtPush(office);
        const { db } = office.database;
        choosing.push(
          (
            await timed(() =>
              db.execute(sql`select id from jobs where connection_id = ${office.connectionId}
          and state = 'waiting' and last_refused_run_id is distinct from gen_random_uuid() order by rank, seq limit 100`),
            )
          ).ms,
        );
        whole.push((await timed(() => engineOf(office).sendRequestXML({ ticket, ...call }))).ms);
        // As if its answer had come: the next round takes the next hundred.
        await db.execute(sql`update messages set state = 'settled' where state = 'sent'`);
        await db.execute(sql`update jobs set state = 'waiting' where state = 'sent'`);
      }
      figures[`choose_next_ms_at_${queue}_jobs_p95`] = rounded(percentile(choosing, 0.95));
      figures[`next_message_ms_at_${queue}_jobs_p95`] = rounded(percentile(whole, 0.95));
    } finally {
      await office.close();
    }
  }
  return figures;
}

/** The calls that carry no bulk: serverVersion, clientVersion, getLastError, closeConnection and empty answers. */
export async function measureControlCalls(rounds: number): Promise<Record<string, number>> {
  const office = await openOffice();
  try {
    const engine = engineOf(office);
    const times: number[] = [];
    const [ticket = ""] = await engine.authenticate(login(office));
    for (let round = 0; round < rounds; round += 1) {
      times.push((await timed(() => engine.serverVersion())).ms);
      times.push((await timed(() => engine.clientVersion({ strVersion: "2.3.0.215" }))).ms);
      times.push((await timed(() => engine.getLastError({ ticket }))).ms);
    }
    times.push((await timed(() => engine.closeConnection({ ticket }))).ms);
    return { control_op_ms_p99: rounded(percentile(times, 0.99)) };
  } finally {
    await office.close();
  }
}
