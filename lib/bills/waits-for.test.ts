import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { decide, waitingFor } from "@/lib/approvals/decide";
import type { Place } from "@/lib/approvals/plan-reroute";
import { stepsInForce } from "@/lib/approvals/steps-in-force";
import { approveNow, submittedBill } from "@/lib/testing/bills";
import { createPerson } from "@/lib/testing/people";
import { type Random, seeded, seedOr } from "@/lib/testing/seeded";
import { useBooks } from "@/lib/testing/use-books";
import { listBills } from "./bill-list-views";
import { getRoutedBills } from "./routing-facts";
import { lockBill, saveRoute } from "./store";

const books = useBooks();
let people: Actor[];
beforeAll(async () => {
  const { admin, accountant, ann, bob, db, orgId } = books;
  const cleo = await createPerson(db, orgId, { name: "Cleo Approver", roles: ["approver"] });
  people = [ann, bob, cleo, admin, accountant];
});

/** Some of the people are away, some have a limit; a stand-in is there. */
async function drawPeople(random: Random): Promise<void> {
  const [away, ...there] = [...people].sort(() => random.below(3) - 1);
  await books.db.execute(sql`delete from absences`);
  for (const who of [away, there.pop()]) {
    await books.db.execute(sql`insert into absences (org_id, user_id, stand_in_id, first_day, last_day)
      values (${books.orgId}, ${who?.userId}, ${random.pick(there).userId}, now()::date - 2, now()::date + 2)`);
  }
  for (const { userId } of people) {
    const limit = random.chance(0.3) ? random.pick(["100.00", "1000.00"]) : null;
    await books.db.execute(sql`update memberships set approval_limit = ${limit} where user_id = ${userId}`);
  }
}

/** Up to three steps of some of the people, in up to three stages. */
const drawRoute = (random: Random): Place[] =>
  [1, 2, 3].flatMap((step) => {
    const asked = people.filter(() => random.chance(0.4));
    const place = {
      ...{ step, stage: 1 + random.below(step), need: random.pick(["any", "all"] as const) },
      ...{ reason: "Drawn", addedBy: null },
    };
    return (asked.length > 0 ? asked : [random.pick(people)]).map(({ userId }) => ({ ...place, userId }));
  });

/** For every person the bills on which the rule lets them sign, and those that say that they wait for them. */
async function asTheRuleSays() {
  const bills = await getRoutedBills(books.db, books.orgId);
  const settings = { mayApproveOwnBills: true, adminsMayOverrideWorkflow: false };
  const mine = ({ userId }: Actor) =>
    bills.filter(
      ({ route, signatures, facts: { authorIds } }) =>
        decide({
          ...{ state: "in_approval", steps: stepsInForce(route), signatures, authorIds, settings },
          ...{ actor: { userId, isAdmin: false }, verdict: "approve", override: false },
        }).ok,
    );
  const named = ({ userId }: Actor) =>
    bills.filter(({ route, signatures }) =>
      waitingFor(stepsInForce(route), signatures).some((awaited) => awaited.userId === userId),
    );
  const ids = (of: typeof bills) => of.map(({ id }) => id).sort();
  return people.map((person) => ({ name: person.name, mine: ids(mine(person)), named: ids(named(person)) }));
}

async function asTheListSays() {
  const { rows } = await listBills(books.admin, { tab: "approvals" });
  const lists = await Promise.all(
    people.map((person) => listBills(person, { tab: "approvals", mine: true })),
  );
  return people.map(({ name }, index) => ({
    name,
    mine: (lists[index]?.rows ?? []).map(({ id }) => id).sort(),
    named: rows
      .filter(({ waitingFor: awaited }) => awaited.includes(name))
      .map(({ id }) => id)
      .sort(),
  }));
}

test("whoever is away, the list, its filter and the rule say the same of everybody", async () => {
  const random = seeded(seedOr(11));
  for (let draw = 0; draw < 6; draw += 1) {
    await drawPeople(random);
    for (let bill = 0; bill < 5; bill += 1) {
      const billId = await submittedBill(books);
      await books.db.transaction(async (tx) =>
        saveRoute(tx, await lockBill(tx, books.orgId, billId), drawRoute(random)),
      );
    }
    for (let turn = 0; turn < 3; turn += 1) {
      const said = await asTheRuleSays();
      expect(await asTheListSays(), `seed ${random.seed}`).toEqual(said);
      const may = said.filter(({ mine }) => mine.length > 0);
      if (may.length === 0) break;
      const { name, mine } = random.pick(may);
      const actor = people.find((person) => person.name === name);
      if (actor) await approveNow(books, actor, random.pick(mine));
    }
  }
});
