import { sql } from "drizzle-orm";
import { nextBatch } from "@/lib/queue/queue";
import { payloadOf } from "@/lib/quickbooks/run/payload";
import { queueManyBills } from "@/lib/testing/many-bills";
import { type Office, openOffice } from "@/lib/testing/office";
import { percentile, rounded, timed } from "./figures";
import { engineOf, ticketAt } from "./ticket-at";

const WARM_UP = 100;
const CHOICES = 400;
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
async function choose(office: Office): Promise<number> {
  const runId = "00000000-0000-4000-8000-000000000000";
  return office.database.db.transaction(async (tx) => {
    const { ms, result } = await timed(() => nextBatch(tx, office.connectionId, runId));
    if (result.length !== 100) throw new Error("the queue gave no full batch");
    return ms;
  });
}

const CALL = {
  strHCPResponse: payloadOf(""),
  strCompanyFileName: "",
  qbXMLCountry: "US",
  qbXMLMajorVers: 13,
  qbXMLMinorVers: 0,
};

/** The whole call: choosing, building, checking and storing a message of a hundred bills, committed. */
async function wholeMessage(office: Office): Promise<number> {
  const ticket = await ticketAt(office, "push");
  const { ms, result } = await timed(() => engineOf(office).sendRequestXML({ ticket, ...CALL }));
  if (result.split("<BillAddRq").length !== 101) throw new Error("the message does not hold a hundred bills");
  // As if its answer had come, and nothing of it had been carried out.
  await office.database.db.execute(sql`
    with m as (update messages set state = 'settled' where state = 'sent' and purpose = 'write' returning id)
    update jobs set state = 'waiting' from message_jobs mj, m where mj.message_id = m.id and jobs.id = mj.job_id`);
  return ms;
}

type Times = Map<Office, number[]>;

/** So often in each, in turn: whatever else the machine does meets all queues alike. */
async function inTurn(
  offices: Office[],
  rounds: number,
  measure: (office: Office) => Promise<number>,
): Promise<Times> {
  const times: Times = new Map(offices.map((office) => [office, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const office of offices) times.get(office)?.push(await measure(office));
  }
  return times;
}

/** Choosing and building the next message of a hundred bills, however long the queue is; measured once warm. */
export async function measureNextMessage(queues: number[]): Promise<Record<string, number>> {
  const figures: Record<string, number> = {};
  const offices: Office[] = [];
  try {
    for (const queue of queues) {
      const office = await openOffice({ silentAfterSeconds: 0 });
      offices.push(office);
      await office.run();
      await fillQueue(office, queue);
    }
    await inTurn(offices, WARM_UP, choose);
    const chosen = await inTurn(offices, CHOICES, choose);
    await inTurn(offices, WARM_UP / 10, wholeMessage);
    const whole = await inTurn(offices, MESSAGES, wholeMessage);
    for (const [index, office] of offices.entries()) {
      const at = `at_${queues[index]}_jobs`;
      figures[`next_message_ms_${at}_p95`] = rounded(percentile(chosen.get(office) ?? [], 0.95));
      figures[`next_message_ms_${at}_p50`] = rounded(percentile(chosen.get(office) ?? [], 0.5));
      figures[`next_message_whole_ms_${at}_p95`] = rounded(percentile(whole.get(office) ?? [], 0.95));
      figures[`next_message_whole_ms_${at}_p50`] = rounded(percentile(whole.get(office) ?? [], 0.5));
    }
    return figures;
  } finally {
    for (const office of offices) await office.close();
  }
}
