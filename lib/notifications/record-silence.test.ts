import { eq } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { auditEvents, chores, connections, organisations, runs } from "@/db/schema";
import { useBooks } from "@/lib/testing/use-books";
import { recordSilence } from "./record-silence";

const books = useBooks();
beforeAll(async () => {
  await books.db.update(organisations).set({ settings: { timeZone: "America/New_York" } });
});
beforeEach(() => books.db.delete(runs));

/** A Monday. The clocks of New York go forward on the 14th of March of that year. */
const MONDAY = "2027-03-15";
const HOUR_MS = 3_600_000;

/** A moment by New York's clock, as hours of a day counted from that Monday. */
function at(day: number, hour: number): Date {
  const utc = new Date(`${MONDAY}T00:00:00Z`).getTime() + (day * 24 + hour) * HOUR_MS;
  const isSummer = utc >= new Date("2027-03-14T02:00:00Z").getTime();
  return new Date(utc + (isSummer ? 4 : 5) * HOUR_MS);
}

/** Hours of a day, from one to another, by so many. */
const hours = (from: number, to: number, every: number) =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, step) => from + step * every);

let serial = 0;
/** The computer was on at these hours of these days of each of the last weeks. */
async function calledAt(days: number[], hoursOfDay: number[], { weeks = [1, 2, 3, 4] } = {}): Promise<void> {
  const connectionId = books.ledger.connectionId;
  await books.db.insert(runs).values(
    weeks.flatMap((week) =>
      days.flatMap((day) =>
        hoursOfDay.map((hour) => {
          serial += 1;
          return {
            connectionId,
            ticket: `${serial}`,
            state: "closed" as const,
            startedAt: at(day - 7 * week, hour),
          };
        }),
      ),
    ),
  );
}

/** The first moment at which a silence is told that began then, in hours of the Monday; looked for every quarter of an hour. */
async function toldAfter(last: Date, runEveryMinutes: number, until: number): Promise<number | null> {
  const { db, orgId } = books;
  await db.delete(chores);
  await db.update(connections).set({ lastContactAt: last, firstContactAt: last, runEveryMinutes });
  return db.transaction(async (tx) => {
    const isTold = () => tx.$count(auditEvents, eq(auditEvents.name, "connection.silent"));
    const before = await isTold();
    for (const hour of hours((last.getTime() - at(0, 0).getTime()) / HOUR_MS, until, 0.25)) {
      await recordSilence(tx, orgId, at(0, hour));
      if ((await isTold()) > before) return hour;
    }
    return null;
  });
}

const WEEKDAYS = [0, 1, 2, 3, 4];
const FRIDAY = -3;

test.each<[string, number, number[]]>([
  ["every hour", 60, hours(8.1, 17.1, 1)],
  ["every five minutes", 5, hours(8.1, 18, 1 / 12)],
  ["every six hours", 360, [8.1, 14.1]],
])(
  "a computer that is off at night and at weekends, and calls %s, is told of by nobody",
  async (_how, every, day) => {
    await calledAt(WEEKDAYS, day);
    expect(await toldAfter(at(0, 14), every, 14.25)).toBeNull();
    // Off an hour earlier than in the other weeks, until it starts again in the morning, an hour later.
    const last = day.findLast((hour) => hour <= 17) ?? 0;
    expect(await toldAfter(at(0, last - 0.1), every, 24 + 9)).toBeNull();
    expect(await toldAfter(at(FRIDAY, last - 0.1), every, 9)).toBeNull();
  },
);

test.each<[string, number, number, number]>([
  ["within working hours", 10, 60, 12.5],
  ["within working hours, called every five minutes", 10, 5, 10.75],
])("a silence %s is told as soon as it is one", async (_when, last, every, told) => {
  await calledAt(WEEKDAYS, hours(8, 18, every / 60));
  expect(await toldAfter(at(0, last), every, 24)).toBe(told);
});

test("a computer that does not start is told of an hour and some grace after it usually calls", async () => {
  await calledAt(WEEKDAYS, hours(8, 17, 1));
  expect(await toldAfter(at(FRIDAY, 17), 60, 24)).toBe(9.5);
  // It has failed shortly before the evening.
  expect(await toldAfter(at(0, 15), 60, 48)).toBe(24 + 9.5);
});

test("two weeks make a habit, and one does not: then it is told after a day", async () => {
  await calledAt(WEEKDAYS, hours(8, 17, 1), { weeks: [3, 4] });
  expect(await toldAfter(at(0, 10), 60, 48)).toBe(12.5);
  await books.db.delete(runs);
  await calledAt(WEEKDAYS, hours(8, 17, 1), { weeks: [4] });
  expect(await toldAfter(at(0, 10), 60, 48)).toBe(34);
});

test("hours of the weekend do not count towards the day after which every silence is told", async () => {
  // Friday from six in the evening on, and Monday until six.
  expect(await toldAfter(at(FRIDAY, 18), 60, 24)).toBe(18);
});

test("a computer that is always on is told of at night and on a Sunday too", async () => {
  await calledAt([-1, 0, 1, 2, 3, 4, 5], hours(0, 23, 1));
  expect(await toldAfter(at(-1, 3), 60, 24)).toBe(-24 + 5.5);
});
