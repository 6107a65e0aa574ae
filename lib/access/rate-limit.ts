import { sql } from "drizzle-orm";
import type { Db, Tx } from "@/db/client";
import { AppError } from "@/lib/core/errors";

const WINDOW_MINUTES = 15;

/** Failures allowed in fifteen minutes: few for one account, more for an address that an office shares. */
const LIMITS = { account: 10, address: 50 } as const;

interface Caller {
  /** The account that is tried, with what it is tried for: "user:ann@example.com". */
  account: string;
  /** Where the attempt comes from; "" where that is not known. */
  address: string;
}

const keysOf = ({ account, address }: Caller): { key: string; limit: number }[] => [
  { key: `account:${account.toLowerCase()}`, limit: LIMITS.account },
  ...(address ? [{ key: `address:${address}`, limit: LIMITS.address }] : []),
];

const inWindow = sql`window_started_at > now() - make_interval(mins => ${WINDOW_MINUTES})`;

/** Throws "rate-limited" when the account or the address has failed too often of late. */
export async function assertNotLimited(db: Db, caller: Caller): Promise<void> {
  for (const { key, limit } of keysOf(caller)) {
    const result = await db.execute(
      sql`select 1 from sign_in_failures where key = ${key} and failures >= ${limit} and ${inWindow}`,
    );
    if (result.rows.length > 0) throw new AppError("rate-limited");
  }
}

/** Counts a failure; a window that is over starts anew. */
export async function countFailure(db: Db, caller: Caller): Promise<void> {
  for (const { key } of keysOf(caller)) {
    await db.execute(sql`
      insert into sign_in_failures (key, failures) values (${key}, 1)
      on conflict (key) do update set
        failures = case when sign_in_failures.${inWindow} then sign_in_failures.failures + 1 else 1 end,
        window_started_at = case when sign_in_failures.${inWindow} then sign_in_failures.window_started_at else now() end`);
  }
}

/** A success clears the account's failures; the address's stand, since others may sit behind it. */
export async function clearFailures(db: Tx | Db, account: string): Promise<void> {
  await db.execute(sql`delete from sign_in_failures where key = ${`account:${account.toLowerCase()}`}`);
}

/** How often this account failed of late, and whether it is refused unheard for now. */
export async function readFailures(
  db: Tx | Db,
  account: string,
): Promise<{ failures: number; isLimited: boolean }> {
  const { rows } = await db.execute<{ failures: number }>(
    sql`select failures from sign_in_failures where key = ${`account:${account.toLowerCase()}`} and ${inWindow}`,
  );
  const failures = rows[0]?.failures ?? 0;
  return { failures, isLimited: failures >= LIMITS.account };
}
