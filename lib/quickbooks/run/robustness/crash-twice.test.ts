import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askAnnThenBob } from "@/lib/testing/bill-story";
import { calm, MOMENTS, prepareCrash, VICTIMS } from "@/lib/testing/crashes";
import { type FragileOffice, openFragileOffice } from "@/lib/testing/fragile-office";
import { ALL_PUSHES } from "@/lib/testing/pushes/all-pushes";
import { isSoak } from "@/lib/testing/seeded";
import { expectNothingCharged, runUntilQuiet } from "@/lib/testing/until-quiet";

/** The first message of a run that bears this asks what became of the write before. */
const PROBE = "oldMessageSetID";

const CELLS = MOMENTS.flatMap((moment) => VICTIMS.map((victim) => ({ moment, victim })));
const PUSHES = ALL_PUSHES.filter(({ name }) =>
  ["bill.add", "payment.check", "removal, void a bill"].includes(name),
);

let office: FragileOffice;

beforeAll(async () => {
  office = await openFragileOffice();
  await askAnnThenBob(office);
  await office.run();
});
afterAll(() => office.close());

let count = 0;

describe.each(PUSHES)("$name, whose answer was lost", (push) => {
  // In short one cell each: another moment and another victim.
  const cells = isSoak() ? CELLS : CELLS.slice(PUSHES.indexOf(push) * 8 + 1).slice(0, 1);

  test.each(cells)("the $victim dies $moment of the message that asks for it", async ({ moment, victim }) => {
    count += 1;
    const check = await push.prepare(office, `T${String(count).padStart(5, "0")}`);
    const marker = push.marker;
    const first = prepareCrash(office, {
      moment: "after QuickBooks applied it",
      victim: "connector",
      marker,
    });
    await office.run({ hooks: first.hooks });
    const second = prepareCrash(office, { moment, victim, marker: PROBE });
    await office.run({ hooks: second.hooks });
    expect([first.hasStruck(), second.hasStruck()]).toEqual([true, true]);
    calm(office);
    await runUntilQuiet(office);
    await check();
    await expectNothingCharged(office);
  });
});
