import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { defaultSwitches } from "@/e2e/quickbooks/company/switches";
import { askAnnThenBob, openErrors } from "@/lib/testing/bill-story";
import { calm, MOMENTS, prepareCrash, VICTIMS } from "@/lib/testing/crashes";
import { type FragileOffice, openFragileOffice } from "@/lib/testing/fragile-office";
import { isSoak, type Random, seeded, seedOr } from "@/lib/testing/seeded";
import { compareBoth } from "@/lib/testing/soak/compare-both";
import { chooseVersions, editHere, requeueAll, type Tally } from "@/lib/testing/soak/edits-here";
import { editThere, setAllRight } from "@/lib/testing/soak/edits-there";
import { runUntilQuiet } from "@/lib/testing/until-quiet";

const RUNS = Number(process.env.SOAK_RUNS ?? (isSoak() ? 500 : 15));
const seed = seedOr(isSoak() ? Date.now() % 2 ** 31 : 7);

let office: FragileOffice;

beforeAll(async () => {
  office = await openFragileOffice();
  await askAnnThenBob(office);
  await office.run();
});
afterAll(() => office.close());

/** The requests that a waiting job of a kind may become. */
const MARKERS: Record<string, string[]> = {
  vendor: ["<VendorAddRq", "<VendorModRq"],
  item: ["<ItemServiceAddRq", "<ItemNonInventoryAddRq", "<ItemInventoryAddRq", "<ItemOtherChargeAddRq"],
  customer: ["<CustomerAddRq"],
  bill: ["<BillAddRq", "<BillModRq"],
  payment: ["<BillPaymentCheckAddRq", "<BillPaymentCreditCardAddRq"],
  removal: ["<TxnVoidRq", "<TxnDelRq"],
};

/** A request that this run will probably send. */
async function likelyMarker(random: Random): Promise<string | undefined> {
  const found = await office.database.db.execute<{ kind: string }>(
    sql`select distinct kind from jobs where state = 'waiting' order by 1`,
  );
  const markers = found.rows.flatMap(({ kind }) => MARKERS[kind] ?? []);
  return markers.length === 0 ? undefined : random.pick(markers);
}

/** QuickBooks answers otherwise from time to time, as Intuit's texts leave it open. */
function drawSwitches(random: Random): void {
  Object.assign(office.company.switches, defaultSwitches(), {
    storedAnswer: random.pick(["whole", "identityOnly"] as const),
    unknownMessageSet: random.pick(["600", "9002", "empty"] as const),
    loseStoredAnswers: random.chance(0.2),
    payingTouchesBill: random.chance(0.5),
    inactiveReferences: random.pick(["accept", "refuse"] as const),
    messageSetsKept: random.pick([1, 1, 20]),
  });
}

/** One run; now and then something dies in it. */
async function oneRun(random: Random): Promise<boolean> {
  const marker = random.chance(0.4) ? await likelyMarker(random) : undefined;
  if (marker === undefined) {
    calm(office);
    await office.run();
    return false;
  }
  const [moment, victim] = [random.pick(MOMENTS), random.pick(VICTIMS)];
  const crash = prepareCrash(office, { moment, victim, marker });
  await office.run({ hooks: crash.hooks });
  calm(office);
  return crash.hasStruck();
}

/** Takes every hindrance away and lets all that can go, go. */
async function comeToRest(random: Random): Promise<void> {
  calm(office);
  Object.assign(office.company.switches, defaultSwitches());
  setAllRight(office.company);
  for (let round = 0; round < 6; round += 1) {
    await runUntilQuiet(office);
    const chosen = await chooseVersions(office, random);
    if (!(await requeueAll(office, random)) && !chosen) return;
  }
}

test(`${RUNS} runs with edits on both sides: both are equal at the end (repeat with SOAK_SEED=${seed} SOAK_RUNS=${RUNS})`, {
  timeout: isSoak() ? 4 * 3_600_000 : undefined,
}, async () => {
  const random = seeded(seed);
  const here: Tally = {};
  const there: Tally = {};
  let crashes = 0;
  for (let run = 0; run < RUNS; run += 1) {
    if (run % 10 === 0) drawSwitches(random);
    for (let left = 1 + random.below(4); left > 0; left -= 1) await editHere(office, random, here);
    for (let left = random.below(4); left > 0; left -= 1) editThere(office.company, random, there);
    if (await oneRun(random)) crashes += 1;
  }
  await comeToRest(random);
  const { bills, faults } = await compareBoth(office);
  const jobs = await office.database.db.execute<{ kind: string; state: string; count: number }>(
    sql`select kind, state, count(*)::int as count from jobs group by 1, 2 order by 1, 2`,
  );
  const report = { seed, runs: RUNS, crashes, bills, here, there, jobs: jobs.rows, faults };
  process.stdout.write(`soak: ${JSON.stringify(report)}\n`);
  expect(faults, JSON.stringify(await openErrors(office))).toEqual([]);
});
