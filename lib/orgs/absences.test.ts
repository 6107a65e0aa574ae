import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { listBills } from "@/lib/bills/bill-list-views";
import { readBill } from "@/lib/bills/bill-views";
import { countBills } from "@/lib/bills/counts";
import { approveNow, askInTurn, type Books, submittedBill } from "@/lib/testing/bills";
import { createPerson } from "@/lib/testing/people";
import { useBooks } from "@/lib/testing/use-books";
import { listAbsences } from "./absence-views";
import { enterAbsence, enterAbsenceOf } from "./enter-absence";
import { removeAbsence, removeAbsenceOf } from "./remove-absence";

const books = useBooks();
let cleo: Actor;
beforeAll(async () => {
  cleo = await createPerson(books.db, books.orgId, { name: "Cleo Approver", roles: ["approver"] });
});
beforeEach(async () => {
  await books.db.execute(sql`delete from absences`);
  await books.db.execute(sql`update organisations set settings = '{}'`);
  await askInTurn(books, books.ann);
});

/** A day from today on, in the organisation's time zone. */
async function day(offset: number): Promise<string> {
  const { rows } = await books.db.execute<{ day: string }>(
    sql`select ((now() at time zone 'America/New_York')::date + ${offset}::int)::text as day`,
  );
  return rows[0]?.day ?? "";
}
const between = async (first: number, last: number) => ({
  firstDay: await day(first),
  lastDay: await day(last),
});
const away = async (who: Actor, standIn: Actor, first = 0, last = 3) =>
  enterAbsence(who, { standInId: standIn.userId, ...(await between(first, last)) });
const waits = async (who: Actor): Promise<string[]> =>
  (await listBills(who, { tab: "approvals", mine: true })).rows.map(({ id }) => id);

describe("while somebody is away", () => {
  test("their bills wait for the stand-in as well, who signs in their place", async () => {
    const billId = await submittedBill(books);
    expect(await waits(books.bob)).not.toContain(billId);
    await away(books.ann, books.bob);
    expect(await waits(books.bob)).toContain(billId);
    expect((await countBills(books.bob, {})).waitingForMe).toBeGreaterThan(0);
    const seen = await readBill(books.bob, { billId });
    expect(seen.allowed).toMatchObject({ approve: true, reject: true });
    expect(seen.steps[0]?.approvers).toMatchObject([
      { name: "Ann Approver", standIn: { name: "Bob Approver" }, awayUntil: await day(3) },
    ]);
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "approved" });
    const { signatures, timeline } = await readBill(books.clerk, { billId });
    expect(signatures).toMatchObject([{ name: "Bob Approver", forName: "Ann Approver" }]);
    expect(timeline.map(({ sentence }) => sentence)).toContain(
      "Bob Approver approved revision 1 in step 1, for Ann Approver who is away",
    );
  });

  test("they may sign themselves, and then nobody does it for them", async () => {
    const billId = await submittedBill(books);
    await away(books.ann, books.bob);
    expect(await approveNow(books, books.ann, billId)).toEqual({ state: "approved" });
  });

  test("a stand-in whose limit the amount exceeds does not sign for somebody whose limit it does not", async () => {
    const limit = (who: Actor, amount: string | null) =>
      books.db.execute(sql`update memberships set approval_limit = ${amount} where user_id = ${who.userId}`);
    const billId = await submittedBill(books);
    await away(books.ann, books.bob);
    await limit(books.bob, "149.99");
    expect(await waits(books.bob)).not.toContain(billId);
    await expect(approveNow(books, books.bob, billId)).rejects.toMatchObject({ code: "not-asked" });
    const { rows } = await listBills(books.clerk, { tab: "approvals" });
    expect(rows.find(({ id }) => id === billId)?.waitingFor).toEqual(["Ann Approver"]);
    await limit(books.bob, "150.00");
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "approved" });
    // Neither of them reaches it: the Admin is asked after Ann, so Bob is as good as she is.
    await limit(books.bob, "100.00");
    await limit(books.ann, "100.00");
    const large = await submittedBill(books);
    expect(await approveNow(books, books.bob, large)).toEqual({ state: "in_approval" });
    expect((await readBill(books.admin, { billId: large })).steps.map(({ state }) => state)).toEqual([
      "done",
      "current",
    ]);
    for (const who of [books.ann, books.bob]) await limit(who, null);
  });

  test("a supervisor who stands in signs once, for whoever is away and for themselves", async () => {
    await books.db.execute(sql`update memberships set approval_limit = 100, supervisor_id = ${books.bob.userId}
      where user_id = ${books.ann.userId}`);
    const billId = await submittedBill(books);
    await away(books.ann, books.bob);
    const { steps, allowed } = await readBill(books.bob, { billId });
    expect(steps).toMatchObject([
      { state: "current", approvers: [{ name: "Ann Approver", standIn: { name: "Bob Approver" } }] },
      { state: "upcoming", approvers: [{ name: "Bob Approver" }] },
    ]);
    expect(allowed.approve).toBe(true);
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "approved" });
    await books.db.execute(sql`update memberships set approval_limit = null, supervisor_id = null
      where user_id = ${books.ann.userId}`);
  });

  test("whoever signed before somebody was asked does not stand in for them, and the page says so", async () => {
    await askInTurn(books, books.bob, books.ann);
    const billId = await submittedBill(books);
    await away(books.ann, books.bob);
    expect(await approveNow(books, books.bob, billId)).toEqual({ state: "in_approval" });
    const { steps } = await readBill(books.bob, { billId });
    expect(steps[1]).toMatchObject({
      ...{ state: "current" },
      approvers: [{ name: "Ann Approver", standIn: null, awayUntil: await day(3) }],
    });
    expect(await waits(books.bob)).not.toContain(billId);
    expect(await waits(books.ann)).toContain(billId);
    await expect(approveNow(books, books.bob, billId)).rejects.toMatchObject({ code: "already-signed" });
  });

  test("it holds on its days only, in the organisation's time zone", async () => {
    const billId = await submittedBill(books);
    await away(books.ann, books.bob, 1, 5);
    expect(await waits(books.bob)).not.toContain(billId);
    await expect(approveNow(books, books.bob, billId)).rejects.toMatchObject({ code: "not-asked" });
    // The days come.
    await books.db.execute(sql`update absences set first_day = first_day - 1, last_day = last_day - 1`);
    expect(await waits(books.bob)).toContain(billId);
    // They pass.
    await books.db.execute(sql`update absences set first_day = first_day - 5, last_day = last_day - 5`);
    expect(await waits(books.bob)).not.toContain(billId);
    // Where it is another day by now or still: one of the two zones is on another day than New York.
    await books.db.execute(sql`delete from absences`);
    const [east, west] = ["Pacific/Kiritimati", "Pacific/Pago_Pago"];
    const { rows } = await books.db.execute<{ east: string; west: string }>(sql`
      select (now() at time zone ${east})::date::text as east, (now() at time zone ${west})::date::text as west`);
    expect(rows[0]?.east).not.toBe(rows[0]?.west);
    await books.db.execute(sql`insert into absences (org_id, user_id, stand_in_id, first_day, last_day)
      values (${books.orgId}, ${books.ann.userId}, ${books.bob.userId}, ${rows[0]?.east}, ${rows[0]?.east})`);
    const inZone = (zone: string) =>
      books.db.execute(
        sql`update organisations set settings = jsonb_build_object('timeZone', ${zone}::text)`,
      );
    await inZone(west);
    expect(await waits(books.bob)).not.toContain(billId);
    await inZone(east);
    expect(await waits(books.bob)).toContain(billId);
  });
});

describe("what is entered", () => {
  test.each<[string, [first: number, last: number], (books: Books) => Actor, string, RegExp]>([
    ["a last day before the first", [3, 2], ({ bob }) => bob, "lastDay", /before the first/],
    ["days that are over", [-3, -1], ({ bob }) => bob, "lastDay", /over already/],
    ["oneself as the stand-in", [0, 1], ({ ann }) => ann, "standInId", /somebody else/],
    ["somebody who may not approve", [0, 1], ({ viewer }) => viewer, "standInId", /may not approve/],
  ])("is refused: %s", async (_what, [first, last], standIn, path, message) => {
    await expect(away(books.ann, standIn(books), first, last)).rejects.toMatchObject({
      code: "invalid",
      fields: [{ path, message: expect.stringMatching(message) }],
    });
  });

  test("somebody who was let out stands in for nobody", async () => {
    const gone = await createPerson(books.db, books.orgId, {
      ...{ name: "Gus Gone", roles: ["approver"], isActive: false },
    });
    await expect(away(books.ann, gone)).rejects.toMatchObject({ fields: [{ path: "standInId" }] });
  });

  test("is refused where the stand-in is away on one of the days, however the two came about", async () => {
    await away(books.bob, cleo, 5, 9);
    await away(books.ann, books.bob, 0, 4);
    await expect(away(books.ann, books.bob, 9, 12)).rejects.toMatchObject({
      fields: [{ path: "standInId", message: expect.stringMatching(/Bob Approver is away from .*2\d{3}/) }],
    });
    // Cleo stands in for Bob, so she cannot be away meanwhile.
    await expect(away(cleo, books.ann, 7, 7)).rejects.toMatchObject({
      fields: [{ path: "firstDay", message: expect.stringMatching(/stands in for Bob Approver/) }],
    });
    await expect(away(books.bob, cleo, 9, 20)).rejects.toMatchObject({
      fields: [{ path: "firstDay", message: expect.stringMatching(/entered already/) }],
    });
  });

  test("of two who name each other at the same time one is refused", async () => {
    const settled = await Promise.allSettled([away(books.ann, books.bob), away(books.bob, books.ann)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("who does it", () => {
  test("an Admin enters and removes anybody's, others their own", async () => {
    const days = await between(2, 6);
    await enterAbsenceOf(books.admin, {
      ...{ userId: books.ann.userId, standInId: books.bob.userId, ...days },
    });
    await expect(
      enterAbsenceOf(books.accountant, { userId: books.bob.userId, standInId: cleo.userId, ...days }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const seen = await listAbsences(books.ann, {});
    expect(seen.absences).toMatchObject([{ name: "Ann Approver", isMine: true, isNow: false, ...days }]);
    const absenceId = seen.absences[0]?.id ?? "";
    expect((await listAbsences(books.bob, {})).absences).toMatchObject([{ id: absenceId, isMine: false }]);
    expect((await listAbsences(cleo, {})).absences).toEqual([]);
    expect((await listAbsences(books.admin, {})).absences).toHaveLength(1);
    await expect(removeAbsence(books.bob, { absenceId })).rejects.toMatchObject({ code: "not-found" });
    await removeAbsence(books.ann, { absenceId });
    await expect(removeAbsenceOf(books.admin, { absenceId })).rejects.toMatchObject({ code: "not-found" });
    const { rows } = await books.db.execute<{ name: string }>(sql`
      select name from audit_events where subject = ${books.orgId} and name like 'absence.%' order by seq desc limit 2`);
    expect(rows.map(({ name }) => name)).toEqual(["absence.removed", "absence.entered"]);
  });
});
