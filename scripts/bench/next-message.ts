import { sql } from "drizzle-orm";
import { nextBatch } from "@/lib/queue/queue";
import { payloadOf } from "@/lib/quickbooks/run/payload";
import { queueManyBills } from "@/lib/testing/many-bills";
import { type Office, openOffice } from "@/lib/testing/office";
import { percentile, rounded, timed } from "./figures";
import { engineOf, ticketAt } from "./ticket-at";

const CHOICES = 200;
const MESSAGES = 40;
/** Bills that are really there; behind them the queue holds jobs alone, which no message of the bench reaches. */
const BILLS = 1000;

async function fillQueue(office: Office, jobs: number): Promise<void> {
  const { db } = office.database;
  await queueManyBills(office, Math.min(BILLS, jobs));
  if (jobs > BILLS) {
    await db.execute(sql`
      insert into jobs (org_id, connection_id, kind, subject_id, rank)
      select ${office.orgId}, ${office.connectionId}, 'bill', gen_random_uuid(), 50
      from generate_series(1, ${jobs - BILLS}::int)`);
  }
  await db.execute(sql`vacuum analyze jobs`);
  await db.execute(sql`analyze`);
}

/** The one query that chooses what goes next. */
async function choosing(office: Office): Promise<number[]> {
  const times: number[] = [];
  const runId = "00000000-0000-4000-8000-000000000000";
  for (let round = 0; round < CHOICES; round += 1) {
    await office.database.db.transaction(async (tx) => {
      const { ms, result } = await timed(() => nextBatch(tx, office.connectionId, runId));
      if (result.length !== 100) throw new Error("the queue gave no full batch");
      times.push(ms);
    });
  }
  return times;
}

/** The whole call: choosing, building, checking and storing a message of a hundred bills, committed. */
async function wholeMessages(office: Office): Promise<number[]> {
  const { db } = office.database;
  const times: number[] = [];
  const call = {
    strHCPResponse: payloadOf(""),
    strCompanyFileName: "",
    qbXMLCountry: "US",
    qbXMLMajorVers: 13,
    qbXMLMinorVers: 0,
  };
  for (let round = 0; round < MESSAGES; round += 1) {
    const ticket = await ticketAt(office, "push");
    const { ms, result } = await timed(() => engineOf(office).sendRequestXML({ ticket, ...call }));
    if (result.split("<BillAddRq").length !== 101)
      throw new Error("the message does not hold a hundred bills");
    times.push(ms);
    // As if its answer had come, and nothing of it had been carried out.
    await db.execute(sql`
      with m as (update messages set state = 'settled' where state = 'sent' and purpose = 'write' returning id)
      update jobs set state = 'waiting' from message_jobs mj, m where mj.message_id = m.id and jobs.id = mj.job_id`);
  }
  return times;
}

/** Choosing and building the next message of a hundred bills, however long the queue is. */
export async function measureNextMessage(queues: number[]): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  for (const queue of queues) {
    const office = await openOffice({ silentAfterSeconds: 0 });
    try {
      await office.run();
      await fillQueue(office, queue);
      const chosen = await choosing(office);
      const whole = await wholeMessages(office);
      figures[`next_message_ms_at_${queue}_jobs_p95`] = rounded(percentile(chosen, 0.95));
      figures[`next_message_ms_at_${queue}_jobs_p50`] = rounded(percentile(chosen, 0.5));
      figures[`next_message_whole_ms_at_${queue}_jobs_p95`] = rounded(percentile(whole, 0.95));
      figures[`next_message_whole_ms_at_${queue}_jobs_p50`] = rounded(percentile(whole, 0.5));
    } finally {
      await office.close();
    }
  }
  return figures;
}
