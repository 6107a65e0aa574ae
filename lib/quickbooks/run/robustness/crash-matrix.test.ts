import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultSwitches, type Switches } from "@/e2e/quickbooks/company/switches";
import { askAnnThenBob } from "@/lib/testing/bill-story";
import { calm, MOMENTS, prepareCrash, VICTIMS } from "@/lib/testing/crashes";
import { type FragileOffice, openFragileOffice } from "@/lib/testing/fragile-office";
import { ALL_PUSHES } from "@/lib/testing/pushes/all-pushes";
import type { PushScenario } from "@/lib/testing/pushes/push-scenario";
import { isSoak, seeded, seedOr } from "@/lib/testing/seeded";
import { expectNothingCharged, runUntilQuiet } from "@/lib/testing/until-quiet";

/** How QuickBooks may answer afterwards, where Intuit's texts leave it open; the last are the worst together. */
const READINGS: [name: string, switches: Partial<Switches>][] = [
  ["the stored answer is whole", {}],
  ["the stored answer is the identity alone", { storedAnswer: "identityOnly" }],
  ["an unknown set answers 9002", { unknownMessageSet: "9002" }],
  ["an unknown set answers nothing", { unknownMessageSet: "empty" }],
  ["the stored answer is lost", { loseStoredAnswers: true }],
  ["many sets are kept", { messageSetsKept: 50 }],
  ["paying does not touch a bill", { payingTouchesBill: false }],
  ["inactive references are accepted", { inactiveReferences: "accept" }],
  [
    "the identity alone, paying does not touch a bill, nothing for an unknown set",
    { storedAnswer: "identityOnly", payingTouchesBill: false, unknownMessageSet: "empty" },
  ],
  [
    "the answer is lost, 9002 for an unknown set, paying does not touch a bill",
    { loseStoredAnswers: true, payingTouchesBill: false, unknownMessageSet: "9002" },
  ],
];

interface Cell {
  scenario: PushScenario;
  moment: (typeof MOMENTS)[number];
  victim: (typeof VICTIMS)[number];
  reading: number;
}

const ALL: Cell[] = ALL_PUSHES.flatMap((scenario) =>
  MOMENTS.flatMap((moment) =>
    VICTIMS.flatMap((victim) => READINGS.map((_, reading) => ({ scenario, moment, victim, reading }))),
  ),
);

/** With CRASH_CELLS=n the long test takes n of the cells, chosen by the seed, instead of all. */
function drawn(): Cell[] {
  const wanted = Number(process.env.CRASH_CELLS ?? ALL.length);
  const random = seeded(seedOr(20261122));
  const left = [...ALL];
  while (left.length > wanted) left.splice(random.below(left.length), 1);
  return left;
}

/** With CRASH_PART=2/3 the second third of the long test: the parts can run side by side, on several machines. */
function partOf<Group>(groups: Group[]): Group[] {
  const [which = 1, of = 1] = (process.env.CRASH_PART ?? "1/1").split("/").map(Number);
  const size = Math.ceil(groups.length / of);
  return groups.slice((which - 1) * size, which * size);
}

/** In short: every kind of push once, the moments, the victims and the readings in turn. */
function selection(): Cell[] {
  return ALL_PUSHES.flatMap((scenario, row) => {
    const moment = MOMENTS[row % MOMENTS.length];
    const victim = VICTIMS[row % VICTIMS.length];
    return moment && victim ? [{ scenario, moment, victim, reading: (row * 3 + 1) % READINGS.length }] : [];
  });
}

const nameOf = ({ scenario, moment, victim, reading }: Cell): string =>
  `${scenario.name}: the ${victim} dies ${moment}; ${READINGS[reading]?.[0]}`;

const CELLS_AN_OFFICE = 30;

/**
 * Each group has an office of its own: the bills of hundreds of cells would be fetched again in every run. Of
 * every other group the server is a process of its own, and dies by SIGKILL.
 */
function groups(): [name: string, cells: Cell[], asProcesses: boolean][] {
  if (!isSoak()) return [["a selection", selection(), false]];
  const cells = drawn();
  const out: [string, Cell[], boolean][] = [];
  for (let start = 0; start < cells.length; start += CELLS_AN_OFFICE) {
    const group = cells.slice(start, start + CELLS_AN_OFFICE);
    out.push([
      `cells ${start + 1} to ${start + group.length} of ${cells.length}`,
      group,
      out.length % 2 === 1,
    ]);
  }
  return partOf(out);
}

/** A server that comes back between two calls is not missed by anyone. */
const isNoticed = ({ victim, moment }: Cell): boolean =>
  victim === "connector" || !["after the reply left", "after QuickBooks applied it"].includes(moment);

/** The operations that are in the messages with that start tag. */
async function operationsOf({ database }: FragileOffice, marker: string): Promise<string[]> {
  const { rows } = await database.db.execute<{ operation: string }>(sql`
    select distinct mj.operation from message_jobs mj join messages m on m.id = mj.message_id
    where position(${marker} in m.request) > 0`);
  return rows.map(({ operation }) => operation);
}

describe.each(groups())("each record once, each job done, nothing charged: %s", (_, cells, asProcesses) => {
  let office: FragileOffice;
  let count = 0;
  beforeAll(async () => {
    office = await openFragileOffice({ asProcesses });
    await askAnnThenBob(office);
    expect(await office.run()).toMatchObject({ ok: true });
  });
  afterAll(() => office.close());

  test.each(cells.map((cell) => [nameOf(cell), cell] as const))("%s", async (_name, cell) => {
    const { scenario, moment, victim, reading } = cell;
    calm(office);
    Object.assign(office.company.switches, defaultSwitches());
    count += 1;
    const check = await scenario.prepare(office, `C${String(count).padStart(5, "0")}`);
    Object.assign(office.company.switches, READINGS[reading]?.[1]);
    const crash = prepareCrash(office, { moment, victim, marker: scenario.marker });
    const struck = await office.run({ hooks: crash.hooks });
    expect(crash.hasStruck(), "the crash came").toBe(true);
    expect(struck.ok, JSON.stringify(struck.error)).toBe(!isNoticed(cell));
    calm(office);
    await runUntilQuiet(office);
    await check();
    expect(await operationsOf(office, scenario.marker)).toContain(scenario.operation);
    await expectNothingCharged(office);
  });
});
