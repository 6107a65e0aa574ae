import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { authorityGap, hasAuthorityFor } from "@/lib/approvals/stand-in-rules";
import { compareAmounts } from "@/lib/core/money";
import { submittedBill } from "@/lib/testing/bills";
import { useBooks } from "@/lib/testing/use-books";
import { standInOf } from "./stand-ins";

const books = useBooks();
let billId: string;
beforeAll(async () => {
  billId = await submittedBill(books);
  await books.db.execute(sql`insert into absences (org_id, user_id, stand_in_id, first_day, last_day)
    values (${books.orgId}, ${books.ann.userId}, ${books.bob.userId}, now()::date - 2, now()::date + 2)`);
});

const LIMITS = [null, "0.00", "500.00", "500.01", "2500.00"];
const AMOUNTS = ["0.00", "500.00", "500.01", "2500.00", "2500.01", "50000.00"];
const authorities = LIMITS.flatMap((approvalLimit) =>
  [false, true].map((isAdmin) => ({ approvalLimit, isAdmin })),
);

/** Whom the database finds for every amount, of an absent Ann and a stand-in Bob with these rights. */
async function found(absent: (typeof authorities)[number], standIn: typeof absent): Promise<boolean[]> {
  for (const [who, { approvalLimit, isAdmin }] of [
    [books.ann, absent],
    [books.bob, standIn],
  ] as const) {
    await books.db.execute(sql`update memberships set approval_limit = ${approvalLimit},
      roles = ${sql.param(isAdmin ? ["admin"] : ["approver"])}::text[] where user_id = ${who.userId}`);
  }
  const { rows } = await books.db.execute<{ standIn: string | null }>(sql`
    select ${standInOf("b", "b.ann")} as "standIn"
    from (select org_id, entered_by, changed_by, ${books.ann.userId}::uuid as ann, x.amount as home_amount, x.place from bills,
      unnest(${sql.param(AMOUNTS)}::numeric[]) with ordinality as x(amount, place) where id = ${billId}) b order by b.place`);
  return rows.map(({ standIn: id }) => id === books.bob.userId);
}

test("the database and the rule agree on who has the authority, at every limit and amount", async () => {
  for (const absent of authorities)
    for (const standIn of authorities)
      expect(await found(absent, standIn), JSON.stringify({ absent, standIn })).toEqual(
        AMOUNTS.map((amount) => hasAuthorityFor(standIn, absent, amount)),
      );
});

test("what the dialog says is left are the bills for which the stand-in has no authority", () => {
  for (const absent of authorities)
    for (const standIn of authorities)
      for (const amount of AMOUNTS) {
        const gap = authorityGap(standIn, absent);
        const isLeft =
          gap !== null &&
          compareAmounts(amount, gap.above) > 0 &&
          (gap.upTo === null || compareAmounts(amount, gap.upTo) <= 0);
        expect(isLeft).toBe(!hasAuthorityFor(standIn, absent, amount));
      }
});
